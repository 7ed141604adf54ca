import { byKey, subgraph, type Id, type World } from '../world.ts';

const vessels = [
  { id: '1', __typename: 'Ferry', name: 'Aurora', cabins: 40 },
  { id: '2', __typename: 'Tug', name: 'Bruno', pull: 12.5 },
  { id: '3', __typename: 'Tug', name: null, pull: 3 },
];
const visits = [
  { id: '1', visits: 3, berth: { number: 7 } },
  { id: '2', visits: null, berth: null },
  { id: '3', visits: 9, berth: { number: 1 } },
];

/** A subgraph knows an interface as an object, answers with the interface's own name, and leads to it from its root. */
export const interfaceObjects: World = {
  subgraphs: {
    yard: subgraph(
      `interface Vessel @key(fields: "id") { id: ID! name: String }
       type Ferry implements Vessel @key(fields: "id") { id: ID! name: String cabins: Int! }
       type Tug implements Vessel @key(fields: "id") { id: ID! name: String pull: Float }
       type Query { vessels: [Vessel!]! vessel(id: ID!): Vessel }`,
      {
        Query: { vessels: () => vessels, vessel: (_, { id }: Id) => byKey(vessels, 'id')({ id }) },
        Vessel: { __resolveReference: byKey(vessels, 'id') },
        Ferry: { __resolveReference: byKey(vessels, 'id') },
        Tug: { __resolveReference: byKey(vessels, 'id') },
      },
    ),
    port: subgraph(
      `type Vessel @interfaceObject @key(fields: "id") { id: ID! visits(since: Int = 0): Int berth: Berth sisters: [Vessel] }
       type Berth { number: Int! holds: Vessel }
       type Query { moored: [Vessel!]! latest: Vessel }`,
      {
        Query: { moored: () => visits.slice(0, 2), latest: () => visits[2] },
        Vessel: {
          __resolveReference: byKey(visits, 'id'),
          visits: (row: { visits: number | null }, { since }: { since: number }) =>
            row.visits === null ? null : row.visits + since,
          sisters: (row: { id: string }) => [{ id: row.id === '1' ? '2' : '1' }, null],
        },
        Berth: { holds: () => visits[1] },
      },
    ),
    crew: subgraph(
      `type Vessel @interfaceObject @key(fields: "id") { id: ID! captain: String name: String @external
         plate: String @requires(fields: "name") }`,
      {
        Vessel: {
          captain: ({ id }: { id: string }) => (id === '3' ? null : `Captain ${id}`),
          plate: ({ name }: { name: string | null }) => `plate of ${name}`,
        },
      },
    ),
  },
  ids: ['1', '2', '3', '9'],
  deepest: 2,
  operations: [
    { query: '{ vessels { __typename id name visits berth { number } captain } }' },
    { query: '{ moored { __typename name captain visits(since: 4) ... on Ferry { cabins } ... on Tug { pull } } }' },
    { query: '{ moored { id visits } latest { id berth { number holds { __typename id } } } }' },
    { query: '{ latest { id sisters { __typename id name captain } plate } }' },
    { query: '{ vessel(id: "2") { ... on Tug { pull visits plate } ... on Ferry { cabins berth { number } } } }' },
    { query: 'query ($n: Int) { vessels { id visits(since: $n) again: visits(since: 100) } }', variables: { n: 5 } },
    { query: '{ vessel(id: "9") { __typename captain } }' },
  ],
};
