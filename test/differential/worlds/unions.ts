import { byKey, subgraph, type World } from '../world.ts';

const found = [
  { __typename: 'Letter', id: 'l1', pages: 3, by: { __typename: 'Clerk', id: 'k1' } },
  { __typename: 'Coin', metal: 'gold', weight: 3.5 },
  null,
  { __typename: 'Map', id: 'm1', scale: 1000 },
  { __typename: 'Letter', id: 'l2', pages: null, by: null },
];
const letters = [
  { id: 'l1', text: 'hello', tags: ['a', 'b'] },
  { id: 'l2', text: null, tags: null },
];

/** Unions that each subgraph knows some members of, in lists, nested, shared. */
export const unions: World = {
  subgraphs: {
    attic: subgraph(
      `union Find = Letter | Coin | Map union Person = Clerk | Ghost
       type Letter @key(fields: "id") { id: ID! pages: Int by: Person }
       type Map @key(fields: "id") { id: ID! scale: Int! }
       type Coin @shareable { metal: String weight: Float }
       type Clerk @key(fields: "id") { id: ID! } type Ghost @shareable { howls: Boolean }
       type Query { finds: [Find] find(at: Int!): Find }`,
      {
        Query: { finds: () => found, find: (_, { at }: { at: number }) => found[at] ?? null },
        Letter: {
          __resolveReference: byKey(
            found.filter((find) => find !== null),
            'id',
          ),
        },
      },
    ),
    archive: subgraph(
      `union Find = Letter | Coin | Scroll union Person = Clerk
       type Letter @key(fields: "id") { id: ID! text: String tags: [String!] next: Find }
       type Scroll { width: Int metal: Int } type Coin @shareable { metal: String weight: Float }
       type Clerk @key(fields: "id") { id: ID! name: String wrote: [Find!] }
       type Query { archived: [Find!] clerk: Person }`,
      {
        Query: {
          archived: () => [
            { __typename: 'Scroll', width: 5, metal: 2 },
            { __typename: 'Letter', id: 'l2' },
          ],
          clerk: () => ({ __typename: 'Clerk', id: 'k1' }),
        },
        Letter: {
          __resolveReference: byKey(letters, 'id'),
          next: ({ id }: { id: string }) => (id === 'l1' ? { __typename: 'Letter', id: 'l2' } : null),
        },
        Clerk: {
          name: ({ id }: { id: string }) => `clerk ${id}`,
          wrote: () => [
            { __typename: 'Letter', id: 'l1' },
            { __typename: 'Coin', metal: 'tin', weight: null },
          ],
        },
      },
    ),
  },
  ids: ['l1', 'l2', 'm1'],
  operations: [
    {
      query:
        '{ finds { __typename ... on Letter { id text pages by { ... on Clerk { name } } } ... on Coin { metal } ... on Map { scale } } }',
    },
    {
      query:
        '{ archived { ... on Scroll { width n: metal } ... on Coin { metal } ... on Letter { pages tags next { __typename } } } }',
    },
    {
      query:
        '{ clerk { __typename ... on Clerk { wrote { ... on Letter { text pages next { ... on Letter { text } } } ... on Coin { weight } } } ... on Ghost { howls } } }',
    },
    {
      query:
        'query ($i: Int! = 1) { a: find(at: $i) { ...F } b: find(at: 0) { ...F } c: find(at: 7) { ...F } } fragment F on Find { __typename ... on Letter { tags } ... on Coin { weight } }',
    },
    { query: '{ finds { kind: __typename } }' },
  ],
};
