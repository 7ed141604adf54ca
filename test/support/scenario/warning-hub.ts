import { parse } from 'graphql';
import { declareErrors, DeclaredError } from '../../../schema/errors.ts';
import { READS_DIRECTIVES, READS_LINK } from '../../../schema/reads.ts';
import { serveSubgraph } from '../../../subgraphs/kit/serve.ts';
import type { ComposedSubgraph } from './composed.ts';
import { common, type ScenarioSubgraph, type SubgraphWorld } from './subgraphs.ts';

const { WARNING_REFUSED } = declareErrors({
  WARNING_REFUSED: { status: 200, meaning: 'The hub does not take it.', remedy: 'Say what about.' },
});

/** A warning that somebody entered, about a record of ICE. */
interface Warning {
  readonly id: string;
  readonly about: string;
}

/** A subgraph of the hub that changes something: it keeps warnings, each once by the id that its sender gave it. */
export interface WarningHub extends ComposedSubgraph {
  /** What it keeps, in the order in which it came. */
  readonly kept: Warning[];
  /** What happens in the middle of a mutation. */
  meanwhile: () => Promise<void>;
  serve(world: SubgraphWorld): Promise<ScenarioSubgraph>;
}

/**
 * A hub whose fields have names of their own, so that there can be several.
 * @param name of the subgraph, and before its fields
 */
export function warningHub(name: string): WarningHub {
  const kept: Warning[] = [];
  const keep = (warning: Warning) => {
    if (!kept.some(({ id }) => id === warning.id)) kept.push(warning);
    return warning;
  };
  const mutations = {
    async Warn(_: unknown, { id, about }: Warning) {
      if (about === '') throw new DeclaredError(WARNING_REFUSED, 'it is about nothing');
      const warning = keep({ id, about });
      await hub.meanwhile();
      return warning;
    },
    TellAll: (_: unknown, { representations }: { representations: readonly string[] }) => representations.length,
  };
  const hub: WarningHub = {
    name,
    kept,
    meanwhile: async () => undefined,
    typeDefs: parse(sdl(name)),
    serve: (world) =>
      serveSubgraph({
        name,
        typeDefs: hub.typeDefs,
        resolvers: {
          Mutation: Object.fromEntries(Object.entries(mutations).map(([field, resolve]) => [name + field, resolve])),
          [`${name}Warning`]: { record: ({ about }: Warning) => ({ __typename: 'IceRecord', id: about }) },
        },
        lock: 'none',
        ...common(name, world),
      }),
  };
  return hub;
}

const sdl = (name: string) => `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
    ${READS_LINK}
  ${READS_DIRECTIVES}
  type Mutation {
    ${name}Warn(id: ID! @readsNothing, about: ID! @readsNothing): ${name}Warning
    ${name}TellAll(representations: [String!]! @readsNothing): Int
  }
  type ${name}Warning { id: ID! about: ID! record: IceRecord }
  type IceRecord @key(fields: "id", resolvable: false) { id: ID! }
`;
