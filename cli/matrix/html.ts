import { STATES, stateOf, wordOf } from './states.ts';
import { STYLE } from './style.ts';
import { headOf, type MatrixTable, type Row } from './table.ts';
import { headline } from './terminal.ts';

/** The matrix as one page that needs nothing else: no script, no reference to anywhere but itself. */
export function htmlOf(table: MatrixTable): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Who sees what: ${escaped(headline(table))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Who sees what</h1>
<h2 id="legend">Signs</h2>
<dl>
${Object.entries(STATES).map(legendEntry).join('\n')}
</dl>
<h2 id="matrix">Fields</h2>
<div class="wide" role="region" aria-labelledby="matrix" tabindex="0">
<table>
<caption>${escaped(headline(table))}</caption>
${headsOf(table)}
${table.groups.map((group) => bodyOf(group, table.columns.length)).join('\n')}
</table>
</div>
<h2 id="clauses">Clauses</h2>
<dl>
${table.clauses.map(clauseEntry).join('\n')}
</dl>
</main>
</body>
</html>
`;
}

/** Author's text as text: nothing in it is markup, in an element or in an attribute. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function legendEntry([state, { sign, meaning }]: [
  string,
  { readonly sign: string; readonly meaning: string },
]): string {
  return `<dt><span aria-hidden="true">${sign}</span> ${state}</dt><dd>${escaped(meaning)}</dd>`;
}

function clauseEntry({ id, text, agreement }: MatrixTable['clauses'][number]): string {
  return `<dt id="${anchorOf(id)}">${escaped(id)}</dt><dd>${escaped(text)} <cite>${escaped(agreement)}</cite></dd>`;
}

function headsOf({ columns }: MatrixTable): string {
  const heads = columns.map((column) => `<th scope="col">${escaped(headOf(column))}</th>`);
  return `<thead><tr><th scope="col">Field</th>${heads.join('')}</tr></thead>`;
}

function bodyOf({ category, rows }: MatrixTable['groups'][number], columns: number): string {
  const head = `<tr><th scope="rowgroup" colspan="${columns + 1}">${escaped(category)}</th></tr>`;
  return `<tbody>\n${[head, ...rows.map(rowOf)].join('\n')}\n</tbody>`;
}

function rowOf({ coordinate, cells }: Row): string {
  return `<tr><th scope="row">${escaped(coordinate)}</th>${cells.map(cellOf).join('')}</tr>`;
}

function cellOf(cell: Row['cells'][number]): string {
  if (!cell) return '<td>no such field</td>';
  const state = stateOf(cell);
  const clauses = cell.clauses.map((id) => `<a href="#${anchorOf(id)}">${escaped(id)}</a>`);
  const said = `<span aria-hidden="true">${STATES[state].sign}</span> ${escaped(wordOf(cell) || state)}`;
  return `<td class="${state}">${[said, ...clauses].join('<br>')}</td>`;
}

/** Ids of clauses hold letters, digits, dots, dashes and one sharp. */
function anchorOf(id: string): string {
  return `clause-${encodeURIComponent(id).replaceAll('%', '_').replaceAll("'", '_')}`;
}
