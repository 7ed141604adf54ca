import { fileURLToPath } from 'node:url';
import { EXCHANGE, bundleCaller } from '../platform/bundle-call.ts';
import { HUB_DATABASE } from '../platform/database/names.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openPool } from '../platform/database/pool.ts';
import { openPrisma } from '../platform/database/prisma.ts';
import type { DatabaseServer } from '../platform/database/server.ts';
import { prepareNotifications } from '../platform/notifications/store.ts';
import { urlFeed } from '../platform/url-feed.ts';
import { serveContributions } from '../subgraphs/index/contribution/route.ts';
import { watchForLeads } from '../subgraphs/index/leads/watch.ts';
import { PrismaClient } from '../subgraphs/index/prisma/generated/client.ts';
import { cursorSeal } from '../subgraphs/index/search/cursor.ts';
import { buildIndexSubgraph } from '../subgraphs/index/subgraph.ts';
import { serveSubgraph } from '../subgraphs/kit/serve.ts';
import type { Config } from './config.ts';
import { follow } from './follow.ts';
import { openGatewayKey, proofsOf, type Pinned } from './party.ts';
import type { Running } from './running.ts';
import { ANSWERING, troubleOf } from './trouble.ts';

const MIGRATIONS = fileURLToPath(new URL('../subgraphs/index/prisma/migrations', import.meta.url));

const LOOKING = { subgraph: 'index', failed: 'leads could not be looked for: it is tried again' };

/** Runs the index: pointers, search, and the door by which agencies contribute. */
export async function startIndex(
  config: Config,
  pinned: Pinned,
  server: DatabaseServer,
  bundleUrl: string,
  port = 0,
): Promise<Running> {
  const url = await server.ensure(HUB_DATABASE);
  await migrate(url, MIGRATIONS);
  await prepareNotifications(url);
  const database = openPrisma(PrismaClient, url, { poolSize: 10 });
  const loads = openPool(url, { name: 'concordat loads', poolSize: 4 });
  const leads = watchForLeads({ url, pool: loads, onTrouble: troubleOf(pinned.log, LOOKING) });
  const key = await openGatewayKey(config, pinned);
  const feed = urlFeed(bundleUrl, bundleCaller(EXCHANGE, key.current));
  const { rulebook, stop: unfollow } = await follow('index', feed, pinned, config);
  const { typeDefs, resolvers, contextFor } = await buildIndexSubgraph({ agencies: pinned.agencies });
  const services = { database, cursors: cursorSeal() };
  const served = await serveSubgraph({
    name: 'index',
    typeDefs,
    resolvers,
    lock: 'none',
    rulebook,
    ...proofsOf(pinned),
    contextFor: (asking) => contextFor(asking, services),
    host: config.host,
    onTrouble: troubleOf(pinned.log, { subgraph: 'index', failed: ANSWERING }),
    port,
    routes: (app) =>
      void serveContributions(app, { database, loads, keysOf: (code) => pinned.keys().get(code)?.service }),
  });
  return {
    name: 'index',
    url: served.url,
    stop: async () => {
      await served.stop();
      await unfollow();
      await key.stop();
      await leads.stop();
      await loads.end();
      await database.$disconnect();
    },
  };
}
