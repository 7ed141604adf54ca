import type { Layout, Placed } from './layout.ts';

/** Where a key leads in a graph: up and down a column, and to what stands nearest in the next. Undefined: it does not walk. */
export function walk(key: string, at: Placed, { placed }: Layout): Placed | undefined {
  const column = placed.filter((one) => one.column === at.column);
  switch (key) {
    case 'ArrowUp':
      return column[Math.max(at.row - 1, 0)];
    case 'ArrowDown':
      return column[Math.min(at.row + 1, column.length - 1)];
    case 'Home':
      return column[0];
    case 'End':
      return column.at(-1);
    case 'ArrowLeft':
      return beside(at, placed, (one) => one.x < at.x);
    case 'ArrowRight':
      return beside(at, placed, (one) => one.x > at.x);
    default:
      return undefined;
  }
}

function beside(at: Placed, placed: readonly Placed[], isThere: (one: Placed) => boolean): Placed {
  const far = ({ x, y }: Placed) => Math.abs(x - at.x) * 1_000 + Math.abs(y - at.y);
  return placed.filter(isThere).toSorted((a, b) => far(a) - far(b))[0] ?? at;
}
