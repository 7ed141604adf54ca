import type { ContributedSubject } from '../../../matching/contributed.ts';
import type { Family } from '../columns.ts';
import type { IndexRequest } from '../request.ts';
import { audiencesOf } from '../search/audience.ts';
import { foundSql, matchesSql } from '../search/found-sql.ts';
import { hitOf, type Hit, type HitRow } from '../search/hit.ts';
import { hitColumns } from '../search/hits-sql.ts';
import { coordinatesRead, type Search } from '../search/search.ts';
import type { Sought } from '../search/sought.ts';
import { sql } from '../../kit/sql/fragments.ts';

/** What leads on to records and cases. */
export interface Leading extends Sought {
  /** Of what it leads to, only that counts which is shown: something like it led to the rest. */
  readonly isVariant?: boolean;
}

/** A record or a case to which selectors lead. */
export interface Found {
  readonly hit: Hit;
  readonly subjects: readonly ContributedSubject[];
  /** What led there: of what is shown, the first of all that did. */
  readonly by: Sought;
}

/** How far is looked. */
export interface Reach {
  /** So many records and cases at most. */
  readonly most: number;
  /** A selector by which the viewer finds more of them than that, of one family, tells nothing of any. */
  readonly leads: number;
  /** The ids of those that are not wanted where they are shown: they are known. */
  readonly known: readonly string[];
}

/** The families that have selectors. */
export const SEARCHED = ['Record', 'Case'] as const satisfies readonly Family[];

/**
 * The records and cases to which any of these selectors leads, found as a search by it finds them; those of the first
 * selectors first, and of equals those that are shown.
 *
 * INVARIANT: what is only told of is found anew by each selector that leads there, and counts as often: a search by each would
 * tell of something, and not that it is the same as what is told of, or shown, where another leads.
 */
export async function find(sought: readonly Leading[], reach: Reach, request: IndexRequest): Promise<readonly Found[]> {
  if (sought.length === 0) return [];
  const found = await Promise.all(SEARCHED.map((family) => findOf(family, sought, reach, request)));
  return found
    .flat()
    .sort((a, b) => a.term - b.term || b.relevance - a.relevance || (a.position < b.position ? -1 : 1))
    .slice(0, reach.most);
}

async function findOf(family: Family, sought: readonly Leading[], reach: Reach, request: IndexRequest) {
  const { database, grant, agencies } = request;
  const search: Search = { family, terms: [], sought, order: { by: 'relevance' } };
  const codes = agencies.map(({ code }) => code);
  const audiences = audiencesOf(grant, codes, family, coordinatesRead(search));
  if (audiences.length === 0) return [];
  const found = foundSql(search, audiences, matchesSql(search, audiences));
  const variants = sought.flatMap(({ isVariant }, term) => (isVariant ? [term] : []));
  const rows = await database.$queryRaw<readonly FoundRow[]>(sql`
    SELECT term, relevance, concat(is_told::int, place) AS position, subjects, ${hitColumns(family)} FROM (
      SELECT DISTINCT ON (id, disclosure, CASE WHEN is_told THEN term END) * FROM (
        SELECT *, count(*) OVER (PARTITION BY term) AS leads FROM (${found}) AS found
      ) AS counted
      WHERE leads <= ${reach.leads}::int
        AND NOT CASE WHEN is_told THEN term = ANY(${variants}::int[]) ELSE id = ANY(${[...reach.known]}::uuid[]) END
      ORDER BY id, disclosure, CASE WHEN is_told THEN term END, term, relevance DESC
    ) AS hit ORDER BY term, relevance DESC, is_told, place LIMIT ${reach.most}::int`);
  return rows.map((row) => ({ ...row, hit: hitOf(family, row), by: sought[row.term]! }));
}

interface FoundRow extends HitRow {
  readonly term: number;
  readonly relevance: number;
  /** Its place among equals. */
  readonly position: string;
  readonly subjects: readonly ContributedSubject[];
}
