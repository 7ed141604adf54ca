import type { Graph, Node } from './profile.ts';

/** A node, and where it is drawn. */
export interface Placed {
  readonly node: Node;
  readonly column: number;
  /** From 0, in its column. */
  readonly row: number;
  readonly x: number;
  /** Of its middle. */
  readonly y: number;
}

/** A graph as it is drawn, in units of SVG. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Column by column: members, whom they appear with, what they have. */
  readonly placed: readonly Placed[];
}

/** The middles of the columns. Members stand between the others: it is they who are joined with all. */
const COLUMNS: Readonly<Record<Node['kind'], number>> = { ASSOCIATE: 120, MEMBER: 480, SELECTOR: 840 };
const ORDER = ['MEMBER', 'ASSOCIATE', 'SELECTOR'] as const;
const WIDTH = 960;
const ROW = 46;
const MARGIN = 32;
/** Half of what a node is wide. */
export const HALF_WIDTH = 118;

/**
 * Places a graph in three columns. INVARIANT: the same graph is drawn in the same way. Members stand in their order, which is
 * by clusters; the others as near as they can to whom they are joined with.
 * @param order keys of members
 */
export function layoutOf({ nodes, edges }: Graph, order: readonly string[]): Layout {
  const members = nodes
    .filter(({ kind }) => kind === 'MEMBER')
    .toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  const most = Math.max(1, ...ORDER.map((kind) => nodes.filter((node) => node.kind === kind).length));
  const memberRows = new Map(members.map(({ key }, row) => [key, row]));
  const pull = ({ key }: Node) => {
    const rows = edges.flatMap(({ from, to }) => {
      const row = memberRows.get(from === key ? to : to === key ? from : '');
      return row === undefined ? [] : [row];
    });
    return rows.length === 0 ? Infinity : rows.reduce((sum, row) => sum + row, 0) / rows.length;
  };
  const pulls = new Map(nodes.map((node) => [node, pull(node)]));
  const columns = ORDER.map((kind) => {
    const own = nodes.filter((node) => node.kind === kind);
    return kind === 'MEMBER' ? members : own.toSorted((a, b) => compare(pulls.get(a)!, pulls.get(b)!));
  });
  const height = 2 * MARGIN + (most - 1) * ROW;
  const placed = columns.flatMap((column, at) =>
    column.map((node, row) => ({
      ...{ node, column: at, row, x: COLUMNS[node.kind] },
      y: height / 2 + (row - (column.length - 1) / 2) * ROW,
    })),
  );
  return { width: WIDTH, height, placed };
}

/** Equal ones stay in the order in which they came. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
