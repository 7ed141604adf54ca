import { subgraph, type World } from '../world.ts';

/** Root types with names of their own, that answers lead back to. */
export const renamedRoots: World = {
  subgraphs: {
    alpha: subgraph(
      `schema { query: AlphaRoot mutation: AlphaChange } type AlphaRoot { alpha: Int self: AlphaRoot thing: Thing }
       type AlphaChange { setAlpha(to: Int!): AlphaRoot } type Thing @key(fields: "id") { id: ID! root: AlphaRoot }`,
      () => {
        let alpha = 1;
        return {
          AlphaRoot: { alpha: () => alpha, self: () => ({}), thing: () => ({ id: 't' }) },
          AlphaChange: { setAlpha: (_: unknown, { to }: { to: number }) => ((alpha = to), {}) },
          Thing: { root: () => ({}) },
        };
      },
    ),
    beta: subgraph(
      `schema { query: BetaRoot } type BetaRoot { beta: String } type Thing @key(fields: "id") { id: ID! weight: Int }`,
      { BetaRoot: { beta: () => 'b' }, Thing: { weight: () => 3 } },
    ),
  },
  operations: [
    { query: '{ __typename alpha beta self { __typename alpha beta self { beta } } }' },
    { query: '{ thing { weight root { __typename beta alpha thing { weight } } } }' },
    {
      query:
        'mutation { __typename setAlpha(to: 5) { __typename alpha beta thing { weight } } again: setAlpha(to: 6) { self { alpha } } }',
    },
    {
      query:
        '{ __schema { queryType { name } mutationType { name } subscriptionType { name } } __type(name: "AlphaRoot") { name } }',
    },
    { query: 'query Named { ...R } fragment R on Query { alpha __schema { queryType { fields { name } } } }' },
  ],
};
