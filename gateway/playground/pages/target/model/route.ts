import { HALF_WIDTH, type Placed } from './layout.ts';
import type { Edge } from './profile.ts';

/** How an edge runs: a path of SVG, and both its ends. */
export interface Route {
  readonly path: string;
  readonly from: End;
  readonly to: End;
}

/** Where an edge ends at a node: right of it, or left. */
interface End {
  readonly x: number;
  readonly y: number;
  readonly side: Side;
}

/** Right of a node, or left of it. */
type Side = 1 | -1;

/** How far an arc beside a column bows, for each row that it spans, and at most: other columns stand beyond. */
const BOW = 24;
const MOST_BOW = 150;

/** The way from one node to another: an arc where both stand in one column, certain ones on the right; a curve between columns. */
export function routeOf(from: Placed, to: Placed, why: Edge['why']): Route {
  if (from.column !== to.column) {
    const side = from.x < to.x ? 1 : -1;
    return curve(endAt(from, side), endAt(to, side === 1 ? -1 : 1));
  }
  const side = why === 'SAME' ? 1 : -1;
  const bow = side * Math.min(BOW * Math.abs(from.row - to.row), MOST_BOW);
  return arc(endAt(from, side), endAt(to, side), bow);
}

function endAt({ x, y }: Placed, side: Side): End {
  return { x: x + side * HALF_WIDTH, y, side };
}

function arc(from: End, to: End, bow: number): Route {
  const { x } = from;
  return { path: `M ${x} ${from.y} C ${x + bow} ${from.y}, ${x + bow} ${to.y}, ${x} ${to.y}`, from, to };
}

function curve(from: End, to: End): Route {
  const middle = (from.x + to.x) / 2;
  return { path: `M ${from.x} ${from.y} C ${middle} ${from.y}, ${middle} ${to.y}, ${to.x} ${to.y}`, from, to };
}
