import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { ASSERTION_HEADER } from '../../policy/assertion.ts';
import { DeclaredError } from '../../schema/errors.ts';
import { KIT_ERRORS } from './errors.ts';
import { buildSubgraph, type Subgraph, type SubgraphOptions } from './subgraph.ts';
import { TRANSPORT, transportRefusal } from './transport.ts';

/** A subgraph and where it listens. */
export interface ServeOptions extends SubgraphOptions {
  /** Default: any free one. */
  readonly port?: number;
  /** Default: the loopback interface. */
  readonly host?: string;
  /** Adds routes of its own. JSON bodies come as a `Buffer`: proofs are about exact bytes. */
  readonly routes?: (app: FastifyInstance) => void;
  /** What `GET /health` tells beside that it runs. Anybody may read it. */
  readonly health?: () => Promise<object>;
}

/** A subgraph that listens. */
export interface ServedSubgraph extends Subgraph {
  /** Where it answers GraphQL. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves a subgraph: `POST /graphql`, and `GET /health`, which says that it runs. */
export async function serveSubgraph(options: ServeOptions): Promise<ServedSubgraph> {
  const subgraph = buildSubgraph(options);
  const refuse = (error: unknown, reply: FastifyReply) => {
    const { status, body } = transportRefusal(error, options.onTrouble ?? (() => undefined));
    return reply.code(status).type('application/json; charset=utf-8').send(body);
  };
  const app = Fastify({
    ...TRANSPORT,
    frameworkErrors: (error, _request, reply) => void refuse(error, reply as unknown as FastifyReply),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, _request, reply) => refuse(error, reply));
  app.setNotFoundHandler((_request, reply) => refuse(nothingHere(), reply));
  app.post('/graphql', async (request, reply) => {
    const { status, body } = await subgraph.answer({ body: bytesOf(request), assertion: assertionOf(request) });
    return reply.code(status).type('application/json; charset=utf-8').send(body);
  });
  app.get('/health', async () => ({ name: options.name, status: 'up', ...(await options.health?.()) }));
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

function nothingHere(): DeclaredError {
  return new DeclaredError(KIT_ERRORS.ROUTE_UNKNOWN, 'there is nothing here; the subgraph is at `/graphql`');
}
