import { GraphQLError, Lexer, Source, TokenKind, type Token } from 'graphql';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';

/** Further in than any answerable operation. The parser and the validation call themselves for each bracket. */
const DEEPEST_BRACKETS = 200;
const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Refuses a document that would be too much to parse and validate, before either. Reading stops at the limit, so that a
 * larger one costs no more. What is no GraphQL passes: the parser says so better.
 * @param most tokens
 * @throws DeclaredError
 */
export function limitDocument(text: string, most: number): void {
  const lexer = new Lexer(new Source(text));
  let open = 0;
  for (let read = 1; ; read += 1) {
    const token = next(lexer);
    if (!token || token.kind === TokenKind.EOF) return;
    if (OPENING.has(token.kind)) open += 1;
    if (CLOSING.has(token.kind)) open -= 1;
    if (read > most) tooLarge(`has more than ${most} words and signs`);
    if (open > DEEPEST_BRACKETS) tooLarge(`has more than ${DEEPEST_BRACKETS} brackets inside each other`);
  }
}

function next(lexer: Lexer): Token | undefined {
  try {
    return lexer.advance();
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

function tooLarge(detail: string): never {
  return refuse(GATEWAY_ERRORS.OPERATION_TOO_LARGE, `the document ${detail}`);
}
