import { byKey, subgraph, type Id, type World } from '../world.ts';

const people = [
  { id: '1', name: 'Ann', boss: { id: '2' }, reports: [{ id: '3' }, null, { id: '9' }] },
  { id: '2', name: 'Bo', boss: null, reports: null },
  { id: '3', name: null, boss: { id: '9' }, reports: [] },
];
const staff = [
  { id: '1', desk: { code: null, floor: 1 } },
  { id: '2', desk: { code: 'D2', floor: 2 } },
  { id: '3', desk: null },
  { id: '4', desk: { code: 'D4', floor: 4 } },
];

/** Keys that are null, entities that nobody has, lists with holes. */
export const nullKeys: World = {
  subgraphs: {
    people: subgraph(
      `type Person @key(fields: "id") { id: ID! name: String boss: Person reports: [Person] }
       type Query { people: [Person] person(id: ID!): Person sure(id: ID!): Person! }`,
      {
        Query: {
          people: () => [people[0], null, people[1], people[2], { id: '4' }],
          person: (_, { id }: Id) => byKey(people, 'id')({ id }),
          sure: (_, { id }: Id) => byKey(people, 'id')({ id }),
        },
        Person: { __resolveReference: byKey(people, 'id') },
      },
    ),
    desks: subgraph(
      `type Person @key(fields: "id") { id: ID! desk: Desk } type Desk @key(fields: "code") { code: ID floor: Int! }`,
      { Person: { __resolveReference: byKey(staff, 'id') } },
    ),
    lamps: subgraph(`type Desk @key(fields: "code") { code: ID lamp: Lamp } type Lamp { watts: Int! }`, {
      Desk: { lamp: ({ code }: { code: string | null }) => ({ watts: code === 'D4' ? null : 40 }) },
    }),
  },
  ids: ['1', '2', '3', '4', '9'],
  operations: [
    { query: '{ people { id name desk { code floor lamp { watts } } } }' },
    { query: '{ people { boss { name desk { floor } } reports { id name desk { lamp { watts } } } } }' },
    { query: '{ person(id: "9") { desk { floor } } sure(id: "1") { desk { lamp { watts } } } }' },
    { query: '{ sure(id: "9") { desk { floor } } }' },
    { query: '{ person(id: "3") { __typename boss { id name boss { id } } desk { __typename code } } }' },
  ],
};
