import type { SelectorKind } from '../../../schema/selectors.ts';
import type { Database } from '../store/database.ts';
import type { TargetKind } from './declaration.ts';

/** Something declared, as its own agency sees it. */
export interface DeclaredRow {
  /** By which de-confliction knows it: it stays inside. */
  readonly key: string;
  /** By which the agency knows it. */
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
  /** What each of the selectors may be by which it is looked for. */
  readonly kinds: readonly (readonly SelectorKind[])[];
  /** The agency itself has something that is looked for under a newer key. */
  readonly outdated: boolean;
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

/** What an agency declared that de-confliction knows by these keys, by key; of others', nothing. */
export async function findDeclared(
  database: Database,
  agency: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, DeclaredRow>> {
  const { rows } = await database.query<DeclaredRow>(`${SELECT} WHERE agency = $1 AND id = ANY ($2::uuid[])`, [
    agency,
    [...keys],
  ]);
  return new Map(rows.map((row) => [row.key, row]));
}

/** What an officer of an agency declared under an id. */
export async function findByOfficer(database: Database, agency: string, id: string): Promise<DeclaredRow | undefined> {
  const { rows } = await database.query<DeclaredRow>(
    `${SELECT} WHERE agency = $1 AND source = 'OFFICER' AND declared_id = $2::uuid`,
    [agency, id],
  );
  return rows[0];
}

/** By which keys de-confliction knows what an agency calls by an id: a case, or what an officer declared. */
export async function keysOf(
  { database, agency }: { readonly database: Database; readonly agency: string },
  id: string,
): Promise<readonly string[]> {
  const { rows } = await database.query<{ id: string }>(
    'SELECT id FROM declaration WHERE agency = $1 AND declared_id = $2::uuid',
    [agency, id],
  );
  return rows.map((row) => row.id);
}

/** Where an agency has a case and something else under one id, the list goes on after the older one: it comes to an end. */
async function placeOf(database: Database, agency: string, id: string): Promise<string | undefined> {
  const { rows } = await database.query<{ arrived: string }>(
    'SELECT arrived FROM declaration WHERE agency = $1 AND declared_id = $2::uuid ORDER BY arrived LIMIT 1',
    [agency, id],
  );
  return rows[0]?.arrived;
}

const SELECT = `
  SELECT id AS key, declared_id AS id, kind, case_number, contact_id, areas, declared_at, until, ended_at, operation, place[0] AS longitude,
    place[1] AS latitude, lower(span) AS begins, upper(span) AS ends,
    ARRAY(SELECT DISTINCT epoch FROM selector WHERE selector.declaration = declaration.id ORDER BY epoch) AS epochs,
    coalesce((SELECT jsonb_agg(DISTINCT kinds) FROM selector WHERE selector.declaration = declaration.id), '[]') AS kinds,
    coalesce((SELECT max(epoch) FROM selector WHERE selector.declaration = declaration.id)
      < (SELECT max(epoch) FROM selector WHERE selector.agency = declaration.agency), FALSE) AS outdated
  FROM declaration`;

const PAGE = `${SELECT}
  WHERE agency = $1 AND (kind = 'EVENT') = $2
    AND (NOT $3::boolean OR (ended_at IS NULL AND (until IS NULL OR until > $4) AND (span IS NULL OR upper(span) > $4)))
    AND ($5::bigint IS NULL OR arrived < $5::bigint)
  ORDER BY arrived DESC LIMIT $6`;
