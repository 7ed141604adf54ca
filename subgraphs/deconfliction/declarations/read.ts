import type { Database } from '../store/database.ts';
import type { TargetKind } from './declaration.ts';

/** Something declared, as its own agency sees it. */
export interface DeclaredRow {
  readonly id: string;
  readonly kind: TargetKind | 'EVENT';
  readonly case_number: string | null;
  readonly contact_id: string | null;
  readonly areas: readonly string[];
  readonly declared_at: Date;
  readonly until: Date | null;
  readonly ended_at: Date | null;
  readonly operation: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly begins: Date | null;
  readonly ends: Date | null;
  readonly epochs: readonly number[];
}

/** Which part of what an agency declared is asked for. */
export interface DeclaredPage {
  readonly agency: string;
  readonly what: 'TARGET' | 'EVENT';
  /** Only what has not ended. */
  readonly active: boolean;
  readonly after: string | undefined;
  readonly most: number;
  readonly now: Date;
}

/** What an agency declared, the newest first; undefined: it declared nothing under the id after which to go on. */
export async function readDeclared(
  database: Database,
  page: DeclaredPage,
): Promise<readonly DeclaredRow[] | undefined> {
  const { agency, what, active, after, most, now } = page;
  const place = after === undefined ? null : await placeOf(database, agency, after);
  if (place === undefined) return undefined;
  const { rows } = await database.query<DeclaredRow>(PAGE, [agency, what === 'EVENT', active, now, place, most]);
  return rows;
}

/** What an agency declared under these ids, by id; of others', nothing. */
export async function findDeclared(
  database: Database,
  agency: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DeclaredRow>> {
  const { rows } = await database.query<DeclaredRow>(`${SELECT} WHERE agency = $1 AND id = ANY ($2::uuid[])`, [
    agency,
    [...ids],
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

async function placeOf(database: Database, agency: string, id: string): Promise<string | undefined> {
  const { rows } = await database.query<{ arrived: string }>(
    'SELECT arrived FROM declaration WHERE agency = $1 AND id = $2::uuid',
    [agency, id],
  );
  return rows[0]?.arrived;
}

const SELECT = `
  SELECT id, kind, case_number, contact_id, areas, declared_at, until, ended_at, operation, place[0] AS longitude,
    place[1] AS latitude, lower(span) AS begins, upper(span) AS ends,
    ARRAY(SELECT DISTINCT epoch FROM selector WHERE selector.declaration = declaration.id ORDER BY epoch) AS epochs
  FROM declaration`;

const PAGE = `${SELECT}
  WHERE agency = $1 AND (kind = 'EVENT') = $2
    AND (NOT $3::boolean OR (ended_at IS NULL AND (until IS NULL OR until > $4) AND (span IS NULL OR upper(span) > $4)))
    AND ($5::bigint IS NULL OR arrived < $5::bigint)
  ORDER BY arrived DESC LIMIT $6`;
