import { foundAt } from '../../../policy/cell.ts';
import { ALWAYS, NEVER, allOf, anyOf, type Condition } from '../../../policy/condition/condition.ts';
import type { Disclosure } from '../../../policy/rule.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import { conditionSql } from '../../kit/sql/condition.ts';
import { and, join, raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import { textSql } from '../../kit/sql/test.ts';
import { LABEL_COLUMNS, POINTER_TYPES, type Family } from '../columns.ts';
import { decidedSql } from '../sql/decided.ts';
import { pointerPlace } from '../sql/place.ts';
import { linkOf, type Audience } from './audience.ts';
import type { Finding, WayOfFinding } from './matches-sql.ts';
import { isSearch, type Search } from './search.ts';
import { LEVELS } from './levels.ts';
import { coordinatesBehind } from './sought.ts';
import { columnOf } from './term.ts';

/**
 * The rows of pointers that are hits for an audience: the search finds them, and they are disclosed.
 * INVARIANT: nothing here looks at a label of a row beyond what the row's audience may find it by.
 * @param levels at which they may be
 * @param more what must be true of them besides
 */
export function rowsSql(
  search: Search,
  audience: Audience,
  levels: readonly Disclosure[] = LEVELS,
  more: readonly Condition[] = [],
): Sql {
  const { family, terms } = search;
  const decided = decidedSql([hitAtAny(levels, search, audience), ...more], family);
  return and([typeSql(family), ...terms.map(({ where }) => where), decided]);
}

/**
 * How much is disclosed of such a row; NULL: nothing.
 * @param led whether what is sought leads to it at a level
 */
export function disclosureSql(search: Search, audience: Audience, led?: (level: Disclosure) => Sql): Sql {
  const cases = levelsOf(search).map((level) => {
    const rows = conditionSql(hitAt(level, search, audience), pointerPlace(search.family));
    return sql`WHEN ${led ? and([rows, led(level)]) : rows} THEN ${raw(`'${level}'`)}`;
  });
  return sql`CASE ${join(cases, ' ')} END`;
}

/** The rows that are hits at one of these levels, by the labels that are searched by. */
export function hitAtAny(levels: readonly Disclosure[], search: Search, audience: Audience): Condition {
  const asked = levelsOf(search).filter((level) => levels.includes(level));
  return anyOf(asked.map((level) => hitAt(level, search, audience)));
}

/**
 * The rows that the labels which are searched by find at a level.
 * INVARIANT: a hit says of its object what was searched by. So it is one at a level only where that was opened for that
 * level: where the object is shown, what is shown, too; where it is only said to exist, or whom to call about it, what
 * clauses of that very level name.
 */
function hitAt(level: Disclosure, { terms }: Search, { cells, levels }: Audience): Condition {
  const found = terms.flatMap(({ coordinate }) =>
    coordinate === undefined ? [] : [foundIn(cells, level, coordinate)],
  );
  return allOf([levels[level], ...found]);
}

/** What a text stands in is shown, and so is what it is found with: whatever only exists is found by no text. */
function levelsOf(search: Search): readonly Disclosure[] {
  return isSearch(search) && !search.text ? LEVELS : ['FULL'];
}

/**
 * The date that rows are sorted by, and where it counts: where it is shown as it is, of a hit that shows its object: what
 * is only said to exist is not placed in time. Undefined: nowhere.
 */
export function dateShown(
  search: Search,
  audience: Audience,
): { readonly column: Sql; readonly shown: Condition } | undefined {
  const { family, order } = search;
  const { cells, levels } = audience;
  const date = order.by === 'date' ? shownIn(cells, order.coordinate) : NEVER;
  if (order.by !== 'date' || date === NEVER) return undefined;
  const others = isSearch(search) && (levels.CONTACT !== NEVER || levels.EXISTS !== NEVER);
  const shown = others ? allOf([date, hitAt('FULL', search, audience)]) : date;
  return { column: raw(columnOf(family, order.coordinate).column), shown };
}

/** The rows on which a coordinate is shown in full. */
export function shownIn(cells: Audience['cells'], coordinate: Coordinate): Condition {
  return foundIn(cells, 'FULL', coordinate);
}

/** The rows that are found by a coordinate at a level. */
export function foundIn(cells: Audience['cells'], level: Disclosure, coordinate: Coordinate): Condition {
  const cell = cells.get(coordinate);
  return cell ? foundAt(level, cell) : NEVER;
}

/**
 * By what entries the search may find pointers of each audience, at each level. A subject's field that is shown leads to a
 * record that is shown only where it is, too, that the record has that subject.
 */
export function findingsOf(audiences: readonly Audience[], family: Family): readonly Finding<Disclosure>[] {
  return audiences.map(({ originators, cells }) => {
    const at = (level: Disclosure): WayOfFinding => ({
      rows: (source) => allOf(coordinatesBehind(source).map((coordinate) => foundIn(cells, level, coordinate))),
      around: level === 'FULL' ? shownIn(cells, linkOf(family)) : ALWAYS,
    });
    return { originators, ways: { FULL: at('FULL'), CONTACT: at('CONTACT'), EXISTS: at('EXISTS') } };
  });
}

/** Pointers of a family; said in the statement itself, so that the indexes of the family serve any plan of it. */
export function typeSql(family: Family): Sql {
  return raw(`type = '${POINTER_TYPES[family]}'`);
}

/** What a hit is read from, of a row with its `disclosure` and `key`. */
export function hitColumns(family: Family): Sql {
  const columns = [...LABEL_COLUMNS[family]].map(
    ([name, label]) => sql`${textSql(label) ?? raw(label.column)} AS ${raw(`"${name}"`)}`,
  );
  return sql`id::text, originator, contact_id::text, disclosure, absent, to_jsonb(key) #>> '{}' AS key, ${join(columns, ', ')}`;
}

/**
 * The order of rows that are only told of: another one than that of their ids, which agencies choose, and which of an object
 * that is shown elsewhere are known. Nobody who does not know the index's secret can tell it.
 */
export const TOLD_ORDER = raw('pointer_order(id)');

/** Whose pointers an audience is asked about. */
export function among({ originators }: Audience): Sql {
  return sql`originator = ANY(${[...originators]}::text[])`;
}
