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
    meaning: 'The page asked for is too large, or its size is negative.',
    remedy: 'Ask for 0 to 100 edges at a time.',
  },
  BAD_FILTER: {
    status: 400,
    meaning: 'A filter holds a value that nothing can be compared with, or too many values.',
    remedy: 'Give dates as `YYYY-MM-DD`, texts of at most 200 characters, and at most 100 values a list.',
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
