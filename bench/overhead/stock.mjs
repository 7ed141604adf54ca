// A stock @apollo/gateway in @apollo/server, without any rule, behind the HTTP server that ours has. Plain JavaScript,
// since tsx would make it slower: its fetcher looks at stacks, which tsx translates.
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import fastifyApollo from '@as-integrations/fastify';
import Fastify from 'fastify';
import { Pool } from 'undici';

process.env.APOLLO_TELEMETRY_DISABLED = 'true';
const { supergraph, undici } = JSON.parse(process.argv[2]);
const quiet = { debug() {}, info() {}, warn() {}, error: console.error };
const pooled = { buildService: ({ url }) => new RemoteGraphQLDataSource({ url, fetcher: fetcherOf(url) }) };
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(supergraph, 'utf8'),
  logger: quiet,
  ...(undici && pooled),
});
const apollo = new ApolloServer({ gateway, logger: quiet, persistedQueries: false, stopOnTerminationSignals: false });
await apollo.start();
const app = Fastify();
await app.register(fastifyApollo(apollo), { path: '/graphql' });
process.once('disconnect', () => process.exit());
process.send({ url: await app.listen({ host: '127.0.0.1', port: 0 }) });

/** What the data source needs of a fetch, on connections that are kept: as many as our gateway keeps. */
function fetcherOf(url) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 32 });
  return async (_, { method, headers, body }) => {
    const answer = await pool.request({ path: pathname, method, headers, body });
    return {
      url,
      status: answer.statusCode,
      ok: answer.statusCode >= 200 && answer.statusCode < 300,
      headers: { get: (name) => answer.headers[name.toLowerCase()] ?? null, *[Symbol.iterator]() {} },
      json: () => answer.body.json(),
      text: () => answer.body.text(),
    };
  };
}
