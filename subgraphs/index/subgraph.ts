import 'reflect-metadata';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type DocumentNode } from 'graphql';
import { buildSchema, createResolversMap } from 'type-graphql';
import type { Parties } from '../../policy/parties.ts';
import { READS_DIRECTIVES, READS_LINK } from '../../schema/reads.ts';
import type { Asking } from '../kit/subgraph.ts';
import { LeadResolver } from './api/leads.ts';
import { TextSearchResolver, textSearchReferences, textSearchStubs } from './api/text-searches.ts';
import { declareOrders } from './api/reads.ts';
import { IndexResolver } from './api/resolver.ts';
import { stubsOf } from './api/references.ts';
import { referenceResolvers } from './api/reference-resolvers.ts';
import type { IndexContext, IndexServices } from './request.ts';
import { disclosedLoader, onCallLoader } from './search/disclosed.ts';
import { searchReads } from './search/reads.ts';

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
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@composeDirective", "@cost", "@listSize"])
    ${READS_LINK}
  ${READS_DIRECTIVES}
`;

/** The index for these parties: it has a stub type for every entity of each. */
export async function buildIndexSubgraph({ agencies }: Parties): Promise<IndexSubgraph> {
  const orphanedTypes = agencies.flatMap((agency) => [...stubsOf(agency), ...textSearchStubs(agency)]);
  const schema = await buildSchema({
    resolvers: [IndexResolver, LeadResolver, TextSearchResolver],
    orphanedTypes,
    validate: false,
  });
  const typeDefs = parse(LINK + printSchemaWithDirectives(declareOrders(schema)));
  const reads = searchReads(typeDefs);
  return {
    name: 'index',
    typeDefs,
    resolvers: withReferences(createResolversMap(schema), agencies),
    contextFor: (asking, services) => {
      const looking = { database: services.database, grant: asking.grant, agencies };
      const disclosed = {
        Record: disclosedLoader('Record', looking),
        Case: disclosedLoader('Case', looking),
        LiaisonContact: disclosedLoader('LiaisonContact', looking),
      };
      return { index: { ...asking, ...services, agencies, reads, disclosed, onCall: onCallLoader(looking) } };
    },
  };
}

function withReferences(resolvers: Resolvers, agencies: Parties['agencies']): Resolvers {
  const all = { ...referenceResolvers(agencies), ...textSearchReferences(agencies) };
  const references = Object.entries(all).map(([type, resolver]) => [type, { ...resolvers[type], ...resolver }]);
  return { ...resolvers, ...Object.fromEntries(references) } as Resolvers;
}
