import { byKey, subgraph, type World } from '../world.ts';

const units = [
  { org: { id: 'o1', region: { code: 'eu' } }, number: 1, serial: 's1', label: 'one' },
  { org: { id: 'o1', region: { code: 'eu' } }, number: 2, serial: 's2', label: 'two' },
  { org: { id: 'o2', region: { code: 'us' } }, number: 1, serial: 's3', label: null },
];
type Unit = (typeof units)[number];
const found = (given: Unit) =>
  units.find((unit) =>
    given.serial === undefined
      ? unit.number === given.number && unit.org.id === given.org.id && unit.org.region.code === given.org.region.code
      : unit.serial === given.serial,
  ) ?? null;

/** Keys of several fields, nested keys, several keys of which each subgraph knows some. */
export const compoundKeys: World = {
  subgraphs: {
    registry: subgraph(
      `type Unit @key(fields: "serial") @key(fields: "number org { id region { code } }") {
         serial: ID! number: Int! org: Org! label: String }
       type Org @shareable { id: ID! region: Region! } type Region @shareable { code: String! }
       type Query { units: [Unit!]! unit(serial: ID!): Unit }`,
      {
        Query: { units: () => units, unit: (_, { serial }: { serial: string }) => byKey(units, 'serial')({ serial }) },
        Unit: { __resolveReference: found },
      },
    ),
    repairs: subgraph(
      `type Unit @key(fields: "number org { id region { code } }") { number: Int! org: Org! repairs: [Repair!]! }
       type Repair @key(fields: "no unit { number org { id region { code } } }") { no: Int! unit: Unit! cost: Int }
       type Org @shareable { id: ID! region: Region! } type Region @shareable { code: String! }
       type Query { broken: [Unit!]! }`,
      {
        Query: { broken: () => [{ number: 1, org: units[2]!.org }] },
        Unit: {
          repairs: (unit: Unit) => [
            { no: 1, unit, cost: unit.number * 10 },
            { no: 2, unit, cost: null },
          ],
        },
      },
    ),
    sensors: subgraph(
      `type Unit @key(fields: "serial") { serial: ID! heat: Float label: String @external tag: String @requires(fields: "label") }
       type Query { hottest: Unit }`,
      {
        Query: { hottest: () => ({ serial: 's2' }) },
        Unit: {
          heat: ({ serial }: Unit) => serial.length + 0.5,
          tag: ({ label, serial }: Unit) => `${serial}:${label}`,
        },
      },
    ),
    auditors: subgraph(
      `type Repair @key(fields: "no unit { number org { id region { code } } }") { no: Int! unit: Unit! audited: Boolean }
       type Unit @key(fields: "number org { id region { code } }", resolvable: false) { number: Int! org: Org! }
       type Org @shareable { id: ID! region: Region! } type Region @shareable { code: String! }`,
      { Repair: { audited: ({ unit }: { unit: Unit }) => unit.org.id === 'o1' } },
    ),
  },
  ids: ['s1', 's2', 's3', 's9'],
  operations: [
    { query: '{ units { label repairs { no cost audited } heat tag } }' },
    { query: '{ broken { serial label heat repairs { audited unit { label tag } } } }' },
    { query: '{ hottest { number org { id region { code } } repairs { cost } tag } }' },
    { query: '{ unit(serial: "s9") { heat } hottest { label } }' },
  ],
};
