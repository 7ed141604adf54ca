import { DeclaredError, declareErrors, type ErrorDeclaration } from '../../schema/errors.ts';

/** What the index refuses. */
export const INDEX_ERRORS = declareErrors({
  BAD_CURSOR: {
    status: 400,
    meaning: 'The cursor is not one that this viewer was given for this purpose and this query.',
    remedy: 'Ask for the first page again, and pass its cursors on unchanged with the same arguments and purpose.',
  },
  BAD_PAGE: {
    status: 400,
    meaning: 'More is asked for at once than is answered, or less than nothing.',
    remedy:
      'Ask for as many as the message says: 0 to 100 edges of a page, 0 to 20 hits of a check or a tip, 0 to 200 members of a profile.',
  },
  BAD_FILTER: {
    status: 400,
    meaning:
      'A filter, or what is searched by, holds a value that nothing can be compared with, a code that there is not, days of which the last is before the first, too many values, or not exactly one where there must be one.',
    remedy:
      'Correct what the message names: exactly one field in each of `selectors` and in `of`, at most 100 selectors, at most 100 values a list, texts of at most 200 characters, dates as `YYYY-MM-DD`, codes of agencies as `agencies` lists them, areas of crime as in docs/searching.md. A selector that reaches the index in clear was not sent through the gateway.',
  },
  BAD_CONTRIBUTION: {
    status: 400,
    meaning: 'Entries of a contribution are not of the declared form. No entry was taken in.',
    remedy: 'Set aside the entries whose sequence numbers `refused` has, send the others, and correct those.',
  },
  NOT_YOUR_CONTRIBUTION: {
    status: 403,
    meaning: 'An agency contributes for itself only, and the call was signed by another one.',
    remedy: 'Sign with the service key of the agency that the contribution names.',
  },
  FOREIGN_POINTER: {
    status: 409,
    meaning: 'An entry speaks of a pointer that is not this agency’s, or is of another type. No entry was taken in.',
    remedy:
      'Set aside the entries whose sequence numbers `refused` has, and send the others. Give every object an id of its own.',
  },
  LOAD_OUT_OF_STEP: {
    status: 409,
    meaning: 'The lines of a load do not go on where the index has come with it. None of them was taken in.',
    remedy: 'Begin the load again: the answer tells from which line it goes on. Run one command for a file at a time.',
  },
  LOAD_NOT_WHOLE: {
    status: 409,
    meaning: 'Lines of the load were set aside, so that what it did not bring is not known, and nothing was withdrawn.',
    remedy: 'Mend the lines that were set aside, and load the whole file with `--replace`.',
  },
});

/** Refuses with a declared error. */
export function refuse(declaration: ErrorDeclaration, detail: string, more?: Readonly<Record<string, unknown>>): never {
  throw new DeclaredError(declaration, detail, more);
}
