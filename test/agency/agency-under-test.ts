import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { BlindingKeys } from '../../matching/blinding-keys.ts';
import { openPrisma } from '../../platform/database/prisma.ts';
import { PrismaClient } from '../../subgraphs/agency/prisma/generated/client.ts';
import type { AgencyStore } from '../../subgraphs/agency/store/agency-store.ts';
import { buildAgencySubgraph, type SubgraphParts } from '../../subgraphs/agency/subgraph.ts';
import { useDatabase } from '../support/database.ts';
import { agency } from './parties.ts';

/** A database of an agency, for one suite; known once the suite's `beforeAll` has run. */
export interface AgencyDatabase {
  readonly url: string;
  readonly prisma: PrismaClient;
  /** The same database, with keys of which `keys.current` is the epoch; a test may set others. */
  readonly store: AgencyStore;
  keys: BlindingKeys | undefined;
}

/** Gives the suite that calls it an agency's database, empty. */
export function useAgencyDatabase(): AgencyDatabase {
  const database = useDatabase('subgraphs/agency/prisma/migrations');
  const opened = {
    ...{ url: '', prisma: undefined as unknown as PrismaClient, store: undefined as unknown as AgencyStore },
    keys: blindingKeys(1) as BlindingKeys | undefined,
  };
  beforeAll(() => {
    const prisma = openPrisma(PrismaClient, database.url);
    Object.assign(opened, { url: database.url, prisma, store: { prisma, blinding: () => opened.keys } });
  });
  afterAll(() => opened.prisma.$disconnect());
  return opened;
}

/** Keys of the epochs 1 to `current`. */
export function blindingKeys(current: number): BlindingKeys {
  const epochs = Array.from({ length: current }, (_, before) => before + 1);
  return { current, epochs: new Map(epochs.map((epoch) => [epoch, new Uint8Array(32).fill(epoch)])) };
}

/** An agency's subgraph as the subgraph library builds it, without any lock. */
export interface BareSubgraph {
  readonly parts: SubgraphParts;
  readonly schema: GraphQLSchema;
}

/** Builds the subgraph of the agency with that code. */
export async function bareSubgraph(code: string): Promise<BareSubgraph> {
  const parts = await buildAgencySubgraph(agency(code));
  const modules = { typeDefs: parts.typeDefs, resolvers: parts.resolvers as never };
  return { parts, schema: buildSubgraphSchema(modules) };
}

/** Asks for entities as a gateway does. */
export function entities(
  { parts, schema }: BareSubgraph,
  prisma: PrismaClient,
  representations: readonly object[],
  selection: string,
): Promise<ExecutionResult> {
  return graphql({
    schema,
    source: `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${selection} } }`,
    variableValues: { representations },
    contextValue: parts.contextFor(prisma),
  });
}
