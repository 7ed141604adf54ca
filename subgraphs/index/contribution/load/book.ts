import { INDEX_ERRORS, refuse } from '../../errors.ts';
import { sql } from '../../../kit/sql/fragments.ts';
import { rowsOf, type Connection } from './connection.ts';
import type { Begin, Refused } from './request.ts';

/** How far the index has come with a load. */
export interface Booked {
  readonly begunAt: Date;
  readonly finishedAt: Date | null;
  /** Lines of the file that it has dealt with, from the first. */
  readonly lines: number;
  /** How many of them were set aside. */
  readonly rejected: number;
  /** Those that the index refused, and of which the agency has not said that it has set them aside: an answer may be lost. */
  readonly lastRefused: readonly Refused[];
}

interface BookRow extends Omit<Booked, 'lines' | 'rejected'> {
  readonly lines: string;
  readonly rejected: string;
}

/**
 * Begins a load where there is none of this name.
 * INVARIANT: nothing else of the agency is dated to the same millisecond, which is as exact as the index dates.
 * @returns how far it has come
 */
export async function begin(connection: Connection, { agency, load, again }: Begin): Promise<Booked> {
  if (again) await rowsOf(connection, sql`DELETE FROM load WHERE agency = ${agency} AND name = ${load}`);
  await connection.query(A_MOMENT);
  await rowsOf(
    connection,
    sql`INSERT INTO load (agency, name, begun_at) VALUES (${agency}, ${load}, clock_timestamp()) ON CONFLICT DO NOTHING`,
  );
  await connection.query(A_MOMENT);
  return booked(connection, agency, load);
}

const A_MOMENT = 'SELECT pg_sleep(0.002)';

/** @throws DeclaredError `LOAD_OUT_OF_STEP` when no such load was begun */
export async function booked(connection: Connection, agency: string, load: string): Promise<Booked> {
  const [row] = await rowsOf<BookRow>(
    connection,
    sql`SELECT begun_at AS "begunAt", finished_at AS "finishedAt", lines, rejected, last_refused AS "lastRefused"
      FROM load WHERE agency = ${agency} AND name = ${load}`,
  );
  if (!row) return refuse(INDEX_ERRORS.LOAD_OUT_OF_STEP, 'no such load was begun');
  return { ...row, lines: Number(row.lines), rejected: Number(row.rejected) };
}

/** Books lines that were dealt with, in the transaction in which they were. */
export async function advance(
  connection: Connection,
  { agency, load, until }: { readonly agency: string; readonly load: string; readonly until: number },
  rejected: number,
  refused: readonly Refused[],
): Promise<void> {
  await rowsOf(
    connection,
    sql`UPDATE load SET lines = ${until}, rejected = rejected + ${rejected}, last_refused = ${JSON.stringify(refused)}::jsonb
      WHERE agency = ${agency} AND name = ${load}`,
  );
}

/** Books that a load is finished. What was withdrawn meanwhile is forgotten with the agency's last load. */
export async function finish(connection: Connection, agency: string, load: string): Promise<void> {
  await rowsOf(
    connection,
    sql`UPDATE load SET finished_at = clock_timestamp() WHERE agency = ${agency} AND name = ${load}`,
  );
  await rowsOf(
    connection,
    sql`DELETE FROM withdrawn_during_load WHERE agency = ${agency}
      AND NOT EXISTS (SELECT FROM load WHERE agency = ${agency} AND finished_at IS NULL)`,
  );
}
