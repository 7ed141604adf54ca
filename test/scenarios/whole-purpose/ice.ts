import { parse } from 'graphql';
import type { Caller } from '../../../policy/caller.ts';
import { labelsOf } from '../../../schema/labels.ts';
import { serveSubgraph } from '../../../subgraphs/kit/serve.ts';
import { starterSdl } from '../../../subgraphs/kit/starter-sdl.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import type { ScenarioSubgraph, SubgraphWorld } from '../../support/scenario/subgraphs.ts';
import { confirmed, unconfirmed } from './data.ts';

const [ice] = agenciesOf(['ICE']);
const HELD = [confirmed, unconfirmed];

/** Serves ICE's records, with its lock, and writes down who was proven to call, and what for. */
export function serveIce(heard: Caller[]) {
  return async ({ rulebook, gatewayKeys, identities }: SubgraphWorld): Promise<ScenarioSubgraph> =>
    serveSubgraph({
      name: 'ICE',
      typeDefs: parse(starterSdl(ice!)),
      resolvers: {
        IceRecord: {
          __resolveReference: ({ id }: { readonly id: string }) => HELD.find((record) => record.id === id) ?? null,
        },
      },
      lock: { agency: ice!, labelsOf: (_typename, source) => labelsOf('Record', source) },
      rulebook,
      gatewayKeys,
      identities,
      onRequest: (_query, _variables, caller) => heard.push(caller),
    });
}
