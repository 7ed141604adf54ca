import { composeServices } from '@apollo/composition';
import type { DocumentNode } from 'graphql';
import { buildAgencySubgraph } from '../../../subgraphs/agency/subgraph.ts';
import { buildIndexSubgraph } from '../../../subgraphs/index/subgraph.ts';
import { agenciesOf } from './everyone.ts';

/** A subgraph as a supergraph is composed of it. */
export interface ComposedSubgraph {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

/**
 * The supergraph of the index and these agencies.
 * @param written what a test wrote: in the place of an agency of that name, or beside them
 */
export async function composed(codes: readonly string[], written: readonly ComposedSubgraph[]): Promise<string> {
  const agencies = agenciesOf(codes);
  const index = await buildIndexSubgraph({ agencies });
  const own = agencies.filter(({ code }) => !written.some(({ name }) => name === code));
  const parts = [{ name: 'index', typeDefs: index.typeDefs }, ...(await Promise.all(own.map(partOf))), ...written];
  const { supergraphSdl, errors } = composeServices(
    parts.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}.example` })),
  );
  if (!supergraphSdl) throw new Error(String(errors));
  return supergraphSdl;
}

async function partOf(agency: Parameters<typeof buildAgencySubgraph>[0]): Promise<ComposedSubgraph> {
  return { name: agency.code, typeDefs: (await buildAgencySubgraph(agency)).typeDefs };
}
