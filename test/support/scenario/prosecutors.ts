import { concatAST, parse } from 'graphql';
import { starterSdl } from '../../../subgraphs/kit/starter-sdl.ts';
import { serveSubgraph } from '../../../subgraphs/kit/serve.ts';
import { composed, type ComposedSubgraph } from './composed.ts';
import { agenciesOf } from './everyone.ts';
import { common, type ScenarioSubgraph, type SubgraphWorld } from './subgraphs.ts';

const AGENCIES = ['ICE', 'DEA', 'USAO'];
const [usao] = agenciesOf(['USAO']);

/** A subgraph that the prosecutors wrote themselves, beside ICE, DEA and the index. */
export interface Prosecutors {
  /** The supergraph of them all, and of further subgraphs of the hub. */
  compose(hubs?: readonly ComposedSubgraph[]): Promise<string>;
  serve(world: SubgraphWorld): Promise<ScenarioSubgraph>;
}

/** The prosecutors' subgraph with what it adds to the contract, and how that is answered. */
export function prosecutors(added: string, resolvers: object): Prosecutors {
  const typeDefs = concatAST([parse(starterSdl(usao!)), parse(added)]);
  return {
    compose: (hubs = []) => composed(AGENCIES, [{ name: 'USAO', typeDefs }, ...hubs]),
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
