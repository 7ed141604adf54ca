import type { Mark, Terminal } from '../terminal.ts';
import { STATES, stateOf, wordOf, type State } from './states.ts';
import { headOf, says, type Column, type MatrixTable, type Row } from './table.ts';

/** How a state looks where colours can be seen. */
const MARKS: Partial<Readonly<Record<State, Mark>>> = { open: 'good', some: 'good', treated: 'good', closed: 'faint' };

/** Most characters of a line in the head of a column. */
const MOST_CHARACTERS = 22;

/** Prints the matrix: a row for each field, a column for each originator, clauses by number below. */
export function printTable(table: MatrixTable, { print, mark }: Pick<Terminal, 'print' | 'mark'>): void {
  print(mark('strong', headline(table)));
  const columns = table.columns
    .map((column, index) => ({ index, ...column }))
    .filter(({ index }) => anySays(table, index));
  if (columns.length > 0) printRows(table, columns, { print, mark });
  printSilent(table, print);
  if (columns.length > 0) printLegend(table, print);
}

/** Who, for what, and under which agreements: the first line of every form of the matrix. */
export function headline({ viewer, purpose, at, ruleset, asIfSigned }: MatrixTable): string {
  const signed = asIfSigned ? 'as if all had signed' : 'as signed';
  return `${viewer}, for ${purpose}, at ${at}, ${signed} (${ruleset.slice(0, 15)}…)`;
}

interface Numbered extends Column {
  readonly index: number;
}

function printRows(
  table: MatrixTable,
  columns: readonly Numbered[],
  { print, mark }: Pick<Terminal, 'print' | 'mark'>,
): void {
  const numbers = new Map(table.clauses.map(({ id }, index) => [id, index + 1]));
  const texts = (row: Row) => columns.map(({ index }) => cellText(row, index, numbers));
  const heads = columns.map((column) => wrapped(headOf(column)));
  const rows = table.groups.flatMap(({ rows }) => rows);
  const first = Math.max(...rows.map(({ coordinate }) => coordinate.length)) + 2;
  const widths = heads.map((head, i) =>
    Math.max(...head.map(({ length }) => length), ...rows.map((row) => texts(row)[i]!.length)),
  );
  print('');
  for (const at of Array(Math.max(...heads.map(({ length }) => length))).keys()) {
    print(
      mark(
        'strong',
        line(
          '',
          heads.map((head) => head[at] ?? ''),
          first,
          widths,
        ),
      ),
    );
  }
  for (const group of table.groups) {
    print(mark('faint', group.category));
    for (const row of group.rows) {
      const states = columns.map(({ index }) => stateAt(row, index));
      print(line(`  ${row.coordinate}`, texts(row), first, widths, (text, i) => paint(text, states[i], mark)));
    }
  }
}

/** Words in lines that leave the columns beside them room. */
function wrapped(text: string): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= MOST_CHARACTERS) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function line(
  head: string,
  texts: readonly string[],
  first: number,
  widths: readonly number[],
  paintText: (text: string, index: number) => string = (text) => text,
): string {
  const cells = texts.map((text, i) => paintText(text.padEnd(widths[i]!), i));
  return [head.padEnd(first), ...cells].join('  ').trimEnd();
}

function cellText(row: Row, index: number, numbers: ReadonlyMap<string, number>): string {
  const cell = row.cells[index];
  if (!cell) return '';
  const clauses = cell.clauses.map((id) => numbers.get(id)).join(',');
  return [STATES[stateOf(cell)].sign, wordOf(cell), clauses && `[${clauses}]`].filter((part) => part !== '').join(' ');
}

function stateAt(row: Row, index: number): State | undefined {
  const cell = row.cells[index];
  return cell && stateOf(cell);
}

function paint(text: string, state: State | undefined, mark: Terminal['mark']): string {
  const style = state && MARKS[state];
  return style ? mark(style, text) : text;
}

/** Whether any clause speaks in the column. */
function anySays({ groups }: MatrixTable, index: number): boolean {
  return groups.some(({ rows }) => rows.some(({ cells }) => says(cells[index])));
}

function printSilent(table: MatrixTable, print: Terminal['print']): void {
  const none = table.columns.filter((_, index) => !anySays(table, index));
  if (none.length > 0) print(`\nno clause speaks: ${none.map(headOf).join('; ')}`);
}

function printLegend({ clauses }: MatrixTable, print: Terminal['print']): void {
  print('');
  for (const { sign, meaning } of Object.values(STATES)) print(`${sign} ${meaning}`);
  print('');
  clauses.forEach(({ id, text }, index) => print(`[${index + 1}] ${id} ${text}`));
}
