import { byKey, subgraph, type Id, type World } from '../world.ts';

const towns = [
  { id: '1', name: 'Eno', mayor: { id: 'm1' } },
  { id: '2', name: 'Ino', mayor: { id: 'm2' } },
];

/** Aliases of the same field with other arguments, of keys, of `__typename`, and that exchange two names. */
export const aliases: World = {
  subgraphs: {
    map: subgraph(
      `type Town @key(fields: "id") { id: ID! name(case: String = "as is"): String mayor: Mayor near(km: Int!): [Town!] }
       type Mayor @key(fields: "id") { id: ID! } type Query { towns: [Town!]! town(id: ID!): Town }`,
      {
        Query: { towns: () => towns, town: (_, { id }: Id) => byKey(towns, 'id')({ id }) },
        Town: {
          __resolveReference: byKey(towns, 'id'),
          name: ({ name }: { name: string }, args: { case: string }) =>
            args.case === 'up' ? name.toUpperCase() : name,
          near: ({ id }: { id: string }, { km }: { km: number }) => towns.filter((town) => town.id !== id && km > 5),
        },
      },
    ),
    weather: subgraph(
      `type Town @key(fields: "id") { id: ID! temp(unit: String = "C", day: Int): Int rain: Boolean }
       type Mayor @key(fields: "id") { id: ID! mood(day: Int = 0): String term: Term } type Term { from: Int to: Int }`,
      {
        Town: {
          temp: ({ id }: { id: string }, { unit, day }: { unit: string; day?: number }) =>
            Number(id) * (unit === 'F' ? 100 : 1) + (day ?? 0),
          rain: ({ id }: { id: string }) => id === '1',
        },
        Mayor: {
          mood: ({ id }: { id: string }, { day }: { day: number }) => `${id} ${day}`,
          term: () => ({ from: 1, to: 2 }),
        },
      },
    ),
  },
  ids: ['1', '2', '5'],
  operations: [
    { query: '{ towns { a: temp b: temp(unit: "F") c: temp(day: 3) temp(day: 4) name up: name(case: "up") } }' },
    { query: '{ towns { id: name name: id t: __typename temp: rain rain: temp } }' },
    {
      query:
        '{ a: town(id: "1") { x: mayor { x: mood(day: 1) y: mood } } b: town(id: "1") { x: mayor { x: mood(day: 2) } } town(id: "2") { mayor { term { to: from from: to } } } }',
    },
    {
      query:
        '{ towns { close: near(km: 1) { temp } far: near(km: 9) { temp temp2: temp(unit: "F") near(km: 9) { rain } } } }',
    },
    { query: '{ towns { __typename: __typename __typename id: id } }' },
    { query: '{ towns { mayor { id: mood mood: id } } }' },
    {
      query:
        'query ($d: Int) { towns { temp(day: $d) ...A ...B } } fragment A on Town { m: mayor { mood } } fragment B on Town { m: mayor { n: mood(day: $d) id } }',
      variables: { d: 8 },
    },
  ],
};
