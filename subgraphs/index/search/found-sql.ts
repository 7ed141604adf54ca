import { conditionSql } from '../sql/condition.ts';
import { and, join, or, raw, sql, type Sql } from '../sql/fragments.ts';
import { pointerPlace } from '../sql/place.ts';
import type { Audience } from './audience.ts';
import type { Position } from './cursor.ts';
import { among, dateShown, disclosureSql, findingsOf, rowsSql } from './hits-sql.ts';
import { matchesSql } from './matches-sql.ts';
import type { Search } from './search.ts';

/**
 * The pointers that selectors lead to, with their disclosure and the key that they are sorted by: for each thing that is
 * sought by itself, as `term`. There are no more than are looked at under the keys, and each is read by its id.
 */
export function foundSql(search: Search, audiences: readonly Audience[], matches: Sql): Sql {
  const rows = or(audiences.map((audience) => and([among(audience), rowsSql(search, audience)])));
  const perAudience = (value: (audience: Audience) => Sql) =>
    sql`CASE ${join(
      audiences.map((audience) => sql`WHEN ${among(audience)} THEN ${value(audience)}`),
      ' ',
    )} END`;
  const disclosure = perAudience((audience) => disclosureSql(search, audience, raw('matched.shown IS NOT NULL')));
  return sql`
    SELECT *, ${keySql(search, perAudience)} AS key FROM (
      SELECT told.*, CASE WHEN disclosure = 'FULL' THEN shown ELSE agreeing END AS relevance FROM (
        SELECT pointed.*, matched.term, matched.agreeing, matched.shown, ${disclosure} AS disclosure
        FROM (${matches}) AS matched (term, found, agreeing, shown)
        CROSS JOIN LATERAL (SELECT * FROM pointer WHERE pointer.id = matched.found LIMIT 1) AS pointed
        WHERE ${rows}
      ) AS told WHERE disclosure IS NOT NULL
    ) AS ranked`;
}

/** The matches of a search: the pointers to which everything leads that is sought. */
export function matchedByAllSql({ family, sought }: Search, audiences: readonly Audience[]): Sql {
  return sql`
    SELECT 0, id, sum(relevance)::int AS relevance, CASE WHEN count(shown) = count(*) THEN sum(shown)::int END AS shown
    FROM (${matchesSql(sought, family, findingsOf(audiences, family))}) AS matches
    GROUP BY id HAVING count(*) = ${sought.length}::int`;
}

/** A page of what is found. */
export function foundPageSql(search: Search, found: Sql, after: Position | undefined, most: number): Sql {
  return sql`
    SELECT * FROM (${found}) AS found WHERE ${after ? afterSql(search, after) : raw('TRUE')}
    ORDER BY ${FOUND_ORDER} LIMIT ${most}::int`;
}

/** As listed: the highest key first, of equals the highest id; then those without a key, by id. */
export const FOUND_ORDER = raw('key DESC NULLS LAST, CASE WHEN key IS NULL THEN id END, id DESC');

function keySql(search: Search, perAudience: (value: (audience: Audience) => Sql) => Sql): Sql {
  if (search.order.by === 'relevance') return raw('relevance');
  return sql`(${perAudience((audience) => {
    const date = dateShown(search, audience);
    if (!date) return raw('NULL::date');
    const shown = conditionSql(date.shown, pointerPlace(search.family));
    return sql`CASE WHEN disclosure = 'FULL' AND ${shown} THEN ${date.column} END`;
  })})::date`;
}

function afterSql({ order }: Search, { key, id }: Position): Sql {
  if (key === null) return sql`key IS NULL AND id > ${id}::uuid`;
  const place = raw(order.by === 'relevance' ? 'int' : 'date');
  return sql`key IS NULL OR (key, id) < (${key}::text::${place}, ${id}::uuid)`;
}
