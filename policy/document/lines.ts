import type { Position } from './mistake.ts';

/**
 * Finds line and column of offsets in a text. The parser's own count misses the ends of lines that it skips after a
 * mistake of syntax.
 */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    const line = lineOf(Math.min(offset, text.length), starts);
    return { line: line + 1, column: Math.min(offset, text.length) - starts[line]! + 1 };
  };
}

/** Index of the last start that is not after the offset. */
function lineOf(offset: number, starts: readonly number[]): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
