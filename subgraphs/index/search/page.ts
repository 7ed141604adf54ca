import type { PrismaClient } from '../prisma/generated/client.ts';
import { raw, sql, type Sql } from '../sql/fragments.ts';
import type { Audience } from './audience.ts';
import type { Position } from './cursor.ts';
import { hitOf, type Hit, type HitRow } from './hit.ts';
import { hitsSql, labelsSql, type Search } from './hits-sql.ts';

/** Finds so many hits after a position. */
export async function findHits(
  database: PrismaClient,
  search: Search,
  audiences: readonly Audience[],
  page: { readonly after: Position | undefined; readonly most: number },
): Promise<readonly Hit[]> {
  if (audiences.length === 0) return [];
  const rows = await database.$queryRaw<HitRow[]>(sql`
    SELECT id::text, originator, contact_id::text, disclosure, absent, ${labelsSql(search.family)},
      to_char(key, 'YYYY-MM-DD') AS key
    FROM (${hitsSql(search, audiences)}) AS hit
    WHERE ${page.after ? afterSql(page.after) : raw('TRUE')}
    ORDER BY hit.key DESC NULLS LAST, hit.id LIMIT ${page.most}::int`);
  return rows.map((row) => hitOf(search.family, row));
}

/** Counts the hits: those that a viewer who turned every page would see, and no others. */
export async function countHits(
  database: PrismaClient,
  search: Search,
  audiences: readonly Audience[],
): Promise<number> {
  if (audiences.length === 0) return 0;
  const rows = await database.$queryRaw<{ count: number }[]>(
    sql`SELECT count(*)::int AS count FROM (${hitsSql(search, audiences)}) AS hit`,
  );
  return rows[0]?.count ?? 0;
}

/** Rows without a key come last; among equals the id decides. */
function afterSql({ key, id }: Position): Sql {
  if (key === null) return sql`hit.key IS NULL AND hit.id > ${id}::uuid`;
  return sql`hit.key < ${key}::date OR hit.key IS NULL OR (hit.key = ${key}::date AND hit.id > ${id}::uuid)`;
}
