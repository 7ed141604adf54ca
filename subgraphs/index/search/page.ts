import type { PrismaClient } from '../prisma/generated/client.ts';
import { sql, type Sql } from '../../kit/sql/fragments.ts';
import type { Audience } from './audience.ts';
import type { Position } from './cursor.ts';
import { foundPageSql, foundSql, matchedByAllSql } from './found-sql.ts';
import { hitOf, type Hit, type HitRow } from './hit.ts';
import { hitColumns } from './hits-sql.ts';
import { anySql, datedSql, toldSql, undatedSql } from './listed-sql.ts';
import { isLed, type Search } from './search.ts';

/** Finds so many hits after a position. */
export async function findHits(
  database: PrismaClient,
  search: Search,
  audiences: readonly Audience[],
  { after, most }: { readonly after: Position | undefined; readonly most: number },
): Promise<readonly Hit[]> {
  if (audiences.length === 0) return [];
  const read = (page: Sql | undefined) => readHits(database, search, page);
  if (isLed(search)) return read(foundPageSql(search, found(search, audiences), after, most));
  const hits: Hit[] = [];
  for (const pageSql of [datedSql, undatedSql, toldSql]) {
    const left = most - hits.length;
    if (left > 0) hits.push(...(await read(pageSql({ search, audiences, after, most: left }))));
  }
  return hits;
}

/** How many hits are counted at most. */
export const MOST_COUNTED = 10_000;

/** Counts the hits: those that a viewer who turned every page would see, and no others; no more than are counted. */
export async function countHits(
  database: PrismaClient,
  search: Search,
  audiences: readonly Audience[],
): Promise<number> {
  if (audiences.length === 0) return 0;
  const hits = isLed(search) ? found(search, audiences) : anySql(search, audiences, MOST_COUNTED);
  const rows = await database.$queryRaw<{ count: number }[]>(
    sql`SELECT count(*)::int AS count FROM (SELECT FROM (${hits}) AS hit LIMIT ${MOST_COUNTED}::int) AS counted`,
  );
  return rows[0]?.count ?? 0;
}

function found(search: Search, audiences: readonly Audience[]): Sql {
  return foundSql(search, audiences, matchedByAllSql(search, audiences));
}

async function readHits(database: PrismaClient, { family }: Search, page: Sql | undefined): Promise<readonly Hit[]> {
  if (!page) return [];
  const rows = await database.$queryRaw<HitRow[]>(sql`SELECT ${hitColumns(family)} FROM (${page}) AS hit`);
  return rows.map((row) => hitOf(family, row));
}
