import type { Pool } from 'pg';
import { INDEX_ERRORS, refuse } from '../../errors.ts';
import { sql } from '../../../kit/sql/fragments.ts';
import { clearSql, leaveSql, withdrawSql } from '../merge.ts';
import { booked, finish } from './book.ts';
import { alone, rowsOf, type Connection } from './connection.ts';
import type { End } from './request.ts';

/** What ending a load has done so far. */
export interface Ended {
  /** Pointers that were withdrawn by this call. */
  readonly withdrawn: number;
  /** Whether it is all done; if not, the call is to be made again. */
  readonly finished: boolean;
}

/** How many pointers one call looks at, so that live contributions wait for no longer than a moment. */
const MOST_LOOKED_AT = 5000;

/**
 * Ends a load. With `replace`, what it did not bring is withdrawn before: a few thousand pointers in each call.
 * @throws DeclaredError `LOAD_NOT_WHOLE` when lines were set aside: what they say may be what would be withdrawn
 */
export function end(pool: Pool, { agency, load, replace }: End): Promise<Ended> {
  return alone(pool, agency, async (connection) => {
    const book = await booked(connection, agency, load);
    if (book.finishedAt) return NONE;
    if (replace && book.rejected > 0) refuse(INDEX_ERRORS.LOAD_NOT_WHOLE, `${book.rejected} lines were set aside`);
    const rest = replace ? await withdrawOlder(connection, { agency, load }, book.begunAt) : NONE;
    if (rest.finished) await finish(connection, agency, load);
    return rest;
  });
}

const NONE: Ended = { withdrawn: 0, finished: true };

interface LookedAt {
  readonly id: string;
  readonly isOlder: boolean;
}

/**
 * Looks at the next pointers in the order of their ids, and withdraws the agency's that are older than the load.
 * INVARIANT: what the load brought, and what came in live since it began, is not dated before its beginning.
 */
async function withdrawOlder(
  connection: Connection,
  { agency, load }: Pick<End, 'agency' | 'load'>,
  begunAt: Date,
): Promise<Ended> {
  const rows = await rowsOf<LookedAt>(
    connection,
    sql`SELECT id, originator = ${agency} AND changed_at < ${begunAt} AS "isOlder" FROM pointer
      WHERE id > (SELECT looked_until FROM load WHERE agency = ${agency} AND name = ${load})
      ORDER BY id LIMIT ${MOST_LOOKED_AT}`,
  );
  const older = rows.filter(({ isOlder }) => isOlder).map(({ id }) => id);
  if (older.length > 0) await withdraw(connection, agency, older);
  await lookOn(connection, { agency, load }, rows.at(-1)?.id);
  return { withdrawn: older.length, finished: rows.length < MOST_LOOKED_AT };
}

async function withdraw(connection: Connection, agency: string, ids: readonly string[]): Promise<void> {
  const own = sql`id = ANY(${ids}::uuid[]) AND originator = ${agency}`;
  await rowsOf(connection, clearSql(own));
  await rowsOf(connection, leaveSql(own));
  await rowsOf(connection, withdrawSql(own));
}

async function lookOn(
  connection: Connection,
  { agency, load }: Pick<End, 'agency' | 'load'>,
  from: string | undefined,
): Promise<void> {
  if (from === undefined) return;
  await rowsOf(
    connection,
    sql`UPDATE load SET looked_until = ${from}::uuid WHERE agency = ${agency} AND name = ${load}`,
  );
}
