import { ALWAYS, NEVER, type Condition } from '../../../policy/condition/condition.ts';
import { conditionSql } from '../../kit/sql/condition.ts';
import { FALSE, and, join, or, raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import type { Family } from '../columns.ts';
import { pointerPlace } from '../sql/place.ts';
import type { Audience } from './audience.ts';
import type { Position } from './cursor.ts';
import { TOLD_ORDER, dateShown, disclosureSql, hitAtAny, rowsSql } from './hits-sql.ts';
import { TOLD } from './levels.ts';
import type { Search } from './search.ts';

/**
 * Pages of pointers that no selector leads to. There may be any number: so each originator's are read in their order from
 * an index, as far as the page goes, and then put in order together. Small holdings are found among large ones, and a
 * database that keeps each agency's pointers by themselves asks each for its own.
 */
interface Part {
  readonly search: Search;
  readonly audiences: readonly Audience[];
  readonly after: Position | undefined;
  readonly most: number;
}

/** Those with a date that is shown, the latest first. Undefined: there can be none. */
export function datedSql({ search, audiences, after, most }: Part): Sql | undefined {
  if (after?.key === null) return undefined;
  const parts = audiences.flatMap((audience) => {
    const date = dateShown(search, audience);
    if (!date) return [];
    const { column, shown } = date;
    const beyond = after ? sql`(${column}, id) < (${after.key}::date, ${after.id}::uuid)` : sql`${column} IS NOT NULL`;
    const where = and([rowsSql(search, audience, ['FULL'], [shown]), beyond]);
    return [perOriginator(search, audience, { key: column, where, order: sql`${column} DESC, id DESC`, most })];
  });
  return parts.length > 0 ? together(parts, raw('key DESC, id DESC'), most) : undefined;
}

/** Those without that are shown, by id. Undefined: there can be none. */
export function undatedSql({ search, audiences, after, most }: Part): Sql | undefined {
  if (after && after.disclosure !== 'FULL') return undefined;
  const beyond = after?.key === null ? sql`id > ${after.id}::uuid` : raw('TRUE');
  const parts = audiences.map((audience) => {
    const date = dateShown(search, audience);
    const undated = date ? or([sql`${date.column} IS NULL`, isNotTrue(date.shown, search.family)]) : raw('TRUE');
    const where = and([rowsSql(search, audience, ['FULL']), undated, beyond]);
    return perOriginator(search, audience, { key: raw('NULL::date'), where, order: raw('id'), most });
  });
  return parts.length > 0 ? together(parts, raw('id'), most) : undefined;
}

/** Those that are only told of, in an order that tells nothing of them. Undefined: there can be none. */
export function toldSql({ search, audiences, after, most }: Part): Sql | undefined {
  const beyond =
    after && after.disclosure !== 'FULL' ? sql`${TOLD_ORDER} > pointer_order(${after.id}::uuid)` : raw('TRUE');
  const parts = audiences.flatMap((audience) => {
    if (hitAtAny(TOLD, search, audience) === NEVER) return [];
    const isShown = hitAtAny(['FULL'], search, audience);
    const where = and([rowsSql(search, audience, TOLD), isNotTrue(isShown, search.family), beyond]);
    return [perOriginator(search, audience, { key: raw('NULL::date'), where, order: TOLD_ORDER, most })];
  });
  return parts.length > 0 ? together(parts, TOLD_ORDER, most) : undefined;
}

/** So many of all that are found, in no order. */
export function anySql(search: Search, audiences: readonly Audience[], most: number): Sql {
  const parts = audiences.map((audience) => {
    const where = rowsSql(search, audience);
    return perOriginator(search, audience, { key: raw('NULL::date'), where, order: undefined, most });
  });
  return together(parts, undefined, most);
}

function isNotTrue(condition: Condition, family: Family): Sql {
  return condition === ALWAYS ? FALSE : sql`(${conditionSql(condition, pointerPlace(family))}) IS NOT TRUE`;
}

interface Stream {
  readonly key: Sql;
  readonly where: Sql;
  readonly order: Sql | undefined;
  readonly most: number;
}

function perOriginator(search: Search, audience: Audience, { key, where, order, most }: Stream): Sql {
  return sql`
    SELECT of_one.* FROM unnest(${[...audience.originators]}::text[]) AS whose (code) CROSS JOIN LATERAL (
      SELECT *, ${disclosureSql(search, audience)} AS disclosure, ${key} AS key FROM pointer
      WHERE originator = whose.code AND ${where} ${orderedBy(order)} LIMIT ${most}::int) AS of_one`;
}

function together(parts: readonly Sql[], order: Sql | undefined, most: number): Sql {
  return sql`SELECT * FROM (${join(parts, ' UNION ALL ')}) AS listed ${orderedBy(order)} LIMIT ${most}::int`;
}

function orderedBy(order: Sql | undefined): Sql {
  return order ? sql`ORDER BY ${order}` : raw('');
}
