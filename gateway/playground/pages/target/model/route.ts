import { HALF_WIDTH, type Placed } from './layout.ts';
import type { Edge } from './profile.ts';

/** How an edge runs: a path of SVG, and where its name stands. */
export interface Route {
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

/** How far an arc beside a column bows, for each row that it spans, and at most. */
const BOW = 26;
const MOST_BOW = 170;

/** The way from one node to another: an arc where both stand in one column, certain ones on the right; a curve between columns. */
export function routeOf(from: Placed, to: Placed, why: Edge['why']): Route {
  return from.column === to.column ? arc(from, to, why === 'SAME' ? 1 : -1) : curve(from, to);
}

/** @param side 1: right of the column; -1: left of it */
function arc(one: Placed, other: Placed, side: 1 | -1): Route {
  const edge = one.x + side * HALF_WIDTH;
  const bow = side * Math.min(BOW * Math.abs(one.row - other.row), MOST_BOW);
  const path = `M ${edge} ${one.y} C ${edge + bow} ${one.y}, ${edge + bow} ${other.y}, ${edge} ${other.y}`;
  return { path, x: edge + bow * 0.75, y: (one.y + other.y) / 2 };
}

function curve(from: Placed, to: Placed): Route {
  const [left, right] = from.x < to.x ? [from, to] : [to, from];
  const [start, end] = [left.x + HALF_WIDTH, right.x - HALF_WIDTH];
  const middle = (start + end) / 2;
  const path = `M ${start} ${left.y} C ${middle} ${left.y}, ${middle} ${right.y}, ${end} ${right.y}`;
  return { path, x: middle, y: (left.y + right.y) / 2 };
}
