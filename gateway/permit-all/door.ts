import type { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify from 'fastify';
import type { Answering } from '../answering.ts';
import { jsonStatusPlugin } from '../http/json-status.ts';
import { refuseWell } from '../http/outcomes.ts';
import { DEFAULT_LIMITS } from '../limits/limits.ts';
import { refuseOtherHosts } from './host.ts';

const BODY_LIMIT_BYTES = 64 * 1024 * 1024;
const LIMITS = { ...DEFAULT_LIMITS.door, bodyBytes: BODY_LIMIT_BYTES };
const MODE = 'permit-all';

/** What is behind the door. */
export interface Behind {
  readonly gateway: ApolloGateway;
  readonly plugin: ApolloServerPlugin<Answering>;
  readonly admit: () => Promise<Answering>;
  readonly subgraphs: readonly string[];
}

/** A door that anybody on this machine may enter: Apollo's own answers, each marked with the mode. */
export async function openDoor(behind: Behind, host: string, port: number) {
  const app = Fastify({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: true });
  const apollo = new ApolloServer<Answering>({
    gateway: behind.gateway,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // Pages of other hosts are refused, a page of another origin cannot read an answer, and a GET changes nothing.
    csrfPrevention: false,
    plugins: [ApolloServerPluginLandingPageDisabled(), fastifyApolloDrainPlugin(app), jsonStatusPlugin, behind.plugin],
    stopOnTerminationSignals: false,
    logger: SILENT,
  });
  await apollo.start();
  app.addHook('onRequest', async (_request, reply) => void reply.header('x-concordat-mode', MODE));
  refuseOtherHosts(app);
  refuseWell(app, LIMITS, () => undefined);
  await app.register(fastifyApollo(apollo), { path: '/graphql', context: () => behind.admit() });
  app.get('/health', async () => ({ status: 'ok', mode: MODE, enforces: 'nothing', subgraphs: behind.subgraphs }));
  const url = await app.listen({ host, port });
  return { url, stop: () => apollo.stop().then(() => app.close()) };
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
