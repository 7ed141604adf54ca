import 'reflect-metadata';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type DocumentNode } from 'graphql';
import { buildSchema, createResolversMap } from 'type-graphql';
import type { Parties } from '../../policy/parties.ts';
import type { Asking } from '../kit/subgraph.ts';
import { IndexResolver } from './api/resolver.ts';
import { stubsOf } from './api/references.ts';
import { referenceResolvers } from './api/reference-resolvers.ts';
import type { IndexContext, IndexServices } from './request.ts';
import { disclosedLoader, onCallLoader } from './search/disclosed.ts';

type Resolvers = ReturnType<typeof createResolversMap>;

/** The index as a Federation 2 subgraph. */
export interface IndexSubgraph {
  readonly name: 'index';
  readonly typeDefs: DocumentNode;
  readonly resolvers: Resolvers;
  /** What resolvers need for one request. */
  contextFor(asking: Asking, services: IndexServices): IndexContext;
}

const LINK = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@composeDirective"])
    @link(url: "https://concordat.example/reads/v1.0", import: ["@reads"])
    @composeDirective(name: "@reads")

  "The input reads this field of the contract, and is covered by its rule."
  directive @reads(coordinate: String!) on INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION
`;

/** The index for these parties: it has a stub type for every entity of each. */
export async function buildIndexSubgraph({ agencies }: Parties): Promise<IndexSubgraph> {
  const orphanedTypes = agencies.flatMap(stubsOf);
  const schema = await buildSchema({ resolvers: [IndexResolver], orphanedTypes, validate: false });
  return {
    name: 'index',
    typeDefs: parse(LINK + printSchemaWithDirectives(schema)),
    resolvers: withReferences(createResolversMap(schema), agencies),
    contextFor: (asking, services) => {
      const looking = { database: services.database, grant: asking.grant, agencies };
      const disclosed = {
        Record: disclosedLoader('Record', looking),
        Case: disclosedLoader('Case', looking),
        LiaisonContact: disclosedLoader('LiaisonContact', looking),
      };
      return { index: { ...asking, ...services, agencies, disclosed, onCall: onCallLoader(looking) } };
    },
  };
}

function withReferences(resolvers: Resolvers, agencies: Parties['agencies']): Resolvers {
  const references = Object.entries(referenceResolvers(agencies)).map(([type, resolver]) => [
    type,
    { ...resolvers[type], ...resolver },
  ]);
  return { ...resolvers, ...Object.fromEntries(references) } as Resolvers;
}
