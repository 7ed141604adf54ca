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
  return sql`
    SELECT pointed.*, matched.term, matched.relevance, ${keySql(search, perAudience)} AS key,
      ${perAudience((audience) => disclosureSql(search, audience))} AS disclosure
    FROM (${matches}) AS matched (term, found, relevance)
    CROSS JOIN LATERAL (SELECT * FROM pointer WHERE pointer.id = matched.found LIMIT 1) AS pointed
    WHERE ${rows}`;
}

/** The matches of a search: the pointers to which everything leads that is sought. */
export function matchedByAllSql({ family, sought }: Search, audiences: readonly Audience[]): Sql {
  return sql`
    SELECT 0, id, sum(relevance)::int AS relevance FROM (${matchesSql(sought, family, findingsOf(audiences))})
      AS matches GROUP BY id HAVING count(*) = ${sought.length}::int`;
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
  if (search.order.by === 'relevance') return raw('matched.relevance');
  return sql`(${perAudience((audience) => {
    const date = dateShown(search, audience);
    if (!date) return raw('NULL::date');
    const shown = conditionSql(date.shown, pointerPlace(search.family));
    return sql`CASE WHEN ${shown} THEN ${date.column} END`;
  })})::date`;
}

function afterSql({ order }: Search, { key, id }: Position): Sql {
  if (key === null) return sql`key IS NULL AND id > ${id}::uuid`;
  const place = raw(order.by === 'relevance' ? 'int' : 'date');
  return sql`key IS NULL OR (key, id) < (${key}::text::${place}, ${id}::uuid)`;
}
