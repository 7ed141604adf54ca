import { fileURLToPath } from 'node:url';
import { bundleCaller } from '../platform/bundle-call.ts';
import { agencyDatabase } from '../platform/database/names.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openPrisma } from '../platform/database/prisma.ts';
import type { DatabaseServer } from '../platform/database/server.ts';
import { folderFeed } from '../platform/folder-feed.ts';
import type { OwnKey } from '../platform/own-key.ts';
import { urlFeed } from '../platform/url-feed.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import { generate } from '../subgraphs/agency/data/generate.ts';
import { deconflictionReceiver, indexReceiver, type Receiver } from '../subgraphs/agency/outbox/receiver.ts';
import { startRelay } from '../subgraphs/agency/outbox/relay.ts';
import type { Refused } from '../subgraphs/agency/outbox/set-aside.ts';
import { PrismaClient } from '../subgraphs/agency/prisma/generated/client.ts';
import type { AgencyStore } from '../subgraphs/agency/store/agency-store.ts';
import { beginContributing } from '../subgraphs/agency/store/contribute-again.ts';
import { importEntities } from '../subgraphs/agency/store/import.ts';
import { keepContributed } from '../subgraphs/agency/store/keep-contributed.ts';
import { refusalsOf } from '../subgraphs/agency/store/refused.ts';
import { buildAgencySubgraph } from '../subgraphs/agency/subgraph.ts';
import { ContributionRefused, caseSender, pointerSender } from '../subgraphs/kit/pointers.ts';
import { serveSubgraph } from '../subgraphs/kit/serve.ts';
import type { Config } from './config.ts';
import { follow } from './follow.ts';
import { openBlindingKeys, openServiceKey, proofsOf, type Pinned } from './party.ts';
import type { Running } from './running.ts';
import { ANSWERING, troubleOf } from './trouble.ts';

/** The seed of the synthetic data: the same at every start. */
const SEED = 'concordat';
const MIGRATIONS = fileURLToPath(new URL('../subgraphs/agency/prisma/migrations', import.meta.url));

/** The hub, for an agency. */
export interface Hub {
  /** Where agreements come from: `GET /bundle`. Undefined: from the folders of the configuration. */
  readonly bundle: string | undefined;
  /** Where the index listens; undefined: what the agency holds stays in its outbox until there is one. */
  readonly index: string | undefined;
  /** Where de-confliction listens; undefined: it is not told of the agency's cases. */
  readonly deconfliction?: string | undefined;
}

/** What an agency runs with. */
export interface AgencyParts {
  readonly config: Config;
  readonly pinned: Pinned;
  readonly server: DatabaseServer;
  readonly hub: Hub;
  /** 0: any free port. */
  readonly port: number;
}

/** Runs an agency's subgraph: its database, its data, its lock, and the relay that tells the index. */
export async function startAgency(
  agency: AgencyEntry,
  { config, pinned, server, hub, port }: AgencyParts,
): Promise<Running> {
  const url = await server.ensure(agencyDatabase(agency.code));
  await migrate(url, MIGRATIONS);
  const prisma = openPrisma(PrismaClient, url);
  const blindingKeys = await openBlindingKeys(config, pinned);
  const store = { prisma, blinding: () => blindingKeys.current() };
  await beginContributing(store);
  await seed(store, agency, config);
  const key = isOfHub(hub) ? await openServiceKey(agency.code, config, pinned) : undefined;
  const { rulebook, stop: unfollow } = await follow(agency.code, feedOf(agency, hub, config, key), pinned, config);
  const { typeDefs, resolvers, labelsOf, contextFor } = await buildAgencySubgraph(agency);
  const troubleIn = (failed: string) => troubleOf(pinned.log, { subgraph: agency.code, failed });
  const served = await serveSubgraph({
    name: agency.code,
    typeDefs,
    resolvers,
    lock: { agency, labelsOf },
    rulebook,
    ...proofsOf(pinned),
    contextFor: () => contextFor(prisma),
    host: config.host,
    port,
    onTrouble: troubleIn(ANSWERING),
    health: async () => ({ refused: await refusalsOf(store) }),
  });
  const telling =
    hub.index && key
      ? [
          startRelay({
            url,
            agency: agency.code,
            receivers: receiversOf(hub.index, hub.deconfliction, key),
            ...toldOfRelay(pinned, agency.code),
          }),
          keepContributed(store, { onTrouble: troubleIn('not all is contributed anew yet: it is tried again') }),
        ]
      : [];
  return {
    name: agency.code,
    url: served.url,
    stop: async () => {
      await Promise.all([...telling, served].map((running) => running.stop()));
      await unfollow();
      await key?.stop();
      await blindingKeys.stop();
      await prisma.$disconnect();
    },
  };
}

function isOfHub({ bundle, index }: Hub): boolean {
  return bundle !== undefined || index !== undefined;
}

/** The index hears of everything, de-confliction of cases. */
function receiversOf(index: string, deconfliction: string | undefined, { current }: OwnKey): readonly Receiver[] {
  const toIndex = indexReceiver(pointerSender(index, current));
  return deconfliction === undefined ? [toIndex] : [toIndex, deconflictionReceiver(caseSender(deconfliction, current))];
}

/** INVARIANT: of what is refused the log has the object's id and type and the declared code, and nothing of its contents. */
function toldOfRelay({ log }: Pinned, subgraph: string) {
  return {
    onTrouble: (error: unknown, to: string) => {
      const failed = `the ${to} could not be told of changes: it is tried again`;
      if (!(error instanceof ContributionRefused)) return troubleOf(log, { subgraph, failed })(error);
      const { receiver, status, code } = error;
      log.warn({ subgraph, receiver, status, code }, failed);
    },
    onRefused: ({ receiver, type, id, code }: Refused) =>
      log.warn({ subgraph, receiver, type, object: id, code }, 'refused and set aside: `npm run refused` lists it'),
  };
}

function feedOf({ code }: AgencyEntry, { bundle }: Hub, config: Config, key: OwnKey | undefined) {
  return bundle !== undefined && key ? urlFeed(bundle, bundleCaller(code, key.current)) : folderFeed(config);
}

/** The synthetic data, once. A load that was interrupted is completed: what is there already is left as it is. */
async function seed(store: AgencyStore, { code }: AgencyEntry, { demoRecords }: Config): Promise<void> {
  const { prisma } = store;
  if (demoRecords === 0 || (await prisma.completedLoad.findUnique({ where: { name: SEED } }))) return;
  await importEntities(store, generate({ agency: code, seed: SEED, records: demoRecords }));
  await prisma.completedLoad.create({ data: { name: SEED } });
}
