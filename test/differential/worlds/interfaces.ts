import { byKey, subgraph, type Id, type World } from '../world.ts';

const nodes = [
  { __typename: 'House', id: 'h1', rooms: 4, address: { line: '1 Quay' }, owner: { __typename: 'Firm', id: 'f1' } },
  { __typename: 'Plot', id: 'p1', area: 9.5, address: null, owner: { __typename: 'Citizen', id: 'c1' } },
];
const owners = [
  { __typename: 'Firm', id: 'f1', title: 'Oak & Co', vat: 'V1', holds: ['h1'] },
  { __typename: 'Citizen', id: 'c1', title: 'Cy', holds: ['p1', 'h1'] },
];

/** Interfaces that several subgraphs have, of interfaces, with other fields on each type; fragments in fragments. */
export const interfaces: World = {
  subgraphs: {
    land: subgraph(
      `interface Node { id: ID! } interface Place implements Node { id: ID! address: Address owner: Owner }
       interface Owner { id: ID! }
       type House implements Node & Place @key(fields: "id") { id: ID! address: Address owner: Owner rooms: Int }
       type Plot implements Node & Place @key(fields: "id") { id: ID! address: Address owner: Owner area: Float }
       type Address @shareable { line: String! }
       type Firm implements Owner @key(fields: "id") { id: ID! } type Citizen implements Owner @key(fields: "id") { id: ID! }
       type Query { places: [Place!]! node(id: ID!): Node place(id: ID!): Place }`,
      {
        Query: {
          places: () => nodes,
          node: (_, { id }: Id) => byKey(nodes, 'id')({ id }),
          place: (_, { id }: Id) => byKey(nodes, 'id')({ id }),
        },
        House: { __resolveReference: byKey(nodes, 'id') },
        Plot: { __resolveReference: byKey(nodes, 'id') },
      },
    ),
    owners: subgraph(
      `interface Owner { id: ID! title: String holds(first: Int = 5): [Place!] }
       interface Place { id: ID! taxed: Boolean }
       type Firm implements Owner @key(fields: "id") { id: ID! title: String holds(first: Int = 5): [Place!] vat: String }
       type Citizen implements Owner @key(fields: "id") { id: ID! title: String holds(first: Int = 5): [Place!] }
       type House implements Place @key(fields: "id") { id: ID! taxed: Boolean }
       type Plot implements Place @key(fields: "id") { id: ID! taxed: Boolean }
       type Query { owners: [Owner!]! }`,
      (() => {
        const holds = ({ holds }: { holds: readonly string[] }, { first }: { first: number }) =>
          holds.slice(0, first).map((id) => ({ id, __typename: id.startsWith('h') ? 'House' : 'Plot' }));
        const owner = { __resolveReference: byKey(owners, 'id'), holds };
        const taxed = { taxed: ({ id }: { id: string }) => (id === 'h1' ? true : null) };
        return { Query: { owners: () => owners }, Firm: owner, Citizen: owner, House: taxed, Plot: taxed };
      })(),
    ),
  },
  ids: ['h1', 'p1', 'x'],
  operations: [
    { query: '{ places { id address { line } owner { id title ... on Firm { vat } } taxed ... on House { rooms } } }' },
    {
      query: '{ owners { title holds { __typename id taxed address { line } ... on Plot { area owner { title } } } } }',
    },
    {
      query:
        '{ node(id: "h1") { id ... on Place { taxed owner { ... on Citizen { title } ... on Firm { vat title } } } ... on House { rooms } } }',
    },
    {
      query:
        'query ($n: Int) { owners { ...O } } fragment O on Owner { __typename holds(first: $n) { ...P } } fragment P on Place { id ... on House { ...H } } fragment H on House { rooms taxed }',
      variables: { n: 1 },
    },
    {
      query:
        '{ place(id: "p1") { ... on Node { id ... on Plot { area } } owner { holds(first: 1) { owner { id } } } } }',
    },
    { query: '{ place(id: "x") { id taxed } node(id: "p1") { __typename } }' },
  ],
};
