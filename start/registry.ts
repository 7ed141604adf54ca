import { serveBundle } from '../platform/bundle-server.ts';
import { HUB_DATABASE } from '../platform/database/names.ts';
import type { DatabaseServer } from '../platform/database/server.ts';
import { folderFeed } from '../platform/folder-feed.ts';
import { serveSubgraph } from '../subgraphs/kit/serve.ts';
import { openRecords } from '../subgraphs/registry/records.ts';
import { buildRegistrySubgraph } from '../subgraphs/registry/subgraph.ts';
import type { Config } from './config.ts';
import { proofsOf, rulebookOf, type Pinned } from './party.ts';
import type { Running } from './running.ts';
import { troubleOf } from './trouble.ts';

/**
 * Runs the registry: agencies, agreements and the matrix, and what the hub has recorded; and it hands the agreements to
 * everyone who checks them.
 */
export async function startRegistry(
  config: Config,
  pinned: Pinned,
  server: DatabaseServer,
  port = 0,
): Promise<Running> {
  const { agreementsDir, signaturesDir, noticesDir } = config;
  const feed = folderFeed({ agreementsDir, signaturesDir, noticesDir });
  const rulebook = rulebookOf(feed, pinned);
  await rulebook.ready;
  const records = openRecords(await server.ensure(HUB_DATABASE));
  const parties = { agencies: pinned.agencies };
  const { typeDefs, resolvers, contextFor } = await buildRegistrySubgraph(parties, rulebook, records);
  const served = await serveSubgraph({
    name: 'registry',
    typeDefs,
    resolvers,
    lock: 'none',
    rulebook,
    ...proofsOf(pinned),
    contextFor,
    host: config.host,
    onTrouble: troubleOf(pinned.log, 'registry'),
    port,
    routes: (app) => serveBundle(app, rulebook),
  });
  return {
    name: 'registry',
    url: served.url,
    stop: async () => {
      await served.stop();
      rulebook.stop();
      await records.stop();
    },
  };
}
