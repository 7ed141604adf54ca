import { EXCHANGE, bundleCaller } from '../platform/bundle-call.ts';
import { HUB_DATABASE } from '../platform/database/names.ts';
import type { DatabaseServer } from '../platform/database/server.ts';
import { urlFeed } from '../platform/url-feed.ts';
import { serveCases } from '../subgraphs/deconfliction/contribution/route.ts';
import { bounded } from '../subgraphs/deconfliction/store/bounded.ts';
import { openDatabase } from '../subgraphs/deconfliction/store/database.ts';
import { buildDeconflictionSubgraph } from '../subgraphs/deconfliction/subgraph.ts';
import { startUpkeep } from '../subgraphs/deconfliction/upkeep/upkeep.ts';
import { serveSubgraph } from '../subgraphs/kit/serve.ts';
import type { Config } from './config.ts';
import { follow } from './follow.ts';
import { openGatewayKey, proofsOf, type Pinned } from './party.ts';
import type { Running } from './running.ts';
import { ANSWERING, troubleOf } from './trouble.ts';

const UPKEEP = { subgraph: 'deconfliction', failed: 'conflicts could not be brought up to date: it is tried again' };

/** Of the connections, for what officers declare and say; what they read, and upkeep, finds one whatever waits. */
const DECLARING = { most: 3, patienceMilliseconds: 2_000 };

/** Runs de-confliction: targets, operations and conflicts, and the door by which agencies tell of their cases. */
export async function startDeconfliction(
  config: Config,
  pinned: Pinned,
  server: DatabaseServer,
  bundleUrl: string,
  port = 0,
): Promise<Running> {
  const database = await openDatabase(await server.ensure(HUB_DATABASE));
  const key = await openGatewayKey(config, pinned);
  const feed = urlFeed(bundleUrl, bundleCaller(EXCHANGE, key.current));
  const { rulebook, stop: unfollow } = await follow('deconfliction', feed, pinned, config);
  const { typeDefs, resolvers, contextFor } = await buildDeconflictionSubgraph({ agencies: pinned.agencies });
  const onTrouble = troubleOf(pinned.log, { subgraph: 'deconfliction', failed: ANSWERING });
  const inForceAt = (now: Date) => rulebook.at(now);
  const upkeep = startUpkeep({ database, inForceAt, onTrouble: troubleOf(pinned.log, UPKEEP) });
  const services = { database: bounded(database, DECLARING), inForceAt, onDeclared: upkeep.wake };
  const keysOf = (code: string) => pinned.keys().get(code)?.service;
  const served = await serveSubgraph({
    name: 'deconfliction',
    typeDefs,
    resolvers,
    lock: 'none',
    rulebook,
    ...proofsOf(pinned),
    contextFor: (asking) => contextFor(asking, services),
    host: config.host,
    onTrouble,
    port,
    routes: (app) => void serveCases(app, { database, inForceAt, keysOf, onTaken: upkeep.wake, onTrouble }),
  });
  return {
    name: 'deconfliction',
    url: served.url,
    stop: async () => {
      await served.stop();
      await upkeep.stop();
      await unfollow();
      await key.stop();
      await database.end();
    },
  };
}
