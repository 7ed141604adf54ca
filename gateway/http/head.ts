import type { FastifyRequest } from 'fastify';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';

/** What two readers of a request may read differently when it is there twice. */
const ONCE = ['authorization', 'content-type', 'content-encoding', 'x-purpose', 'host'];

/**
 * Refuses a request by its head, before its body is read.
 * @param mostHeaders how many headers it may have
 * @throws DeclaredError
 */
export function checkHead({ raw, headers }: FastifyRequest, mostHeaders: number): void {
  const names = raw.rawHeaders.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase());
  if (names.length > mostHeaders)
    refuse(
      GATEWAY_ERRORS.HEADERS_TOO_LARGE,
      `the request has ${names.length} headers; at most ${mostHeaders} are read`,
    );
  if (headers.host === undefined && raw.httpVersion !== '1.0')
    refuse(GATEWAY_ERRORS.BAD_REQUEST, 'the request has no header `host`');
  const twice = ONCE.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice) refuse(GATEWAY_ERRORS.BAD_REQUEST, `the header \`${twice}\` is given twice`);
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    refuse(GATEWAY_ERRORS.CONTENT_TYPE_NOT_SUPPORTED, 'the body is encoded; only plain bodies are read');
}
