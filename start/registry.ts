import { serveBundle } from '../platform/bundle-server.ts';
import { folderFeed } from '../platform/folder-feed.ts';
import { serveSubgraph } from '../subgraphs/kit/serve.ts';
import { buildRegistrySubgraph } from '../subgraphs/registry/subgraph.ts';
import type { Config } from './config.ts';
import { rulebookOf, type Pinned } from './party.ts';
import type { Running } from './running.ts';

/** Runs the registry: agencies, agreements and the matrix; and it hands the agreements to everyone who checks them. */
export async function startRegistry(config: Config, pinned: Pinned, port = 0): Promise<Running> {
  const { agreementsDir, signaturesDir } = config;
  const feed = folderFeed({ agreementsDir, signaturesDir });
  const rulebook = rulebookOf(feed, pinned);
  await rulebook.ready;
  const { typeDefs, resolvers, contextFor } = await buildRegistrySubgraph({ agencies: pinned.agencies }, rulebook);
  const served = await serveSubgraph({
    name: 'registry',
    typeDefs,
    resolvers,
    lock: 'none',
    rulebook,
    gatewayKeys: pinned.gatewayKeys,
    contextFor,
    host: config.host,
    port,
    routes: (app) => serveBundle(app, rulebook),
  });
  return { name: 'registry', url: served.url, stop: () => served.stop().then(() => rulebook.stop()) };
}
