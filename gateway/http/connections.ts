import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { DeclaredError } from '../../schema/errors.ts';
import { GATEWAY_ERRORS } from '../errors.ts';
import type { DoorLimits } from '../limits/limits.ts';
import { failureOf } from './failures.ts';
import { refusalBody } from './refusal.ts';
import { BARE_HEADERS } from './security-headers.ts';

const MOST_CHECKS_MILLISECONDS = 1_000;
const LINGERING_MILLISECONDS = 1_000;

/** How Node's server is made, so that slow, endless and crowding connections end. */
export function serverOptions(limits: DoorLimits) {
  const { headerBytes, requestMilliseconds, keepAliveMilliseconds } = limits;
  return {
    bodyLimit: limits.bodyBytes,
    requestTimeout: requestMilliseconds,
    keepAliveTimeout: keepAliveMilliseconds,
    maxRequestsPerSocket: limits.requestsPerConnection,
    forceCloseConnections: true,
    http: {
      // Node would refuse it in no words at all: `checkHead` does.
      requireHostHeader: false,
      maxHeaderSize: headerBytes,
      headersTimeout: requestMilliseconds,
      connectionsCheckingInterval: Math.min(requestMilliseconds, MOST_CHECKS_MILLISECONDS),
    },
    clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => hangUp(error, socket, limits),
  };
}

/** What only a server that is made can be told. */
export function limitConnections({ server }: FastifyInstance, { connections, unreadMilliseconds }: DoorLimits): void {
  server.maxConnections = connections;
  server.setTimeout(unreadMilliseconds, endIfUnread);
  server.prependListener('request', (request, response) => void answers.set(request.socket, response));
  server.on('checkExpectation', (_request, response) => refuseExpectation(response));
}

/** Whose answer has begun gets no second one. */
const answers = new WeakMap<Socket, ServerResponse>();

/**
 * Ends a connection on which nothing has moved for a while, but where that is not the client's doing: the answer is still
 * being made, or there is a request that has not arrived, for which there is a limit of its own. What nobody reads is
 * dropped at once: the operating system would keep on offering it.
 */
function endIfUnread(socket: Socket): void {
  const answer = answers.get(socket);
  if (socket.writableLength > 0) socket.resetAndDestroy();
  else if (answer?.writableFinished) socket.destroy();
}

/**
 * Answers what is no HTTP request, and ends the connection: where the next request begins is anybody's guess. What still
 * comes is read for a moment, and dropped: a connection that is cut while the client writes takes the answer with it.
 */
function hangUp(error: Error & { code?: string }, socket: Socket, limits: DoorLimits): void {
  if (socket.writableEnded) return;
  if (error.code === 'ECONNRESET' || !socket.writable || answers.get(socket)?.headersSent) return void socket.destroy();
  const detail = 'the request is not HTTP as this gateway reads it';
  socket.end(bareAnswer(failureOf(error, limits) ?? new DeclaredError(GATEWAY_ERRORS.BAD_REQUEST, detail)));
  setTimeout(() => socket.destroy(), LINGERING_MILLISECONDS).unref();
}

function bareAnswer(refusal: DeclaredError): string {
  const body = refusalBody(refusal);
  const lines = Object.entries(headersOf(body)).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${refusal.declaration.status} Refused`, ...lines, '', body].join('\r\n');
}

function refuseExpectation(response: ServerResponse): void {
  const refusal = new DeclaredError(GATEWAY_ERRORS.BAD_REQUEST, 'the request expects what this gateway does not do');
  const body = refusalBody(refusal);
  response.writeHead(refusal.declaration.status, headersOf(body)).end(body);
}

function headersOf(body: string): Readonly<Record<string, string>> {
  return {
    ...BARE_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
}
