import { subgraph, type World } from '../world.ts';

/** Enums as union (answers), intersection (arguments) and both, and input objects as intersection. */
export const enums: World = {
  subgraphs: {
    north: subgraph(
      `enum Wind { N NE CALM } enum Order { ASC DESC RANDOM } enum Unit { KN MS }
       input Filter { min: Int = 1 order: Order tags: [String!] = ["a"] onlyNorth: Boolean inner: Filter }
       type Query { north(filter: Filter, unit: Unit! = KN): [Reading!] winds: [Wind] echo(unit: Unit = MS): Unit }
       type Reading @shareable { wind: Wind unit: Unit text: String }`,
      {
        Query: {
          winds: () => ['N', 'CALM', null],
          echo: (_, { unit }: { unit: string }) => unit,
          north: (_, { filter, unit }: { filter?: object; unit: string }) => [
            { wind: 'NE', unit, text: JSON.stringify(filter ?? null) },
          ],
        },
      },
    ),
    south: subgraph(
      `enum Wind { S SW CALM } enum Order { ASC DESC } enum Unit { KN MS }
       input Filter { min: Int = 1 order: Order tags: [String!] = ["a"] inner: Filter }
       type Query { south(filter: Filter! = { min: 4 }): [Reading!] }
       type Reading @shareable { wind: Wind unit: Unit text: String }`,
      {
        Query: {
          south: (_, { filter }: { filter: object }) => [
            { wind: 'SW', unit: 'MS', text: JSON.stringify(filter) },
            { wind: 'CALM', unit: null, text: null },
          ],
        },
      },
    ),
  },
  operations: [
    { query: '{ winds north { wind unit text } south { wind unit text } echo }' },
    { query: '{ north(filter: { order: DESC, inner: { tags: "x" } }, unit: MS) { text unit } }' },
    { query: '{ north(filter: { order: RANDOM }) { text } }' },
    { query: '{ south(filter: { onlyNorth: true }) { text } }' },
    {
      query:
        'query ($f: Filter = { min: 9 }, $u: Unit!) { north(filter: $f, unit: $u) { text unit } south(filter: {}) { text } echo(unit: $u) }',
      variables: { u: 'MS' },
    },
    { query: 'query ($f: Filter) { north(filter: $f) { text } }', variables: { f: { tags: 'one', min: null } } },
    { query: 'query ($f: Filter) { north(filter: $f) { text } }', variables: { f: { min: 'no number' } } },
    { query: '{ __type(name: "Filter") { inputFields { name defaultValue } } }' },
  ],
};
