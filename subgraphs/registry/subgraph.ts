import 'reflect-metadata';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type DocumentNode } from 'graphql';
import { buildSchema, createResolversMap } from 'type-graphql';
import type { Parties } from '../../policy/parties.ts';
import type { Asking } from '../kit/subgraph.ts';
import { RecordsResolver } from './api/records-resolver.ts';
import { RegistryResolver, agencyOf } from './api/resolver.ts';
import type { Records } from './records.ts';
import type { RegistryContext } from './request.ts';
import type { Shelf } from './shelf.ts';

type Resolvers = ReturnType<typeof createResolversMap>;

/** The registry as a Federation 2 subgraph. */
export interface RegistrySubgraph {
  readonly name: 'registry';
  readonly typeDefs: DocumentNode;
  readonly resolvers: Resolvers;
  /** What resolvers need for one request. */
  contextFor(asking: Asking): RegistryContext;
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@listSize"])\n';

/**
 * The registry of these parties.
 * @param shelf the agreements as the registry verified them itself: a `Rulebook`
 * @param records what the hub has recorded
 */
export async function buildRegistrySubgraph(
  { agencies }: Parties,
  shelf: Shelf,
  records: Records,
): Promise<RegistrySubgraph> {
  const resolvers: Resolvers = createResolversMap(await registrySchema());
  const __resolveReference = ({ code }: { readonly code: string }, context: RegistryContext) => agencyOf(code, context);
  return {
    name: 'registry',
    typeDefs: await registryTypeDefs(),
    resolvers: { ...resolvers, Agency: { ...resolvers['Agency'], __resolveReference } } as Resolvers,
    contextFor: (asking) => ({ registry: { ...asking, agencies, shelf, records } }),
  };
}

/** The registry's SDL, whoever the parties are. */
export async function registryTypeDefs(): Promise<DocumentNode> {
  return parse(LINK + printSchemaWithDirectives(await registrySchema()));
}

function registrySchema() {
  return buildSchema({ resolvers: [RegistryResolver, RecordsResolver], orphanedTypes: [], validate: false });
}
