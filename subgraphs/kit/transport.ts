import type { Socket } from 'node:net';
import { DeclaredError } from '../../schema/errors.ts';
import { refusalOf, type Answer } from './answer.ts';
import { KIT_ERRORS } from './errors.ts';

const MOST_BYTES = 4 * 1024 * 1024;

/** How long a request may take to arrive: one that drips holds a connection. */
const ARRIVING_MILLISECONDS = 15_000;

/** How the server is made: what arrives is bounded, and what cannot be read is refused in declared words too. */
export const TRANSPORT = {
  bodyLimit: MOST_BYTES,
  requestTimeout: ARRIVING_MILLISECONDS,
  forceCloseConnections: true,
  http: { headersTimeout: ARRIVING_MILLISECONDS },
  clientErrorHandler: hangUp,
};

/** What is told of a request that failed before, or outside, its answer. The words of libraries may repeat what was sent. */
export function transportRefusal(error: unknown, onTrouble: (error: unknown) => void): Answer {
  return refusalOf(declaredOf(error), onTrouble);
}

function declaredOf(error: unknown): unknown {
  const { statusCode = 500 } = error as { readonly statusCode?: number };
  if (error instanceof DeclaredError || statusCode >= 500) return error;
  if (statusCode === 413) return new DeclaredError(KIT_ERRORS.REQUEST_TOO_LARGE, 'the request is too large');
  return new DeclaredError(KIT_ERRORS.REQUEST_UNREADABLE, 'the request is not JSON over HTTP');
}

/** Answers what is no HTTP request, and ends the connection: where a next one would begin, nobody can tell. */
function hangUp(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const { status, body } = transportRefusal({ statusCode: 400 }, () => undefined);
  const head = [
    `HTTP/1.1 ${status} Bad Request`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end([...head, '', body].join('\r\n'), () => socket.destroy());
}
