import type { Disclosure, Ledger } from '../../../gateway/ledger/ledger.ts';
import { openPostgresLedger } from '../../../gateway/ledger/postgres-ledger.ts';
import { openPostgresQuotas } from '../../../gateway/quota/postgres-quotas.ts';
import type { Quotas } from '../../../gateway/quota/quotas.ts';
import { openRecords } from '../../../subgraphs/registry/records.ts';
import { buildRegistrySubgraph } from '../../../subgraphs/registry/subgraph.ts';
import { serveSubgraph } from '../../../subgraphs/kit/serve.ts';
import { common, ending, type ScenarioSubgraph, type SubgraphWorld } from './subgraphs.ts';

/** What the hub records and counts, and who tells of it. */
export interface ScenarioHub {
  readonly ledger: Ledger;
  readonly quotas: Quotas;
  readonly subgraphs: readonly ScenarioSubgraph[];
  stop(): Promise<void>;
}

/** What a test hears of the ledger, and whether it fails. */
export interface HeardLedger {
  readonly recorded: Disclosure[];
  readonly state: { readonly fail: boolean; readonly down: boolean };
}

/** A hub that keeps what it records in the test's memory, counts nothing, and has no registry. */
export function hubInMemory(heard: HeardLedger): ScenarioHub {
  const nothing: Ledger = { record: async () => undefined, stop: async () => undefined };
  const quotas: Quotas = { count: async (uses) => uses, stop: async () => undefined };
  return { ledger: listening(nothing, heard), quotas, subgraphs: [], stop: async () => undefined };
}

/** A hub as the product has it: in its database, with a registry. */
export async function hubInDatabase(url: string, heard: HeardLedger, world: SubgraphWorld): Promise<ScenarioHub> {
  const [ledger, quotas] = [await openPostgresLedger(url), await openPostgresQuotas(url)];
  const registry = await serveRegistry(url, world);
  return {
    ledger: listening(ledger, heard),
    quotas,
    subgraphs: [registry],
    stop: async () => void (await Promise.all([ledger.stop(), quotas.stop()])),
  };
}

async function serveRegistry(url: string, world: SubgraphWorld): Promise<ScenarioSubgraph> {
  const records = openRecords(url);
  const { typeDefs, resolvers, contextFor } = await buildRegistrySubgraph(
    { agencies: world.everyone },
    world.rulebook,
    records,
  );
  const served = await serveSubgraph({
    name: 'registry',
    typeDefs,
    resolvers,
    lock: 'none',
    contextFor,
    ...common('registry', world),
  });
  return ending(served, () => records.stop());
}

function listening(ledger: Ledger, { recorded, state }: HeardLedger): Ledger {
  return {
    async record(disclosure, notifications) {
      if (state.fail) throw new Error('the disk is full');
      await ledger.record(disclosure, notifications);
      recorded.push(disclosure);
    },
    async ready() {
      if (state.down) throw new Error('the disk is full');
      await ledger.ready?.();
    },
    stop: () => ledger.stop(),
  };
}
