import { byKey, subgraph, type World } from '../world.ts';

const rows = [{ id: '1' }, { id: '2' }];
const of = (who: string) => ({
  __resolveReference: byKey(rows, 'id'),
  bill: ({ id }: { id: string }) => `${who} bill ${id}`,
  seal: ({ id }: { id: string }) => (id === '2' ? null : `${who} seal`),
  mark: () => ({ text: who, year: who === 'old' ? 1 : 2 }),
});

/** Fields that moved from one subgraph to another, value types that several have, roots that several answer. */
export const overridden: World = {
  subgraphs: {
    old: subgraph(
      `type Item @key(fields: "id") { id: ID! bill: String seal: String mark: Mark @shareable kept: Int }
       type Mark @shareable { text: String year: Int }
       type Query { items: [Item!]! top: Item @shareable clock: Mark @shareable }`,
      {
        Query: { items: () => rows, top: () => rows[0], clock: () => ({ text: 'same', year: 7 }) },
        Item: { ...of('old'), kept: () => 5 },
      },
    ),
    fresh: subgraph(
      `type Item @key(fields: "id") { id: ID! bill: String @override(from: "old") seal: String @override(from: "old")
         mark: Mark @shareable @override(from: "old") }
       type Mark @shareable { text: String year: Int }
       type Query { top: Item @shareable clock: Mark @shareable recent: [Item] @shareable }`,
      {
        Query: { top: () => rows[0], clock: () => ({ text: 'same', year: 7 }), recent: () => [rows[1], null, rows[0]] },
        Item: of('fresh'),
      },
    ),
  },
  operations: [
    { query: '{ items { id bill seal kept mark { text year } } }' },
    { query: '{ top { bill kept } clock { text year } recent { kept seal } }' },
    { query: '{ a: top { kept } b: top { seal } recent { __typename id } }' },
  ],
};
