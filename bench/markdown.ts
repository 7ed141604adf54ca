import type { Measured } from './measure.ts';
import { ratioOf } from './table.ts';

/** What was measured as Markdown: a table for each case, with a row for each of those compared; what has no case is a list. */
export function markdownOf(measured: readonly Measured[]): string {
  const cases = groups(measured, ({ on }) => on);
  return [...cases].map(([on, rows]) => (on === undefined ? list(rows) : `${on}:\n\n${compared(rows)}`)).join('\n\n');
}

function list(rows: readonly Measured[]): string {
  const cells = rows.map((row) => [row.what, valueOf(row), ratioOf(row)]);
  return table(['', 'median (least–most)', 'ratio'], cells);
}

function compared(rows: readonly Measured[]): string {
  const columns = [...new Set(rows.map(({ what }) => what))];
  const byOf = groups(rows, ({ of = '' }) => of);
  const cellsOf = (mine: readonly Measured[]) =>
    columns.map((column) => {
      const found = mine.find(({ what }) => what === column);
      return found ? [valueOf(found), ratioIn(found)].join('') : '';
    });
  return table(
    ['', ...columns],
    [...byOf].map(([of, mine]) => [of, ...cellsOf(mine)]),
  );
}

function ratioIn(row: Measured): string {
  return row.ratio === undefined ? '' : `; × ${ratioOf(row)}`;
}

/** `12 ms (11–14)`: the spread of several runs. */
function valueOf({ median, least, most, unit, runs, failure }: Measured): string {
  if (failure !== undefined) return failure;
  return `${median} ${unit}${runs > 1 ? ` (${least}–${most})` : ''}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, position) => (position === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function groups<Key>(rows: readonly Measured[], keyOf: (row: Measured) => Key): ReadonlyMap<Key, readonly Measured[]> {
  return new Map(rows.map(keyOf).map((key) => [key, rows.filter((row) => keyOf(row) === key)]));
}
