import { byKey, subgraph, type World } from '../world.ts';

const boxes = [
  { id: '1', code: 'k1', secret: 's1', lid: { __typename: 'Iron', kg: 4 }, state: 'OPEN' },
  { id: '2', code: 'k2', secret: 's2', lid: { __typename: 'Glass', tint: 'green' }, state: 'SHUT' },
  { id: '3', code: 'k3', secret: 's3', lid: null, state: 'GONE' },
];

/** Keys, fields, types, arguments and enum values that the api does not have, and plans need. */
export const hidden: World = {
  subgraphs: {
    store: subgraph(
      `type Box @key(fields: "code") @key(fields: "id") { id: ID! code: String! @inaccessible secret: String @inaccessible
         lid: Lid state(at: Int @inaccessible): State }
       union Lid = Iron | Glass type Iron { kg: Int } type Glass @inaccessible { tint: String }
       enum State { OPEN SHUT GONE @inaccessible }
       type Query { boxes: [Box!]! all: [Box!]! @inaccessible }`,
      {
        Query: { boxes: () => boxes, all: () => boxes },
        Box: { __resolveReference: byKey(boxes, 'id') },
      },
    ),
    ledger: subgraph(
      `type Box @key(fields: "code") { code: String! secret: String @external value: Int worth: String @requires(fields: "secret") }
       type Query { dearest: Box }`,
      {
        Query: { dearest: () => ({ code: 'k2' }) },
        Box: {
          value: ({ code }: { code: string }) => code.length * 10,
          worth: ({ secret }: { secret: string }) => `worth ${secret}`,
        },
      },
    ),
  },
  operations: [
    { query: '{ boxes { id value worth state lid { __typename ... on Iron { kg } } } }' },
    { query: '{ boxes { state } }' },
    { query: '{ dearest { id value worth } }' },
    { query: '{ boxes { secret } }' },
    { query: '{ __type(name: "Box") { fields { name args { name } } } }' },
    { query: '{ __schema { types { name kind enumValues { name } possibleTypes { name } } } }' },
  ],
};
