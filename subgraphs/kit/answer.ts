import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import { DeclaredError } from '../../schema/errors.ts';
import { KIT_ERRORS } from './errors.ts';

/** An answer, ready to be sent. */
export interface Answer {
  readonly status: number;
  /** JSON. */
  readonly body: string;
}

/**
 * The answer of an executed operation. Only declared errors leave; what else failed is told to `onTrouble`.
 * @throws DeclaredError `ANSWER_TOO_LARGE`
 */
export function answerOf(
  result: ExecutionResult,
  onTrouble: (error: unknown) => void,
  mostBytes = Number.POSITIVE_INFINITY,
): Answer {
  const errors = result.errors?.map((error) => formatted(error, onTrouble));
  const body = JSON.stringify({ ...(errors && { errors }), ...('data' in result && { data: result.data }) });
  if (Buffer.byteLength(body) > mostBytes) {
    throw new DeclaredError(KIT_ERRORS.ANSWER_TOO_LARGE, `it is larger than ${mostBytes} bytes`);
  }
  return { status: 'data' in result ? 200 : KIT_ERRORS.DOCUMENT_INVALID.status, body };
}

/** The answer to a request that is refused as a whole. */
export function refusalOf(error: unknown, onTrouble: (error: unknown) => void): Answer {
  const declared = error instanceof DeclaredError ? error : undefined;
  if (!declared) onTrouble(error);
  const told = declared ?? new DeclaredError(KIT_ERRORS.REQUEST_FAILED, 'the request failed');
  return { status: told.declaration.status, body: JSON.stringify({ errors: [declaredError(told)] }) };
}

/** An error without a place in the answer is a variable that does not fit; its text would repeat the value. */
function formatted(error: GraphQLError, onTrouble: (error: unknown) => void): GraphQLFormattedError {
  const { path, originalError } = error;
  if (originalError instanceof DeclaredError) return { ...declaredError(originalError), ...(path && { path }) };
  if (!path) return declaredError(new DeclaredError(KIT_ERRORS.DOCUMENT_INVALID, 'a variable does not fit its type'));
  onTrouble(error);
  return { ...declaredError(new DeclaredError(KIT_ERRORS.FIELD_FAILED, 'a field could not be answered')), path };
}

function declaredError({ message, declaration: { code, remedy }, more }: DeclaredError): GraphQLFormattedError {
  return { message, extensions: { ...more, code, remedy } };
}
