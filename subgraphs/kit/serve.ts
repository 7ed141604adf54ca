import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { ASSERTION_HEADER } from '../../policy/assertion.ts';
import { DeclaredError } from '../../schema/errors.ts';
import { refusalOf } from './answer.ts';
import { KIT_ERRORS } from './errors.ts';
import { buildSubgraph, type Subgraph, type SubgraphOptions } from './subgraph.ts';

const MOST_BYTES = 4 * 1024 * 1024;

/** A subgraph and where it listens. */
export interface ServeOptions extends SubgraphOptions {
  /** Default: any free one. */
  readonly port?: number;
  /** Default: the loopback interface. */
  readonly host?: string;
  /** Adds routes of its own. JSON bodies come as a `Buffer`: proofs are about exact bytes. */
  readonly routes?: (app: FastifyInstance) => void;
}

/** A subgraph that listens. */
export interface ServedSubgraph extends Subgraph {
  /** Where it answers GraphQL. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves a subgraph: `POST /graphql`, and `GET /health`, which says no more than that it runs. */
export async function serveSubgraph(options: ServeOptions): Promise<ServedSubgraph> {
  const subgraph = buildSubgraph(options);
  const app = Fastify({ bodyLimit: MOST_BYTES, forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
    const { status, body } = refusalOf(transportError(error), options.onTrouble ?? (() => undefined));
    return reply.code(status).type('application/json').send(body);
  });
  app.post('/graphql', async (request, reply) => {
    const { status, body } = await subgraph.answer({ body: bytesOf(request), assertion: assertionOf(request) });
    return reply.code(status).type('application/json; charset=utf-8').send(body);
  });
  app.get('/health', async () => ({ name: options.name, status: 'up' }));
  options.routes?.(app);
  const address = await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
  return { ...subgraph, url: `${address}/graphql`, stop: () => app.close() };
}

/** The exact bytes of a request's body. */
export function bytesOf({ body }: FastifyRequest): Uint8Array {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/** The assertion of a request. A header that comes twice is none. */
export function assertionOf({ headers }: FastifyRequest): string | undefined {
  const value = headers[ASSERTION_HEADER];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function transportError(error: Error & { statusCode?: number }): Error {
  const { statusCode = 500 } = error;
  if (error instanceof DeclaredError || statusCode >= 500) return error;
  if (statusCode === 413) return new DeclaredError(KIT_ERRORS.REQUEST_TOO_LARGE, 'the request is too large');
  return new DeclaredError(KIT_ERRORS.REQUEST_UNREADABLE, 'the request is not JSON over HTTP');
}
