import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DeclaredError } from '../../schema/errors.ts';
import { GATEWAY_ERRORS } from '../errors.ts';
import type { DoorLimits } from '../limits/limits.ts';
import { failureOf } from './failures.ts';
import { checkHead } from './head.ts';
import { sendRefusal } from './refusal.ts';
import { BARE_HEADERS } from './security-headers.ts';

const METHODS = ['GET', 'POST'] as const;

type Failed = (where: string, error: unknown) => void;

/** INVARIANT: whatever ends a request, a declared error is what leaves. */
export function refuseWell(app: FastifyInstance, limits: DoorLimits, failed: Failed): void {
  app.addHook('onRequest', async (request) => checkHead(request, limits.headers));
  app.setNotFoundHandler((request, reply) => sendRefusal(request, reply, missing(app, request, reply)));
  app.setErrorHandler((error, request, reply) => sendRefusal(request, reply, refusalOf(error, limits, failed)));
}

/** For requests that no route, and no hook, ever sees. */
export function refuseUnrouted(error: Error, request: FastifyRequest, reply: FastifyReply, limits: DoorLimits): void {
  void sendRefusal(
    request,
    reply.headers(BARE_HEADERS),
    refusalOf(error, limits, () => undefined),
  );
}

function refusalOf(error: unknown, limits: DoorLimits, failed: Failed): DeclaredError {
  const refusal = failureOf(error, limits);
  if (refusal) return refusal;
  failed('a request', error);
  return new DeclaredError(GATEWAY_ERRORS.INTERNAL_SERVER_ERROR, 'something failed inside');
}

function missing(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): DeclaredError {
  const [url = ''] = request.url.split('?');
  const methods = METHODS.filter((method) => app.hasRoute({ method, url }));
  if (methods.length === 0)
    return new DeclaredError(GATEWAY_ERRORS.NOT_FOUND, 'there is nothing here; the graph is at `/graphql`');
  void reply.header('allow', methods.join(', '));
  return new DeclaredError(GATEWAY_ERRORS.METHOD_NOT_ALLOWED, `the path is asked by ${methods.join(' or ')}`);
}
