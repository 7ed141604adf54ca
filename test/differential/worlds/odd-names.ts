import { byKey, subgraph, type Id, type World } from '../world.ts';

const boxes = [
  { id: '1', label: 'A', toString: 'text', __proto__: null, inner: { valueOf: 1 } },
  { id: '2', label: null, toString: null, inner: null },
];

/** Names and aliases that every object of JavaScript has already; several operations and fragments that are shared. */
export const oddNames: World = {
  subgraphs: {
    shelf: subgraph(
      `type Query { boxes(constructor: Int = 1): [Box!]! hasOwnProperty: Box }
       type Box @key(fields: "id") { id: ID! label: String toString: String inner: Inner }
       type Inner { valueOf: Int }`,
      {
        Query: { boxes: () => boxes, hasOwnProperty: () => boxes[1] },
        Box: { __resolveReference: byKey(boxes, 'id'), toString: ({ id }: Id) => `box ${id}` },
      },
    ),
    scale: subgraph(
      `type Box @key(fields: "id") { id: ID! toString: String @external constructor: Float
         isPrototypeOf: String @requires(fields: "toString") }`,
      {
        Box: {
          constructor: ({ id }: Id) => Number(id) / 2,
          isPrototypeOf: (box: object) => `of ${String(Reflect.get(box, 'toString'))}`,
        },
      },
    ),
  },
  ids: ['1', '2'],
  operations: [
    { query: '{ boxes { id constructor toString isPrototypeOf inner { valueOf } } hasOwnProperty { constructor } }' },
    { query: '{ constructor: boxes { __proto__: id valueOf: constructor toString: label } }' },
    { query: '{ __proto__: boxes { hasOwnProperty: inner { __proto__: valueOf } isPrototypeOf } }' },
    {
      query:
        'query ($constructor: Boolean!, $toString: Boolean = false) { boxes { label @include(if: $constructor) constructor @skip(if: $toString) } }',
      variables: { constructor: true },
    },
    {
      query: 'query ($valueOf: Int) { boxes(constructor: $valueOf) { id } }',
    },
    {
      query:
        'query A { boxes { ...F } } query B { hasOwnProperty { ...F constructor } } fragment F on Box { id inner { valueOf } }',
      operationName: 'B',
    },
    {
      query:
        'query A { boxes { ...F } } query B { hasOwnProperty { ...F constructor } } fragment F on Box { id inner { valueOf } }',
      operationName: 'A',
    },
    { query: 'query A { boxes { id } } query B { boxes { label } }', operationName: 'C' },
    { query: 'query A { boxes { id } } query B { boxes { label } }' },
    { query: 'fragment F on Box { id }' },
    { query: 'subscription { boxes { id } }' },
    { query: '{ boxes { id ... @defer { constructor } } }' },
    { query: '{ me: __typename boxes { it: __typename inner { this: __typename } } }' },
    { query: '{ boxes @skip(if: true) { id } }' },
    {
      query:
        'query ($all: Boolean!) { ... @include(if: $all) { boxes { id ... @skip(if: $all) { constructor } ... on Box @include(if: $all) { inner { ... @include(if: $all) { valueOf @skip(if: $all) } } } } } }',
      variables: { all: true },
    },
  ],
};
