import { STATES, stateOf, wordOf } from './states.ts';
import { headOf, type MatrixTable, type Row } from './table.ts';
import { headline } from './terminal.ts';

/** The matrix as a table that can be read in a pull request, clauses named in the cells and told below. */
export function markdownOf(table: MatrixTable): string {
  const heads = table.columns.map(headOf);
  return [
    '# Who sees what',
    '',
    escaped(headline(table)),
    '',
    rowOf(['field', ...heads]),
    rowOf(['---', ...heads.map(() => '---')]),
    ...table.groups.flatMap(({ category, rows }) => [
      rowOf([`**${category}**`, ...heads.map(() => '')]),
      ...rows.map((row) => rowOf([`\`${row.coordinate}\``, ...cellsOf(row)])),
    ]),
    '',
    ...Object.entries(STATES).map(([state, { sign, meaning }]) => `- ${sign} ${state}: ${meaning}`),
    '',
    '## Clauses',
    '',
    ...table.clauses.map(({ id, text, agreement }) => `- **${escaped(id)}** (${escaped(agreement)}): ${escaped(text)}`),
    '',
  ].join('\n');
}

function cellsOf(row: Row): readonly string[] {
  return row.cells.map((cell) => {
    if (!cell) return '';
    const said = [STATES[stateOf(cell)].sign, wordOf(cell)].join(' ').trim();
    return [said, ...cell.clauses.map((id) => escaped(id))].join('<br>');
  });
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** An author's text is never markup: neither Markdown's nor HTML's. */
function escaped(text: string): string {
  const oneLine = text.replaceAll(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return oneLine.replaceAll(/[\\`*_{}[\]|!~#]/g, (sign) => `\\${sign}`);
}
