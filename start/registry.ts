import { EXCHANGE, bundleCallProof } from '../platform/bundle-call.ts';
import { serveBundle } from '../platform/bundle-server.ts';
import { HUB_DATABASE } from '../platform/database/names.ts';
import type { DatabaseServer } from '../platform/database/server.ts';
import { folderFeed } from '../platform/folder-feed.ts';
import { serveSubgraph } from '../subgraphs/kit/serve.ts';
import { openRecords } from '../subgraphs/registry/records.ts';
import { buildRegistrySubgraph } from '../subgraphs/registry/subgraph.ts';
import type { Config } from './config.ts';
import { follow } from './follow.ts';
import { proofsOf, type Pinned } from './party.ts';
import type { Running } from './running.ts';
import { ANSWERING, troubleOf } from './trouble.ts';

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
  const { rulebook, stop: unfollow } = await follow('registry', feed, pinned, config);
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
    onTrouble: troubleOf(pinned.log, { subgraph: 'registry', failed: ANSWERING }),
    port,
    routes: (app) => serveBundle(app, rulebook, bundleCallProof(callersIn(pinned))),
  });
  return {
    name: 'registry',
    url: served.url,
    stop: async () => {
      await served.stop();
      await unfollow();
      await records.stop();
    },
  };
}

/** Who may have the agreements: agencies by their service keys, and the exchange's own servers by the gateway's. */
function callersIn({ agencies, keys, gatewayKeys }: Pinned) {
  const codes = new Set(agencies.map(({ code }) => code));
  return (caller: string) => {
    if (caller === EXCHANGE) return gatewayKeys();
    return codes.has(caller) ? keys().get(caller)?.service : undefined;
  };
}
