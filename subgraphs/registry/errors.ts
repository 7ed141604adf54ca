import { DeclaredError, declareErrors, type ErrorDeclaration } from '../../schema/errors.ts';

/** What the registry refuses. */
export const REGISTRY_ERRORS = declareErrors({
  ROLE_NOT_ENTITLED: {
    status: 403,
    meaning: 'What an agency was told, and what the ledger says of it, is for some of its viewers only.',
    remedy: 'Ask a colleague in one of the roles that the message names.',
  },
  BAD_CURSOR: {
    status: 400,
    meaning: 'The cursor is not one that viewers of this agency were given for this list.',
    remedy: 'Ask for the first page again, and pass its cursors on unchanged.',
  },
  UNKNOWN_ORIGINATOR: {
    status: 400,
    meaning: 'The exchange has no agency of that code.',
    remedy: 'Ask for one of `agencies { code }`.',
  },
  BAD_PAGE: {
    status: 400,
    meaning: 'The page asked for is too large, or its size is negative.',
    remedy: 'Ask for 0 to 100 edges at a time.',
  },
});

/** Refuses with a declared error. */
export function refuse(declaration: ErrorDeclaration, detail: string): never {
  throw new DeclaredError(declaration, detail);
}
