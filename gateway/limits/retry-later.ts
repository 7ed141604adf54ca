import { DeclaredError, type ErrorDeclaration } from '../../schema/errors.ts';

/** A refusal that ends by itself. */
export class RetryLater extends DeclaredError {
  constructor(
    declaration: ErrorDeclaration,
    detail: string,
    /** After which the same request is answered again. */
    readonly retrySeconds: number,
  ) {
    super(declaration, detail);
  }
}
