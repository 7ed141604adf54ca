import 'reflect-metadata';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import DataLoader from 'dataloader';
import { parse, type DocumentNode } from 'graphql';
import { buildSchema, createResolversMap } from 'type-graphql';
import type { Parties } from '../../policy/parties.ts';
import { READS_DIRECTIVES, READS_LINK } from '../../schema/reads.ts';
import type { Asking } from '../kit/subgraph.ts';
import { EventConflicts, TargetConflicts } from './api/declared-conflicts.ts';
import { DeconflictionMutations } from './api/mutations.ts';
import { DeconflictionQueries } from './api/queries.ts';
import { contactStubOf } from './api/references.ts';
import { conflictsIn, heldUp } from './conflicts/in-declarations.ts';
import { findDeclared } from './declarations/read.ts';
import type { DeconflictionContext, DeconflictionServices } from './request.ts';

type Resolvers = ReturnType<typeof createResolversMap>;

/** De-confliction as a Federation 2 subgraph. */
export interface DeconflictionSubgraph {
  readonly name: 'deconfliction';
  readonly typeDefs: DocumentNode;
  readonly resolvers: Resolvers;
  /** What resolvers need for one request. */
  contextFor(asking: Asking, services: DeconflictionServices): DeconflictionContext;
}

const LINK = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@composeDirective", "@listSize"])
    ${READS_LINK}
  ${READS_DIRECTIVES}
`;

/** De-confliction for these parties: it refers to the contacts of each. */
export async function buildDeconflictionSubgraph({ agencies }: Parties): Promise<DeconflictionSubgraph> {
  const schema = await buildSchema({
    resolvers: [DeconflictionQueries, DeconflictionMutations, TargetConflicts, EventConflicts],
    orphanedTypes: agencies.map(contactStubOf),
    validate: false,
  });
  return {
    name: 'deconfliction',
    typeDefs: parse(LINK + printSchemaWithDirectives(schema)),
    resolvers: createResolversMap(schema),
    contextFor: (asking, services) => {
      const { agency } = asking.caller.viewer;
      const inForce = services.inForceAt(asking.now);
      const reading = { database: services.database, agency, inForce, now: asking.now };
      const declared = new DataLoader(async (keys: readonly string[]) => {
        const found = await findDeclared(services.database, agency, keys);
        return keys.map((key) => found.get(key) ?? null);
      });
      const conflictsOf = new DataLoader(async (keys: readonly string[]) => {
        const found = await conflictsIn(reading, keys);
        return keys.map((key) => found.get(key) ?? []);
      });
      const isHeldUp = new DataLoader(async (keys: readonly string[]) => {
        const held = await heldUp(reading, keys);
        return keys.map((key) => held.has(key));
      });
      return { deconfliction: { ...asking, ...services, agencies, inForce, declared, conflictsOf, isHeldUp } };
    },
  };
}
