import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { ApolloGateway } from '@apollo/gateway';
import { DeclaredError } from '../../schema/errors.ts';
import type { Answering } from '../answering.ts';
import { GATEWAY_ERRORS, toGraphQLError } from '../errors.ts';
import { formatError } from './format-error.ts';
import { visibilityPlugin, type VisibilityStages } from './visibility-plugin.ts';

const BODY_LIMIT_BYTES = 1024 * 1024;

/** What is served. */
export interface ServerParts extends VisibilityStages {
  readonly gateway: ApolloGateway;
  /** What `GET /health` tells. */
  readonly health: () => { readonly status: 'ok' | 'degraded'; readonly [detail: string]: unknown };
}

/** A running HTTP server. */
export interface RunningServer {
  readonly url: string;
  readonly app: FastifyInstance;
  stop(): Promise<void>;
}

/**
 * Serves `POST /graphql` and `GET /health`.
 * @param port 0: any free one
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function serve(parts: ServerParts, host: string, port: number): Promise<RunningServer> {
  const app = Fastify({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: true });
  const apollo = new ApolloServer<Answering>({
    gateway: parts.gateway,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    status400ForVariableCoercionErrors: true,
    persistedQueries: false,
    formatError: formatError((error) => parts.failed('an operation', error)),
    plugins: [ApolloServerPluginLandingPageDisabled(), fastifyApolloDrainPlugin(app), visibilityPlugin(parts)],
    stopOnTerminationSignals: false,
    logger: silent,
  });
  app.setErrorHandler((error, _request, reply) => answerBadRequest(error, reply, parts));
  app.setNotFoundHandler((_request, reply) =>
    reply.status(404).send(refusal('BAD_REQUEST', 'there is nothing here; the graph is at `/graphql`')),
  );
  await apollo.start();
  await app.register(fastifyApollo(apollo), { path: '/graphql', context: (request) => admit(request, parts) });
  app.get('/health', async (_request, reply) => reply.header('cache-control', 'no-store').send(parts.health()));
  const url = await app.listen({ host, port });
  return { url, app, stop: () => apollo.stop().then(() => app.close()) };
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

async function admit(request: FastifyRequest, { pipeline }: ServerParts): Promise<Answering> {
  try {
    return await pipeline.admit({
      authorization: request.headers.authorization,
      purposeHeader: headerOf(request, 'x-purpose'),
      purposeExtension: extensionOf(request),
    });
  } catch (error) {
    throw error instanceof DeclaredError ? toGraphQLError(error) : error;
  }
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join('; ') : value;
}

function extensionOf(request: FastifyRequest): unknown {
  const body = request.body as { extensions?: { purpose?: unknown } } | undefined;
  if (body?.extensions !== undefined) return body.extensions?.purpose;
  const { extensions } = request.query as { extensions?: unknown };
  if (typeof extensions !== 'string') return undefined;
  try {
    return (JSON.parse(extensions) as { purpose?: unknown } | null)?.purpose;
  } catch {
    return undefined;
  }
}

function answerBadRequest(
  error: unknown,
  reply: { status(code: number): { send(body: unknown): unknown } },
  parts: ServerParts,
) {
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status >= 500) parts.failed('a request', error);
  if (status >= 500) return reply.status(500).send(refusal('INTERNAL_SERVER_ERROR', 'something failed inside'));
  return reply.status(status).send(refusal('BAD_REQUEST', reasons[status] ?? 'the body is not a JSON object'));
}

const reasons: Readonly<Record<number, string>> = {
  413: `the body is larger than ${BODY_LIMIT_BYTES} bytes`,
  415: 'the body is not `application/json`',
};

function refusal(code: 'BAD_REQUEST' | 'INTERNAL_SERVER_ERROR', message: string) {
  return { errors: [{ message, extensions: { code, remedy: GATEWAY_ERRORS[code].remedy } }] };
}
