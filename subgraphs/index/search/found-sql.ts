import type { Disclosure } from '../../../policy/rule.ts';
import { conditionSql } from '../../kit/sql/condition.ts';
import { and, join, or, raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import { pointerPlace } from '../sql/place.ts';
import type { Audience } from './audience.ts';
import type { Position } from './cursor.ts';
import { TOLD_ORDER, among, dateShown, disclosureSql, findingsOf, rowsSql } from './hits-sql.ts';
import { LEVELS } from './levels.ts';
import { bySubjectSql } from './matches-sql.ts';
import type { Search } from './search.ts';
import { textMatchesSql } from './text-matches-sql.ts';

/**
 * The pointers that selectors lead to, with their disclosure, the key that they are sorted by and their `place` among those
 * with the same key: for each thing that is sought by itself, as `term`. There are no more than are looked at under the keys,
 * and each is read by its id.
 * @param matches `(term, id)`, and for each level how much it has in common with what is sought
 */
export function foundSql(search: Search, audiences: readonly Audience[], matches: Sql): Sql {
  const rows = or(audiences.map((audience) => and([among(audience), rowsSql(search, audience)])));
  const perAudience = (value: (audience: Audience) => Sql) =>
    sql`CASE ${join(
      audiences.map((audience) => sql`WHEN ${among(audience)} THEN ${value(audience)}`),
      ' ',
    )} END`;
  const led = (level: Disclosure) => sql`${raw(`"${level}"`)} IS NOT NULL`;
  return sql`
    SELECT *, ${keySql(search, perAudience)} AS key FROM (
      SELECT told.*, ${relevanceSql} AS relevance, disclosure <> 'FULL' AS is_told,
        CASE WHEN disclosure = 'FULL' THEN id ELSE ${TOLD_ORDER} END AS place
      FROM (
        SELECT pointed.*, matched.term, ${eachLevel((name) => `matched.${name}`)},
          ${perAudience((audience) => disclosureSql(search, audience, led))} AS disclosure
        FROM (${matches}) AS matched (term, found, ${eachLevel((name) => name)})
        CROSS JOIN LATERAL (SELECT * FROM pointer WHERE pointer.id = matched.found LIMIT 1) AS pointed
        WHERE ${rows}
      ) AS told WHERE disclosure IS NOT NULL
    ) AS ranked`;
}

/** The matches of everything that is sought, each by itself. */
export function matchesSql({ family, sought }: Search, audiences: readonly Audience[]): Sql {
  return sql`
    SELECT term, id, ${eachLevel((name) => `max(${name}) FILTER (WHERE ${name} >= least) AS ${name}`)}
    FROM (${bySubjectSql(sought, family, LEVELS, findingsOf(audiences, family))}) AS of_subject GROUP BY term, id`;
}

/** The matches of a search: the pointers to which everything that is sought leads at one level. */
export function matchedByAllSql(search: Search, audiences: readonly Audience[]): Sql {
  const { sought, text } = search;
  const led = [
    ...(sought.length > 0 ? [matchesSql(search, audiences)] : []),
    ...(text ? [textMatchesSql(text, sought.length, audiences)] : []),
  ];
  const all = sought.length + (text ? 1 : 0);
  return sql`
    SELECT 0, id, ${eachLevel((name) => `CASE WHEN count(${name}) = ${all} THEN sum(${name})::int END AS ${name}`)}
    FROM (${join(led, ' UNION ALL ')}) AS matches GROUP BY id`;
}

/** A page of what is found. */
export function foundPageSql(search: Search, found: Sql, after: Position | undefined, most: number): Sql {
  return sql`
    SELECT * FROM (${found}) AS found WHERE ${after ? afterSql(search, after) : raw('TRUE')}
    ORDER BY ${FOUND_ORDER} LIMIT ${most}::int`;
}

/** As listed: the highest key first; of equals those that are shown, the highest id first; those without a key, by id. */
export const FOUND_ORDER = raw('key DESC NULLS LAST, is_told, CASE WHEN key IS NULL THEN place END, place DESC');

function eachLevel(of: (name: string) => string): Sql {
  return raw(LEVELS.map((level) => of(`"${level}"`)).join(', '));
}

const relevanceSql = raw(`CASE disclosure ${LEVELS.map((level) => `WHEN '${level}' THEN "${level}"`).join(' ')} END`);

function keySql(search: Search, perAudience: (value: (audience: Audience) => Sql) => Sql): Sql {
  if (search.order.by === 'relevance') return raw('relevance');
  return sql`(${perAudience((audience) => {
    const date = dateShown(search, audience);
    if (!date) return raw('NULL::date');
    const shown = conditionSql(date.shown, pointerPlace(search.family));
    return sql`CASE WHEN disclosure = 'FULL' AND ${shown} THEN ${date.column} END`;
  })})::date`;
}

function afterSql({ order }: Search, { key, id, disclosure }: Position): Sql {
  const isTold = raw(disclosure === 'FULL' ? 'FALSE' : 'TRUE');
  const place = disclosure === 'FULL' ? sql`${id}::uuid` : sql`pointer_order(${id}::uuid)`;
  if (key === null) return sql`key IS NULL AND (is_told, place) > (${isTold}, ${place})`;
  const equal = sql`${key}::text::${raw(order.by === 'relevance' ? 'int' : 'date')}`;
  return sql`key IS NULL OR key < ${equal} OR (key = ${equal}
    AND (is_told > ${isTold} OR (is_told = ${isTold} AND place < ${place})))`;
}
