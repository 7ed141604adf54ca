import { composeServices } from '@apollo/composition';
import { concatAST, parse } from 'graphql';
import { buildAgencySubgraph } from '../../../subgraphs/agency/subgraph.ts';
import { buildIndexSubgraph } from '../../../subgraphs/index/subgraph.ts';
import { starterSdl } from '../../../subgraphs/kit/starter-sdl.ts';
import { serveSubgraph } from '../../../subgraphs/kit/serve.ts';
import { agenciesOf } from './everyone.ts';
import { common, type ScenarioSubgraph, type SubgraphWorld } from './subgraphs.ts';

const [ice, dea, usao] = agenciesOf(['ICE', 'DEA', 'USAO']);

/** A subgraph that the prosecutors wrote themselves, beside ICE, DEA and the index. */
export interface Prosecutors {
  /** The supergraph of them all. */
  compose(): Promise<string>;
  serve(world: SubgraphWorld): Promise<ScenarioSubgraph>;
}

/** The prosecutors' subgraph with what it adds to the contract, and how that is answered. */
export function prosecutors(added: string, resolvers: object): Prosecutors {
  const typeDefs = concatAST([parse(starterSdl(usao!)), parse(added)]);
  return {
    async compose() {
      const index = await buildIndexSubgraph({ agencies: [ice!, dea!, usao!] });
      const agencies = await Promise.all([ice!, dea!].map(buildAgencySubgraph));
      const parts = [{ name: 'index', typeDefs: index.typeDefs }, ...agencies, { name: 'USAO', typeDefs }];
      const { supergraphSdl, errors } = composeServices(
        parts.map((part) => ({ name: part.name, typeDefs: part.typeDefs, url: `http://${part.name}.example` })),
      );
      if (!supergraphSdl) throw new Error(String(errors));
      return supergraphSdl;
    },
    serve: (world) =>
      serveSubgraph({
        name: 'USAO',
        typeDefs,
        resolvers,
        lock: { agency: usao!, labelsOf: () => ({}) },
        ...common('USAO', world),
      }),
  };
}
