/** One declared error: what a client may see, what it means and what to do about it. */
export interface ErrorDeclaration<Code extends string = string> {
  readonly code: Code;
  /** HTTP status of an answer that consists of this error alone. */
  readonly status: number;
  readonly meaning: string;
  readonly remedy: string;
}

/** An error that may leave: it carries its declaration, and a message without any secret in it. */
export class DeclaredError extends Error {
  override readonly name = 'DeclaredError';

  constructor(
    readonly declaration: ErrorDeclaration,
    /** What is wrong here, in lower case, the caller's own words in backticks. */
    detail: string,
    /** What else a program that asks is told, under its own names. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }

  get code(): string {
    return this.declaration.code;
  }
}

/** Declares errors, once, by code. */
export function declareErrors<Code extends string>(
  table: Record<Code, { readonly status: number; readonly meaning: string; readonly remedy: string }>,
): { readonly [C in Code]: ErrorDeclaration<C> } {
  return Object.fromEntries(
    Object.entries(table).map(([code, rest]) => [code, { code, ...(rest as object) }]),
  ) as unknown as { readonly [C in Code]: ErrorDeclaration<C> };
}
