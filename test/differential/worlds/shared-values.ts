import { byKey, subgraph, type World } from '../world.ts';

const goods = [
  {
    id: '1',
    dims: { w: 1, h: 2, d: 3, box: { kg: 4, made: { by: 'A', in: 1999 } } },
    maker: { name: 'M1', city: 'Q' },
  },
  { id: '2', dims: null, maker: { name: 'M2', city: null } },
];

/** Value types of which each subgraph has a part, below entities that all of them have. */
export const sharedValues: World = {
  subgraphs: {
    one: subgraph(
      `type Good @key(fields: "id") { id: ID! dims: Dims @shareable maker: Maker @shareable }
       type Dims { w: Int @shareable h: Int box: Box @shareable } type Box { kg: Int made: Made @shareable }
       type Made { by: String @shareable } type Maker { name: String @shareable }
       type Query { goods: [Good!]! }`,
      { Query: { goods: () => goods }, Good: { __resolveReference: byKey(goods, 'id') } },
    ),
    two: subgraph(
      `type Good @key(fields: "id") { id: ID! dims: Dims @shareable maker: Maker @shareable }
       type Dims { w: Int @shareable d: Int! box: Box @shareable } type Box { made: Made @shareable }
       type Made { by: String @shareable in: Int } type Maker { name: String @shareable city: String! }
       type Query { some: Good }`,
      { Query: { some: () => ({ id: '1' }) }, Good: { __resolveReference: byKey(goods, 'id') } },
    ),
  },
  operations: [
    { query: '{ goods { dims { w h d box { kg made { by in } } } } }' },
    { query: '{ goods { maker { name city } } }' },
    { query: '{ some { id dims { h d w } maker { city name } } goods { dims { box { made { in } } } } }' },
    { query: '{ goods { __typename dims { __typename box { __typename made { __typename by } } } } }' },
  ],
};
