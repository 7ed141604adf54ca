import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { openPrisma } from '../../platform/database/prisma.ts';
import { PrismaClient } from '../../subgraphs/agency/prisma/generated/client.ts';
import { buildAgencySubgraph, type SubgraphParts } from '../../subgraphs/agency/subgraph.ts';
import { useDatabase } from '../support/database.ts';
import { agency } from './parties.ts';

/** A database of an agency, for one suite; known once the suite's `beforeAll` has run. */
export interface AgencyDatabase {
  readonly url: string;
  readonly prisma: PrismaClient;
}

/** Gives the suite that calls it an agency's database, empty. */
export function useAgencyDatabase(): AgencyDatabase {
  const database = useDatabase('subgraphs/agency/prisma/migrations');
  const opened = { url: '', prisma: undefined as unknown as PrismaClient };
  beforeAll(() => Object.assign(opened, { url: database.url, prisma: openPrisma(PrismaClient, database.url) }));
  afterAll(() => opened.prisma.$disconnect());
  return opened;
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
