import { shownInFull } from '../../../policy/cell.ts';
import { NEVER } from '../../../policy/condition/condition.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import { LABEL_COLUMNS, POINTER_TYPES, type Family } from '../columns.ts';
import { conditionSql } from '../sql/condition.ts';
import { and, join, or, raw, sql, type Sql } from '../sql/fragments.ts';
import { textSql } from '../sql/test.ts';
import type { Audience } from './audience.ts';
import { columnOf, type Term } from './term.ts';

/** Which rows are looked for. */
export interface Search {
  readonly family: Family;
  readonly terms: readonly Term[];
  /** The date that rows are sorted by, latest first. Undefined: by id alone. */
  readonly order: Coordinate | undefined;
}

/** The governed coordinates that a search reads. */
export function coordinatesRead({ terms, order }: Search): readonly Coordinate[] {
  const read = [...terms.map(({ coordinate }) => coordinate), order];
  return [...new Set(read.filter((coordinate) => coordinate !== undefined))];
}

/**
 * The pointers that are hits: each with its `disclosure`, its labels, and the `key` that it is sorted by.
 * INVARIANT: a row that the grant does not disclose is not among them, and no clause of this query looks at a label of
 * a row beyond what the row's audience may find it by.
 */
export function hitsSql(search: Search, audiences: readonly Audience[]): Sql {
  const { family, terms } = search;
  const disclosure = perAudience(audiences, (audience) => disclosureSql(audience, search));
  const found = or(
    audiences.map((audience) => and([among(audience), ...terms.map((term) => findable(term, audience, family))])),
  );
  const rows = and([sql`type = ${raw(`'${POINTER_TYPES[family]}'`)}`, ...terms.map(({ where }) => where), found]);
  return sql`SELECT * FROM (
    SELECT *, ${disclosure} AS disclosure, ${keySql(search, audiences)} AS key FROM pointer WHERE ${rows}
  ) AS hit WHERE disclosure IS NOT NULL`;
}

/** The labels of a pointer under their own names, ids and dates as texts. */
export function labelsSql(family: Family): Sql {
  const columns = [...LABEL_COLUMNS[family]].map(
    ([name, label]) => sql`${textSql(label) ?? raw(label.column)} AS ${raw(`"${name}"`)}`,
  );
  return join(columns, ', ');
}

/** Searching is another thing than listing: what is only said to exist, or to have a contact, must be searched for. */
function disclosureSql({ levels }: Audience, { family, terms }: Search): Sql {
  const isSearch = terms.some(({ coordinate }) => coordinate !== undefined);
  const disclosed = isSearch ? (['FULL', 'CONTACT', 'EXISTS'] as const) : (['FULL'] as const);
  const cases = disclosed.map((level) => sql`WHEN ${conditionSql(levels[level], family)} THEN ${raw(`'${level}'`)}`);
  return sql`CASE ${join(cases, ' ')} END`;
}

function findable({ coordinate }: Term, { cells }: Audience, family: Family): Sql {
  if (coordinate === undefined) return raw('TRUE');
  return conditionSql(cells.get(coordinate)?.match ?? NEVER, family);
}

/** A key counts only where it is shown as it is. */
function keySql({ family, order }: Search, audiences: readonly Audience[]): Sql {
  if (!order) return raw('NULL::date');
  const date = raw(columnOf(family, order).column);
  return perAudience(audiences, ({ cells }) => {
    const cell = cells.get(order);
    const shown = cell ? shownInFull(cell) : NEVER;
    return sql`CASE WHEN ${conditionSql(shown, family)} THEN ${date} END`;
  });
}

function perAudience(audiences: readonly Audience[], value: (audience: Audience) => Sql): Sql {
  const cases = audiences.map((audience) => sql`WHEN ${among(audience)} THEN ${value(audience)}`);
  return sql`CASE ${join(cases, ' ')} END`;
}

function among({ originators }: Audience): Sql {
  return sql`originator = ANY(${[...originators]}::text[])`;
}
