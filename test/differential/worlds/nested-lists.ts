import { subgraph, type World } from '../world.ts';

const cell = (id: string) => ({ id, __typename: 'Cell' });

/** Lists of lists of lists, with holes, of entities, of unions and of scalars. */
export const nestedLists: World = {
  subgraphs: {
    board: subgraph(
      `type Cell @key(fields: "id") { id: ID! at: [[Int]!] }
       type Wall { height: Int } union Square = Cell | Wall
       type Query { grid: [[Cell]!]! cube: [[[Square]]] deep: [[[[[Int]]]]] rows: [[Cell!]] }`,
      {
        Query: {
          grid: () => [[cell('1'), null], [], [cell('2'), cell('3')]],
          cube: () => [[[cell('1'), { __typename: 'Wall', height: 3 }], null], null, [[]], [[null, cell('4')]]],
          deep: () => [[[[[1, null]], null]], []],
          rows: () => [[cell('1')], null, [cell('5'), null]],
        },
        Cell: {
          __resolveReference: ({ id }: { id: string }) => cell(id),
          at: ({ id }: { id: string }) => [[Number(id)], []],
        },
      },
    ),
    paint: subgraph(
      `type Cell @key(fields: "id") { id: ID! colour: String near: [[Cell]] layers: [[Layer!]!] } type Layer { n: Int! of: Cell }`,
      {
        Cell: {
          colour: ({ id }: { id: string }) => (id === '3' ? null : `c${id}`),
          near: ({ id }: { id: string }) => (id === '1' ? [[cell('2'), null], null] : []),
          layers: ({ id }: { id: string }) => [[{ n: 1, of: cell('2') }], [], [{ n: id === '4' ? null : 2, of: null }]],
        },
      },
    ),
  },
  operations: [
    { query: '{ grid { id at colour } }' },
    { query: '{ cube { __typename ... on Cell { id colour near { at } } ... on Wall { height } } deep }' },
    { query: '{ rows { id colour } }' },
    { query: '{ grid { near { id near { id } colour } layers { n of { at colour } } } }' },
    { query: '{ cube { ... on Cell { layers { n } } } }' },
  ],
};
