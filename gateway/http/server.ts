import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import type { ApolloGateway } from '@apollo/gateway';
import type { Answering } from '../answering.ts';
import { Literals } from '../blinding/literals.ts';
import { Addresses } from '../limits/addresses.ts';
import type { Limits } from '../limits/limits.ts';
import { documentFinder, type Persisted } from '../persisted/document-of.ts';
import { servePlayground, type PlaygroundOptions } from '../playground/serve.ts';
import { readBodies } from './bodies.ts';
import { limitConnections, serverOptions } from './connections.ts';
import { selectorInputs } from '../batch/selectors.ts';
import { allowOrigins } from './cors.ts';
import { formatError } from './format-error.ts';
import { serveGraphql } from './graphql-route.ts';
import { jsonStatusPlugin } from './json-status.ts';
import { refuseUnrouted, refuseWell } from './outcomes.ts';
import { persistedPlugin } from './persisted-plugin.ts';
import { serveProfile } from './profile-route.ts';
import { serveSearch } from './search-route.ts';
import { secureAnswers } from './security-headers.ts';
import { visibilityPlugin, type VisibilityStages } from './visibility-plugin.ts';

/** What is served. */
export interface ServerParts extends VisibilityStages {
  readonly gateway: ApolloGateway;
  readonly limits: Limits;
  /** Origins whose pages may ask. */
  readonly origins: readonly string[];
  /** Addresses and networks whose `x-forwarded-for` is believed. */
  readonly proxies: readonly string[];
  readonly persisted: Persisted;
  /** Undefined: no page is served. */
  readonly playground: PlaygroundOptions | undefined;
  /** What `GET /health` tells. */
  readonly health: () => Promise<{ readonly status: 'ok' | 'degraded'; readonly [detail: string]: unknown }>;
}

/** A running HTTP server. */
export interface RunningServer {
  readonly url: string;
  readonly app: FastifyInstance;
  stop(): Promise<void>;
}

/**
 * Serves `/graphql`, `POST /search`, `POST /profile`, `GET /health` and the pages of the playground.
 * @param port 0: any free one
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function serve(parts: ServerParts, host: string, port: number): Promise<RunningServer> {
  const { door, operation, rates } = parts.limits;
  const app = Fastify({
    ...serverOptions(door),
    exposeHeadRoutes: false,
    trustProxy: parts.proxies.length > 0 && [...parts.proxies],
    frameworkErrors: (error, request, reply) => refuseUnrouted(error, request, reply, door),
  });
  limitConnections(app, door);
  await secureAnswers(app);
  await allowOrigins(app, parts.origins);
  refuseWell(app, door, parts.failed);
  readBodies(app);
  const apollo = apolloOf(app, parts);
  await apollo.start();
  const graphql = {
    ...parts,
    apollo,
    addresses: new Addresses(rates.refusals),
    documentOf: documentFinder(parts.persisted),
    literals: new Literals(parts.graph().schema),
    mostTokens: operation.tokens,
  };
  serveGraphql(app, graphql);
  const inputs = selectorInputs(parts.graph().schema);
  if (inputs) await serveSearch(app, { ...graphql, inputs, batch: parts.limits.batch });
  if (parts.graph().schema.getQueryType()?.getFields()['targetProfile']) serveProfile(app, graphql);
  app.get('/health', async () => parts.health());
  if (parts.playground) await servePlayground(app, parts.playground);
  const url = await app.listen({ host, port });
  return { url, app, stop: () => apollo.stop().then(() => app.close()) };
}

function apolloOf(app: FastifyInstance, parts: ServerParts): ApolloServer<Answering> {
  return new ApolloServer<Answering>({
    gateway: parts.gateway,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    status400ForVariableCoercionErrors: true,
    persistedQueries: false,
    csrfPrevention: { requestHeaders: [...NO_FORM_SENDS] },
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: parts.limits.operation.tokens },
    formatError: formatError((error) => parts.failed('an operation', error)),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(app),
      visibilityPlugin(parts),
      jsonStatusPlugin,
      persistedPlugin(parts.persisted),
    ],
    stopOnTerminationSignals: false,
    logger: silent,
  });
}

/** A browser asks leave before a page of another origin may send one of these: a form, a link or an image cannot. */
const NO_FORM_SENDS = ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name'];

const silent = { debug() {}, info() {}, warn() {}, error() {} };
