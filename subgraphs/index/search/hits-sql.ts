import { shownInFull } from '../../../policy/cell.ts';
import { NEVER, allOf, anyOf, type Condition } from '../../../policy/condition/condition.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import { LABEL_COLUMNS, POINTER_TYPES, type Family } from '../columns.ts';
import { conditionSql } from '../sql/condition.ts';
import { decidedSql } from '../sql/decided.ts';
import { and, join, raw, sql, type Sql } from '../sql/fragments.ts';
import { pointerPlace } from '../sql/place.ts';
import { textSql } from '../../kit/sql/test.ts';
import { linkOf, type Audience } from './audience.ts';
import type { Finding } from './matches-sql.ts';
import { isSearch, type Search } from './search.ts';
import { coordinatesBehind } from './sought.ts';
import { columnOf } from './term.ts';

/**
 * The rows of pointers that are hits for an audience: the search finds them, and they are disclosed.
 * INVARIANT: nothing here looks at a label of a row beyond what the row's audience may find it by.
 * @param more what must be true of them besides
 */
export function rowsSql(search: Search, audience: Audience, more: readonly Condition[] = []): Sql {
  const { family, terms } = search;
  const disclosed = anyOf(levelsOf(search).map((level) => foundAt(level, search, audience)));
  const decided = decidedSql([disclosed, ...more], family);
  return and([typeSql(family), ...terms.map(({ where }) => where), decided]);
}

/**
 * How much is disclosed of such a row; NULL: nothing.
 * @param shown whether fields that are shown in full lead to it, where selectors are sought
 */
export function disclosureSql(search: Search, audience: Audience, shown?: Sql): Sql {
  const cases = levelsOf(search).map((level) => {
    const rows = conditionSql(foundAt(level, search, audience), pointerPlace(search.family));
    return sql`WHEN ${level === 'FULL' && shown ? and([rows, shown]) : rows} THEN ${raw(`'${level}'`)}`;
  });
  return sql`CASE ${join(cases, ' ')} END`;
}

/**
 * The rows that the labels which are searched by find at a level.
 * INVARIANT: a hit that shows its object says of it what was searched by. So the object is shown only where that is, too;
 * what a clause only says to exist, or whom to call about, when it is searched by a field, it says no more of.
 */
function foundAt(level: 'FULL' | 'CONTACT' | 'EXISTS', { terms }: Search, { cells, levels }: Audience): Condition {
  const found = terms.flatMap(({ coordinate }) => {
    if (coordinate === undefined) return [];
    return [level === 'FULL' ? shownIn(cells, coordinate) : (cells.get(coordinate)?.match ?? NEVER)];
  });
  return allOf([levels[level], ...found]);
}

function levelsOf(search: Search): readonly ('FULL' | 'CONTACT' | 'EXISTS')[] {
  return isSearch(search) ? ['FULL', 'CONTACT', 'EXISTS'] : ['FULL'];
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
  const shown = others ? allOf([date, foundAt('FULL', search, audience)]) : date;
  return { column: raw(columnOf(family, order.coordinate).column), shown };
}

function shownIn(cells: Audience['cells'], coordinate: Coordinate): Condition {
  const cell = cells.get(coordinate);
  return cell ? shownInFull(cell) : NEVER;
}

/** By what entries the search may find pointers of each audience. */
export function findingsOf(audiences: readonly Audience[], family: Family): readonly Finding[] {
  return audiences.map(({ originators, cells }) => ({
    originators,
    rows: (source) => allOf(coordinatesBehind(source).map((coordinate) => cells.get(coordinate)?.match ?? NEVER)),
    shown: (source) => allOf(coordinatesBehind(source).map((coordinate) => shownIn(cells, coordinate))),
    linked: shownIn(cells, linkOf(family)),
    silent: () => NEVER,
  }));
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

/** Whose pointers an audience is asked about. */
export function among({ originators }: Audience): Sql {
  return sql`originator = ANY(${[...originators]}::text[])`;
}
