import { GraphQLScalarType } from 'graphql';
import { buildAgencySubgraph } from '../../../subgraphs/agency/subgraph.ts';
import { buildIndexSubgraph } from '../../../subgraphs/index/subgraph.ts';
import { buildSubgraph, type Subgraph, type SubgraphOptions } from '../../../subgraphs/kit/subgraph.ts';
import { buildRegistrySubgraph } from '../../../subgraphs/registry/subgraph.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import { toyAgreement, toyRuleset } from '../../support/toy-policy.ts';
import { vouching } from '../../support/vouching.ts';
import { newKeys } from '../../kit/keys.ts';

const agencies = agenciesOf(['DEA', 'ICE']);
const ruleset = toyRuleset(
  agencies,
  toyAgreement(agencies, [{ id: '1', share: { from: ['DEA'], to: ['ICE'], categories: ['RECORD_SUMMARY'] } }]),
);

/** The gateway's key, and the agencies' issuers. */
export const gateway = newKeys('gateway');
export const { identities, voucher } = vouching(agencies);

/** A real subgraph whose every resolver says that it was asked. */
export interface Spied {
  readonly subgraph: Subgraph;
  readonly asked: string[];
}

/** DEA's subgraph, the index and the registry. Nothing is behind them: what is asked fails, and says so. */
export async function spiedSubgraphs(): Promise<readonly Spied[]> {
  const dea = await buildAgencySubgraph(agencies[0]!);
  const index = await buildIndexSubgraph({ agencies });
  const registry = await buildRegistrySubgraph({ agencies }, {} as never, {} as never);
  return [
    spied('DEA', dea, { agency: agencies[0]!, labelsOf: dea.labelsOf }),
    spied('index', index, 'none'),
    spied('registry', registry, 'none'),
  ];
}

type Part = Pick<SubgraphOptions, 'typeDefs' | 'resolvers'>;

function spied(name: string, { typeDefs, resolvers }: Part, lock: SubgraphOptions['lock']): Spied {
  const asked: string[] = [];
  const subgraph = buildSubgraph({
    name,
    typeDefs,
    resolvers: heard(resolvers, asked),
    lock,
    rulebook: { at: () => ruleset },
    gatewayKeys: () => gateway.published,
    identities,
    contextFor: () => {
      asked.push('contextFor');
      return {};
    },
    onRequest: () => void asked.push('onRequest'),
  });
  return { subgraph, asked };
}

function heard(resolvers: object, asked: string[]): object {
  const types = Object.entries(resolvers).map(([type, fields]) => [type, ofType(type, fields as object, asked)]);
  return Object.fromEntries(types) as object;
}

function ofType(type: string, fields: object, asked: string[]): object {
  // A scalar's own functions would be put into the one `Boolean` of everybody.
  if (fields instanceof GraphQLScalarType) return fields;
  const entries = Object.entries(fields).map(([field, resolve]) => [
    field,
    typeof resolve !== 'function' || field === '__resolveType' || field === '__isTypeOf'
      ? (resolve as unknown)
      : () => {
          asked.push(`${type}.${field}`);
          throw new Error('a value that nobody may see');
        },
  ]);
  return Object.fromEntries(entries) as object;
}
