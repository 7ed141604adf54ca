import { openPrisma } from '../../../platform/database/prisma.ts';
import { PrismaClient as AgencyClient } from '../../../subgraphs/agency/prisma/generated/client.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import { importEntities } from '../../../subgraphs/agency/store/import.ts';
import { PrismaClient as HubClient } from '../../../subgraphs/index/prisma/generated/client.ts';
import { contribute } from '../../../subgraphs/index/contribution/contribute.ts';
import { BLINDING_KEYS, pointersTo } from '../../support/pointers.ts';
import type { Scenario } from '../../support/scenario/scenario.ts';
import { AGENCIES } from '../words.ts';
import type { Holdings } from '../world/world.ts';

/** Puts what agencies hold into their databases and into the index, in the place of what was there. */
export interface Loader {
  load(holdings: Holdings): Promise<void>;
  /** Ids of all that is there now. */
  held(): ReadonlySet<string>;
  /** Forgets what the hub has recorded and counted. */
  forget(): Promise<void>;
  stop(): Promise<void>;
}

const NOTHING: readonly Stored[] = [];

/** The ledger is only ever added to: the test, not the product, begins it anew. */
const ONLY_ADDED_TO = ['ledger.disclosure', 'notification.notification'];
const FORGET = [
  ...ONLY_ADDED_TO.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`),
  `TRUNCATE quota.searches, ${ONLY_ADDED_TO.join(', ')}`,
  ...ONLY_ADDED_TO.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`),
];

/** A loader for the databases of a scenario. Agencies that hold the same as before are left as they are. */
export function loaderFor(scenario: Scenario): Loader {
  const hub = openPrisma(HubClient, scenario.hubUrl, { poolSize: 2 });
  const agencies = AGENCIES.map((code) => {
    const database = openPrisma(AgencyClient, scenario.databaseOf(code), { poolSize: 1 });
    return { code, database, held: NOTHING };
  });
  let ids: ReadonlySet<string> = new Set();
  return {
    held: () => ids,
    async load(holdings) {
      ids = new Set(Object.values(holdings).flatMap((held) => held.map(({ id }) => id)));
      await Promise.all(
        agencies.map(async (agency) => {
          const held = holdings[agency.code] ?? NOTHING;
          if (held === agency.held) return;
          agency.held = held;
          await Promise.all([replace(agency.database, held), repoint(hub, agency.code, held)]);
        }),
      );
    },
    async forget() {
      for (const statement of FORGET) await hub.$executeRawUnsafe(statement);
    },
    stop: async () =>
      void (await Promise.all([hub, ...agencies.map(({ database }) => database)].map((one) => one.$disconnect()))),
  };
}

async function replace(database: AgencyClient, held: readonly Stored[]): Promise<void> {
  await database.$transaction(
    ['Record', 'Case', 'LiaisonContact', 'Subject', 'outbox'].map((table) =>
      database.$executeRawUnsafe(`DELETE FROM "${table}"`),
    ),
  );
  await importEntities({ prisma: database, blinding: () => BLINDING_KEYS }, held);
}

async function repoint(hub: HubClient, agency: string, held: readonly Stored[]): Promise<void> {
  await hub.$executeRaw`DELETE FROM pointer WHERE originator = ${agency}`;
  await hub.$executeRaw`DELETE FROM contribution WHERE agency = ${agency}`;
  const entries = pointersTo(held).map(
    ({ type, id, ...pointer }, position) =>
      ({ sequence: BigInt(position + 1), op: 'UPSERT', type, id, pointer }) as const,
  );
  if (entries.length > 0) await contribute(hub, agency, entries);
}
