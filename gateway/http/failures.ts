import { DeclaredError, type ErrorDeclaration } from '../../schema/errors.ts';
import { GATEWAY_ERRORS } from '../errors.ts';
import type { DoorLimits } from '../limits/limits.ts';

type Failure = readonly [ErrorDeclaration, (limits: DoorLimits) => string];

const { BAD_REQUEST, REQUEST_TOO_LARGE, HEADERS_TOO_LARGE, CONTENT_TYPE_NOT_SUPPORTED, REQUEST_TIMEOUT } =
  GATEWAY_ERRORS;
const notReadable: Failure = [BAD_REQUEST, () => 'the request is not HTTP as this gateway reads it'];

/** What Node's parser and Fastify refuse by themselves, in our words. Theirs may repeat what was sent. */
const FAILURES: Readonly<Record<string, Failure>> = {
  HPE_HEADER_OVERFLOW: [
    HEADERS_TOO_LARGE,
    ({ headerBytes }) => `the headers are larger than ${headerBytes} bytes together`,
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    REQUEST_TIMEOUT,
    ({ requestMilliseconds }) => `the request did not arrive within ${requestMilliseconds} milliseconds`,
  ],
  FST_ERR_CTP_BODY_TOO_LARGE: [REQUEST_TOO_LARGE, ({ bodyBytes }) => `the body is larger than ${bodyBytes} bytes`],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [CONTENT_TYPE_NOT_SUPPORTED, () => 'the body is not `application/json`'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [BAD_REQUEST, () => 'the body is empty'],
  FST_ERR_CTP_INVALID_JSON_BODY: [BAD_REQUEST, () => 'the body is not JSON'],
  FST_ERR_BAD_URL: [BAD_REQUEST, () => 'the URL cannot be read'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [BAD_REQUEST, () => 'the body is not as long as `content-length` says'],
};

/** What could not be read, as a declared error; `undefined` for what failed inside. */
export function failureOf(error: unknown, limits: DoorLimits): DeclaredError | undefined {
  if (error instanceof DeclaredError) return error;
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number };
  const known = FAILURES[code] ?? (code.startsWith('HPE_') || statusCode < 500 ? notReadable : undefined);
  return known && new DeclaredError(known[0], known[1](limits));
}
