import { DeclaredError, declareErrors, type ErrorDeclaration } from '../../schema/errors.ts';

/** What de-confliction refuses. */
export const DECONFLICTION_ERRORS = declareErrors({
  NOT_FOR_DECONFLICTION: {
    status: 403,
    meaning: 'Targets, operations and conflicts are for viewers who say that they ask for de-confliction.',
    remedy: 'State the purpose `use=deconfliction`, with the area of crime and your own case number.',
  },
  BAD_DECLARATION: {
    status: 400,
    meaning: 'What is declared is not complete, or is not of the declared form. Nothing was taken in.',
    remedy:
      'Correct what the message names, and send it again: under the same id, unless the id is what is wrong. It is to be a ' +
      'random UUID (version 4).',
  },
  ID_TAKEN: {
    status: 409,
    meaning: 'Something else was sent under this id before.',
    remedy: 'Make a random UUID for everything new. Send what was sent before unchanged: it is taken in once.',
  },
  TOO_MANY_DECLARED: {
    status: 429,
    meaning:
      'The viewer, or their agency, has declared as many targets and operations today as they may. Nothing was taken in.',
    remedy:
      'Declare it tomorrow (days are UTC) under the same id. Until then call those whom it may concern before you act.',
  },
  TOO_MANY_TARGETS: {
    status: 409,
    meaning:
      'The viewer’s agency has as many targets under one of the selectors as are looked for by it. Nothing was taken in, and ' +
      'nothing was looked for.',
    remedy:
      'Go by one of those that the message names, by their ids, or end one (`endTarget`; a case is closed where it is kept) ' +
      'and send it again under the same id. Do not act on it before.',
  },
  TOO_MANY_UNRESOLVED: {
    status: 409,
    meaning:
      'What was to be declared is in conflict with the work of an agency with which the viewer’s agency has left as many ' +
      'conflicts unresolved as there is room for. Nothing was taken in.',
    remedy:
      'Do not act on it. Resolve some of `conflicts`, or end targets that are no longer needed, and send it again under the same id.',
  },
  UNKNOWN_DECLARATION: {
    status: 404,
    meaning: 'The viewer’s agency has declared no such target or operation.',
    remedy: 'Use an id of `declaredTargets` or `declaredEvents`.',
  },
  UNKNOWN_CONFLICT: {
    status: 404,
    meaning: 'No agreement in force tells the viewer’s agency of such a conflict.',
    remedy: 'Use an id of `conflicts`.',
  },
  BAD_ANSWER: {
    status: 400,
    meaning:
      'What is said of a conflict is not of the declared form, or one of the two is over. Nothing was written down.',
    remedy: 'Correct what the message names, and send it again. What is over needs no answer; notes are still taken.',
  },
  TOO_MUCH_SAID: {
    status: 409,
    meaning: 'The agency has changed its answer to the conflict, or written notes on it, as often as it may.',
    remedy: 'Call the other side. What was said last stands; answers may be given anew when the conflict opens again.',
  },
  BAD_CURSOR: {
    status: 400,
    meaning: 'The cursor is not one that viewers of this agency were given for this list.',
    remedy: 'Ask for the first page again, and pass its cursors on unchanged.',
  },
  BAD_PAGE: {
    status: 400,
    meaning: 'The page asked for is too large, or its size is negative.',
    remedy: 'Ask for 0 to 100 edges at a time.',
  },
  BAD_CONTRIBUTION: {
    status: 400,
    meaning: 'Entries of a contribution are not of the declared form. None of them was taken in.',
    remedy: 'Correct the entries that the message names, and send them again under the same sequence numbers.',
  },
  DECONFLICTION_BUSY: {
    status: 503,
    meaning:
      'Too much else is being declared or contributed just now. What was to be written was not, or only in part.',
    remedy: 'Send the same again in a few seconds, under the same id or sequence numbers: it is taken in once.',
  },
  NOT_YOUR_CONTRIBUTION: {
    status: 403,
    meaning: 'An agency contributes for itself only, and the call was signed by another one.',
    remedy: 'Sign with the service key of the agency that the contribution names.',
  },
});

/** Refuses with a declared error. */
export function refuse(declaration: ErrorDeclaration, detail: string, more?: Readonly<Record<string, unknown>>): never {
  throw new DeclaredError(declaration, detail, more);
}
