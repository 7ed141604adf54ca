import { DeclaredError } from '../../schema/errors.ts';
import { KIT_ERRORS } from './errors.ts';

/** One GraphQL request as it was received. */
export interface SubgraphRequest {
  /** The exact bytes of the body. */
  readonly body: Uint8Array;
  /** The value of the header `ASSERTION_HEADER`. */
  readonly assertion: string | undefined;
}

/** What a request asks. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/**
 * Reads the body of a request.
 * @throws DeclaredError `REQUEST_UNREADABLE`
 */
export function readQuestion(body: Uint8Array): Question {
  const value = parseJson(body);
  if (!isObject(value) || typeof value.query !== 'string') return unreadable('the body has no `query`');
  const { query, variables = {}, operationName } = value;
  if (variables !== null && !isObject(variables)) return unreadable('`variables` is not an object');
  const name = typeof operationName === 'string' ? operationName : undefined;
  return { query, variables: variables ?? {}, operationName: name };
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return unreadable('the body is not JSON');
  }
}

function unreadable(detail: string): never {
  throw new DeclaredError(KIT_ERRORS.REQUEST_UNREADABLE, detail);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
