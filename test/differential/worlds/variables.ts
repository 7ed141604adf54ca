import { GraphQLScalarType, Kind } from 'graphql';
import { subgraph, type World } from '../world.ts';

const json = new GraphQLScalarType({
  name: 'JSON',
  parseValue: (value) => value,
  parseLiteral: (node) =>
    node.kind === Kind.STRING ? node.value : node.kind === Kind.INT ? Number(node.value) : node.kind,
});

/** Variables with defaults, null and absent ones, `@include` and `@skip` everywhere, scalars that are objects. */
export const variables: World = {
  subgraphs: {
    echo: subgraph(
      `scalar JSON input In { a: Int = 3 b: [String] c: In j: JSON }
       type Query { echo(text: String = "none", list: [Int!] = [1], in: In): Echo plain(j: JSON): JSON }
       type Echo @key(fields: "id") { id: ID! said: JSON other(n: Int = 1): Echo }`,
      {
        JSON: json,
        Query: {
          echo: (_, args: object) => ({ id: 'e', said: args }),
          plain: (_, { j }: { j: unknown }) => j ?? { k: [1, { deep: null, __typename: 'Odd' }], id: 4 },
        },
        Echo: {
          __resolveReference: ({ id }: { id: string }) => ({ id, said: null }),
          other: ({ id }: { id: string }, { n }: { n: number }) => (n === 0 ? null : { id: `${id}${n}`, said: [n] }),
        },
      },
    ),
    more: subgraph(
      `scalar JSON type Echo @key(fields: "id") { id: ID! meta(j: JSON, flag: Boolean = false): JSON size(unit: Unit! = CM): Float }
       enum Unit { CM IN }`,
      {
        JSON: json,
        Echo: {
          meta: ({ id }: { id: string }, args: object) => ({ of: id, args, id: { nested: true } }),
          size: ({ id }: { id: string }, { unit }: { unit: string }) => (unit === 'IN' ? id.length / 2 : id.length),
        },
      },
    ),
  },
  operations: [
    { query: '{ echo { said meta size } plain }' },
    {
      query:
        'query ($t: String, $l: [Int!] = 7, $i: In = { a: null }) { echo(text: $t, list: $l, in: $i) { said meta(j: "x") } }',
    },
    { query: 'query ($t: String, $l: [Int!] = 7) { echo(text: $t, list: $l) { said } }', variables: { t: null, l: 5 } },
    {
      query:
        'query ($on: Boolean!, $off: Boolean = false) { echo { id @include(if: $on) said @skip(if: $off) ... @include(if: $on) { meta } ... on Echo @skip(if: $on) { size } } }',
      variables: { on: true },
    },
    {
      query:
        'query ($on: Boolean!, $off: Boolean = false) { echo { id @include(if: $on) said @skip(if: $off) ... @include(if: $on) { meta } ... on Echo @skip(if: $on) { size } } }',
      variables: { on: false, off: true },
    },
    {
      query: 'query ($on: Boolean!) { echo @include(if: $on) { size } plain @skip(if: $on) }',
      variables: { on: false },
    },
    {
      query:
        'query ($on: Boolean!) { echo { ...M @include(if: $on) size @include(if: $on) @skip(if: true) } } fragment M on Echo { meta(flag: $on) __typename @skip(if: $on) }',
      variables: { on: true },
    },
    {
      query: 'query ($u: Unit!, $n: Int) { echo { size(unit: $u) other(n: $n) { said size meta(j: $u2) } } }',
      variables: { u: 'IN' },
    },
    {
      query:
        'query ($u: Unit! = IN, $j: JSON) { echo { size(unit: $u) other(n: 2) { size(unit: CM) meta(j: $j) other(n: 0) { meta } } } plain(j: $j) }',
      variables: { j: { a: [1, null] } },
    },
    { query: 'query ($i: In) { echo(in: $i) { said } }', variables: { i: { c: { b: 'one', c: {} }, j: [1] } } },
    { query: 'query ($i: In) { echo(in: $i) { said } }', variables: { i: { nope: 1 } } },
    { query: '{ echo(in: { c: { a: 1 }, j: 4 }) { said } }' },
  ],
};
