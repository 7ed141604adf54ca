import { byKey, subgraph, type Id, type World } from '../world.ts';

const parcels = [
  {
    id: 'a',
    weight: 3,
    size: { w: 2, h: 5 },
    legs: [
      { from: 'N', to: 'S', km: 10 },
      { from: 'S', to: 'E', km: null },
    ],
  },
  { id: 'b', weight: null, size: null, legs: [] },
  { id: 'c', weight: 7, size: { w: 1, h: 1 }, legs: null },
];

/** Fields that require fields of others, that require fields of others: with arguments, nested, in lists, null. */
export const requiresChains: World = {
  subgraphs: {
    depot: subgraph(
      `type Parcel @key(fields: "id") { id: ID! weight(unit: String = "kg"): Int size: Size legs: [Leg!] }
       type Size { w: Int h: Int } type Leg { from: String to: String km: Int }
       type Query { parcels: [Parcel] parcel(id: ID!): Parcel }`,
      {
        Query: { parcels: () => [...parcels, null], parcel: (_, { id }: Id) => byKey(parcels, 'id')({ id }) },
        Parcel: {
          __resolveReference: byKey(parcels, 'id'),
          weight: ({ weight }: { weight: number | null }, { unit }: { unit: string }) =>
            weight === null ? null : unit === 'g' ? weight * 1000 : weight,
        },
      },
    ),
    tariff: subgraph(
      `type Parcel @key(fields: "id") { id: ID! weight(unit: String = "kg"): Int @external size: Size @external
         price: Int @requires(fields: "weight(unit: \\"g\\")") volume: Int @requires(fields: "size { w h }") }
       type Size { w: Int @external h: Int @external }`,
      {
        Parcel: {
          price: ({ weight }: { weight: number | null }) => (weight === null ? null : weight * 2),
          volume: ({ size }: { size: { w: number; h: number } | null }) => size && size.w * size.h,
        },
      },
    ),
    insurer: subgraph(
      `type Parcel @key(fields: "id") { id: ID! price: Int @external volume: Int @external legs: [Leg!] @external
         premium(rate: Int! = 3): Int @requires(fields: "price volume")
         route: String @requires(fields: "legs { from to }") }
       type Leg { from: String @external to: String @external }`,
      {
        Parcel: {
          premium: ({ price, volume }: { price: number | null; volume: number | null }, { rate }: { rate: number }) =>
            price === null || volume === null ? null : price * rate + volume,
          route: ({ legs }: { legs: readonly { from: string; to: string }[] | null }) =>
            legs ? legs.map(({ from, to }) => `${from}${to}`).join() : 'none',
        },
      },
    ),
    broker: subgraph(
      `type Parcel @key(fields: "id") { id: ID! premium(rate: Int! = 3): Int @external
         offer: Offer @requires(fields: "premium(rate: 5)") }
       type Offer { total: Int note: String! }`,
      {
        Parcel: {
          offer: ({ premium }: { premium: number | null }) =>
            premium === null ? null : { total: premium + 1, note: premium > 100 ? 'dear' : null },
        },
      },
    ),
  },
  ids: ['a', 'b', 'c', 'z'],
  operations: [
    { query: '{ parcels { id price volume premium route offer { total } } }' },
    { query: '{ parcel(id: "a") { offer { total note } premium(rate: 2) dear: premium(rate: 9) weight } }' },
    { query: '{ parcels { offer { note } } }' },
    { query: '{ parcel(id: "b") { __typename route offer { total } price } }' },
    { query: '{ parcel(id: "z") { price } }' },
    {
      query: 'query ($r: Int!, $u: String) { parcels { premium(rate: $r) weight(unit: $u) legs { km } } }',
      variables: { r: 4 },
    },
  ],
};
