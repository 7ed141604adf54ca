import type { Database } from '../store/database.ts';
import { SELECT_CONFLICTS, type ConflictRow, type ConflictStatus } from './row.ts';
import { seenBy, type Looking, type SeenConflict } from './seen.ts';

/** Whose conflicts are read, under which agreements. */
export interface Reading extends Looking {
  readonly database: Database;
}

/** Which part of the conflicts of an agency is asked for. */
export interface ConflictPage {
  readonly status?: readonly ConflictStatus[] | undefined;
  /** Those alone that these declarations of the agency are in, by their keys. */
  readonly declarations?: readonly string[] | undefined;
  readonly after?: string | undefined;
  readonly most: number;
}

/** At once, where some of them may no longer be seen. */
const MOST_READ = 200;

interface Listed extends ConflictRow {
  readonly arrived: string;
}

/**
 * The conflicts that an agency may see, those first of which it was told last; undefined: it may see none of the id after
 * which to go on. What it may no longer see is passed over, and leaves no gap.
 */
export async function listConflicts(
  reading: Reading,
  { status, declarations, after, most }: ConflictPage,
): Promise<readonly SeenConflict[] | undefined> {
  const { database, agency } = reading;
  let place: string | null | undefined = after === undefined ? null : await placeOf(reading, after);
  if (place === undefined) return undefined;
  const seen: SeenConflict[] = [];
  for (;;) {
    const { rows }: { readonly rows: readonly Listed[] } = await database.query<Listed>(CONFLICTS_PAGE, [
      ...[agency, declarations ?? null, status ?? null, place, MOST_READ],
    ]);
    seen.push(...rows.flatMap((row) => seenBy(reading, row) ?? []));
    if (seen.length >= most || rows.length < MOST_READ) return seen.slice(0, most);
    place = rows.at(-1)!.arrived;
  }
}

/** A conflict, if the agency may see it. */
export async function findConflict(reading: Reading, id: string): Promise<SeenConflict | undefined> {
  const { rows } = await reading.database.query<ConflictRow>(`${SELECT_CONFLICTS} WHERE conflict.id = $1::uuid`, [id]);
  return rows[0] && seenBy(reading, rows[0]);
}

async function placeOf(reading: Reading, id: string): Promise<string | undefined> {
  if (!(await findConflict(reading, id))) return undefined;
  const { rows } = await reading.database.query<{ arrived: string }>(
    'SELECT arrived FROM side WHERE conflict = $1 AND agency = $2',
    [id, reading.agency],
  );
  return rows[0]?.arrived;
}

export const CONFLICTS_PAGE = `SELECT listed.*, mine.arrived FROM side AS mine
  CROSS JOIN LATERAL (${SELECT_CONFLICTS} WHERE conflict.id = mine.conflict) AS listed
  WHERE mine.agency = $1 AND ($2::uuid[] IS NULL OR mine.declaration = ANY ($2::uuid[]))
    AND ($3::text[] IS NULL OR listed.status = ANY ($3::text[])) AND ($4::bigint IS NULL OR mine.arrived < $4::bigint)
  ORDER BY mine.arrived DESC LIMIT $5`;
