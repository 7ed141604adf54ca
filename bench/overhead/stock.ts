// A stock @apollo/gateway in @apollo/server, behind the same HTTP server as ours, without any rule.
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import fastifyApollo from '@as-integrations/fastify';
import Fastify from 'fastify';
import { benchSupergraph } from './parties.ts';
import { sampledOnRequest } from './profile/sampled.ts';

process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
const urls = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;
const logger = { debug() {}, info() {}, warn() {}, error: console.error };
const gateway = new ApolloGateway({ supergraphSdl: benchSupergraph(urls), logger });
const apollo = new ApolloServer({ gateway, logger, persistedQueries: false, stopOnTerminationSignals: false });
await apollo.start();
const app = Fastify();
await app.register(fastifyApollo(apollo), { path: '/graphql' });
sampledOnRequest();
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
