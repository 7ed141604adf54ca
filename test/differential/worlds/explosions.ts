import { byKey, subgraph, type World } from '../world.ts';

const beasts = [
  { __typename: 'Hen', id: '1', name: 'Ada', eggs: 3 },
  { __typename: 'Goat', id: '2', name: null, horns: true },
  { __typename: 'Worm', length: 2, name: 'W' },
];

/** An interface whose types have their fields in different subgraphs, some of which are no entities. */
export const explosions: World = {
  subgraphs: {
    farm: subgraph(
      `interface Beast { name: String food(day: Int): Food }
       type Hen implements Beast @key(fields: "id") { id: ID! name: String food(day: Int): Food eggs: Int }
       type Goat implements Beast @key(fields: "id") { id: ID! name: String @external food(day: Int): Food horns: Boolean }
       type Worm implements Beast { name: String food(day: Int): Food length: Int }
       interface Food { kg: Float } type Hay implements Food { kg: Float dry: Boolean } type Corn implements Food { kg: Float grains: Int }
       type Query { beasts: [Beast] pet: Beast! }`,
      (() => {
        const food = (_: unknown, { day }: { day: number | null }) =>
          day === 2
            ? { __typename: 'Hay', kg: 1.5, dry: true }
            : day === 3
              ? null
              : { __typename: 'Corn', kg: 1, grains: 9 };
        return {
          Query: { beasts: () => [...beasts, null], pet: () => beasts[1] },
          Hen: { __resolveReference: byKey(beasts, 'id'), food },
          Goat: { __resolveReference: byKey(beasts, 'id'), food },
          Worm: { food },
        };
      })(),
    ),
    vet: subgraph(
      `type Goat @key(fields: "id") { id: ID! name: String checks: [Check!] } type Hen @key(fields: "id") { id: ID! sick: Boolean }
       type Check { on: String patient: Patient } union Patient = Goat | Hen`,
      {
        Goat: {
          name: ({ id }: { id: string }) => `goat ${id}`,
          checks: ({ id }: { id: string }) => [
            { on: 'd1', patient: { __typename: 'Goat', id } },
            { on: 'd2', patient: { __typename: 'Hen', id: '1' } },
          ],
        },
        Hen: { sick: () => false },
      },
    ),
  },
  operations: [
    { query: '{ beasts { __typename name food { kg } } pet { name } }' },
    {
      query:
        '{ beasts { name ... on Goat { horns checks { on patient { ... on Goat { name horns } ... on Hen { name sick eggs } } } } ... on Hen { sick } ... on Worm { length } } }',
    },
    {
      query:
        'query ($d: Int) { beasts { food(day: $d) { __typename ... on Hay { dry } ... on Corn { grains } } other: food { kg } } }',
      variables: { d: 2 },
    },
    { query: '{ pet { food(day: 3) { kg } ... on Beast { ... on Goat { checks { patient { __typename } } } } } }' },
  ],
};
