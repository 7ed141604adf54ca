import type { Group } from '../model/rows.ts';

/** A row that can be walked to: the head of a category, or a field. */
export interface GridRow {
  readonly key: string;
  readonly category: string;
}

/** A place in the grid by names, which stay when rows come and go. Column 0 is the row's head. */
export interface NamedPlace {
  readonly key: string;
  readonly column: number;
}

/** The key of a category's row. Fields are known by their coordinates, which have a dot. */
export function categoryKey(category: string): string {
  return `category-${category}`;
}

/** The rows of open and closed categories, in order. */
export function gridRows(groups: readonly Group[], closed: ReadonlySet<string>): readonly GridRow[] {
  return groups.flatMap(({ category, fields }) => [
    { key: categoryKey(category), category },
    ...(closed.has(category) ? [] : fields.map(({ coordinate }) => ({ key: coordinate, category }))),
  ]);
}

/** Id of a cell's element. */
export function placeId({ key, column }: NamedPlace): string {
  return `at-${key}-${column}`;
}
