/** A place in a grid: a row and a column, both from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How large a grid is, and how many rows a page has. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/**
 * Where a key leads from a place, as grids are walked (WAI-ARIA Authoring Practices). Undefined: it does not walk.
 * @param far with Ctrl: to the first or the last row
 */
export function walk(key: string, far: boolean, { row, column }: Place, size: Size): Place | undefined {
  switch (key) {
    case 'ArrowUp':
      return within({ row: row - 1, column }, size);
    case 'ArrowDown':
      return within({ row: row + 1, column }, size);
    case 'ArrowLeft':
      return within({ row, column: column - 1 }, size);
    case 'ArrowRight':
      return within({ row, column: column + 1 }, size);
    case 'PageUp':
      return within({ row: row - size.page, column }, size);
    case 'PageDown':
      return within({ row: row + size.page, column }, size);
    case 'Home':
      return within({ row: far ? 0 : row, column: 0 }, size);
    case 'End':
      return within({ row: far ? size.rows - 1 : row, column: size.columns - 1 }, size);
    default:
      return undefined;
  }
}

function within({ row, column }: Place, { rows, columns }: Size): Place {
  const clamp = (at: number, length: number) => Math.max(0, Math.min(at, length - 1));
  return { row: clamp(row, rows), column: clamp(column, columns) };
}
