import { byKey, subgraph, type Id, type World } from '../world.ts';

const rooms = [
  { id: '1', floor: 1 },
  { id: '2', floor: 2 },
];

/** Objects that lead back to the root, where others answer: what a subgraph says once stands in many places. */
export const queriesWithin: World = {
  subgraphs: {
    house: subgraph(
      `type Query { rooms: [Room]! room(id: ID!): Room house: House! }
       type Room @key(fields: "id") { id: ID! floor: Int root: Query! }
       type House { name: String! again: Query rows: [[Room!]!] }`,
      {
        Query: {
          rooms: () => [...rooms, null],
          room: (_, { id }: Id) => byKey(rooms, 'id')({ id }),
          house: () => ({ name: 'Elm', rows: [rooms, []] }),
        },
        Room: { __resolveReference: byKey(rooms, 'id'), root: () => ({}) },
        House: { again: () => ({}) },
      },
    ),
    keys: subgraph(
      `type Query { keys(of: Int = 1): [Key!] clock: Clock }
       type Key { teeth: [Int!]! room: Room } type Clock @shareable { hands: Hands } type Hands { hour: Int @shareable minute: Int! }
       type Room @key(fields: "id") { id: ID! locks: [Key] }`,
      {
        Query: {
          keys: (_, { of }: { of: number | null }) => (of === 3 ? null : [{ teeth: [of], room: { id: '2' } }]),
          clock: () => ({ hands: { hour: 3, minute: 4 } }),
        },
        Room: { locks: ({ id }: Id) => (id === '2' ? null : [{ teeth: [1, 2] }, null]) },
      },
    ),
    light: subgraph(
      `type Query { lamp: String } type Clock @shareable { hands: Hands } type Hands { hour: Int @shareable }
       type Room @key(fields: "id") { id: ID! lit: Boolean! }`,
      {
        Query: { lamp: () => 'on' },
        Room: { lit: ({ id }: Id) => (id === '2' ? null : true) },
      },
    ),
  },
  ids: ['1', '2', '9'],
  deepest: 3,
  operations: [
    { query: '{ rooms { id root { keys { teeth } lamp } } }' },
    { query: '{ rooms { root { clock { hands { hour minute } } rooms { floor lit } } } }' },
    { query: '{ rooms { root { __typename me: __typename keys { room { lit floor } } } } }' },
    { query: '{ house { name again { lamp room(id: "1") { locks { teeth } } } rows { id lit } } lamp }' },
    { query: '{ rooms { lit root { lamp keys(of: 3) { teeth } } } }' },
    { query: 'query ($n: Int) { rooms { root { keys(of: $n) { teeth } lamp } } }', variables: { n: 7 } },
  ],
};
