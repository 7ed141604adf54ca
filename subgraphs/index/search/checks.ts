import type { Family } from '../columns.ts';
import type { IndexRequest } from '../request.ts';
import { sql } from '../../kit/sql/fragments.ts';
import { audiencesOf } from './audience.ts';
import { FOUND_ORDER, foundSql, matchesSql } from './found-sql.ts';
import { hitOf, type Hit, type HitRow } from './hit.ts';
import { hitColumns } from './hits-sql.ts';
import { MOST_COUNTED } from './page.ts';
import { coordinatesRead, type Search } from './search.ts';
import { tellOfSilentHits } from './silent-hits.ts';
import type { Sought } from './sought.ts';

/** What one selector leads to, of one family. */
export interface Checked {
  /** The first hits, what agrees best before the others. */
  readonly hits: readonly Hit[];
  /** How many there are, so far as they are counted. */
  readonly count: number;
}

/** How many hits one check tells of at most. */
export const MOST_OF_A_CHECK = 20;

/**
 * Checks selectors, each by itself, and all of them by one statement. What each leads to stands in its place.
 * @param codes whose pointers are looked for; by default, everybody's
 */
export async function checkSelectors(
  family: Family,
  sought: readonly Sought[],
  request: IndexRequest,
  codes: readonly string[] = request.agencies.map(({ code }) => code),
): Promise<readonly Checked[]> {
  const { database, grant } = request;
  const search: Search = { family, terms: [], sought, order: { by: 'relevance' } };
  await tellOfSilentHits({ search, sought: 'each' }, codes, request);
  const audiences = audiencesOf(grant, codes, family, coordinatesRead(search));
  if (audiences.length === 0) return sought.map(() => NOTHING);
  const rows = await database.$queryRaw<readonly CheckRow[]>(sql`
    SELECT term, least(count, ${MOST_COUNTED}::int)::int AS count, ${hitColumns(family)} FROM (
      SELECT *, row_number() OVER (PARTITION BY term ORDER BY ${FOUND_ORDER}) AS number,
        count(*) OVER (PARTITION BY term) AS count
      FROM (${foundSql(search, audiences, matchesSql(search, audiences))}) AS found
    ) AS hit WHERE number <= ${MOST_OF_A_CHECK}::int ORDER BY term, number`);
  return sought.map((_, place) =>
    checkedIn(
      rows.filter(({ term }) => term === place),
      family,
    ),
  );
}

interface CheckRow extends HitRow {
  readonly term: number;
  readonly count: number;
}

const NOTHING: Checked = { hits: [], count: 0 };

function checkedIn(rows: readonly CheckRow[], family: Family): Checked {
  return { hits: rows.map((row) => hitOf(family, row)), count: rows[0]?.count ?? 0 };
}
