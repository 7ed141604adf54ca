import { parse } from 'graphql';
import { labelsOf } from '../../../schema/labels.ts';
import { serveSubgraph } from '../../../subgraphs/kit/serve.ts';
import { starterSdl } from '../../../subgraphs/kit/starter-sdl.ts';
import { aRecord } from '../../agency/samples.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import { common, type ScenarioSubgraph, type SubgraphWorld } from '../../support/scenario/subgraphs.ts';

const [ice] = agenciesOf(['ICE']);

/** What ICE holds, and shares with nobody. */
export const record = aRecord({ originator: 'ICE', title: 'A sealed matter' });

/** Serves ICE's record, with its lock, and writes down what its resolvers were asked for. */
export function serveIce(loaded: string[]) {
  const load = ({ id }: { readonly id: string }) => {
    loaded.push(id);
    return id === record.id ? record : null;
  };
  return async (world: SubgraphWorld): Promise<ScenarioSubgraph> =>
    serveSubgraph({
      name: 'ICE',
      typeDefs: parse(starterSdl(ice!)),
      resolvers: { IceRecord: { __resolveReference: load } },
      lock: { agency: ice!, labelsOf: (_typename, source) => labelsOf('Record', source) },
      ...common('ICE', world),
    });
}
