import type { Pool } from 'pg';
import { sql } from '../../../kit/sql/fragments.ts';
import { booked } from './book.ts';
import { rowsOf } from './connection.ts';
import type { Rest } from './request.ts';

/** What the index has of the agency, and what of it a load has not brought, among the pointers that one call looks at. */
interface Counted {
  readonly held: number;
  readonly rest: number;
  /** After which the next call goes on; null: that was all. */
  readonly next: string | null;
}

/** It only reads, and keeps nobody waiting. */
const MOST_LOOKED_AT = 50_000;

/** Below every id. */
const LEAST = '00000000-0000-0000-0000-000000000000';

/**
 * Counts what a load's end would withdraw, before it does, so that a wrong file takes nobody's holdings off the index
 * unasked. A part of the pointers in each call, in the order of their ids, as they are looked at when it ends.
 * @throws DeclaredError `LOAD_OUT_OF_STEP` when no such load was begun
 */
export async function countRest(pool: Pool, { agency, load, after }: Rest): Promise<Counted> {
  const connection = await pool.connect();
  try {
    const { begunAt } = await booked(connection, agency, load);
    const [counted] = await rowsOf<Counted & { readonly looked: number }>(
      connection,
      sql`SELECT count(*)::int AS looked, (count(*) FILTER (WHERE originator = ${agency}))::int AS held,
          (count(*) FILTER (WHERE originator = ${agency} AND changed_at < ${begunAt}))::int AS rest,
          (array_agg(id ORDER BY id DESC))[1] AS next
        FROM (SELECT id, originator, changed_at FROM pointer
          WHERE id > ${after ?? LEAST}::uuid ORDER BY id LIMIT ${MOST_LOOKED_AT}) AS looked_at`,
    );
    const { looked, held, rest, next } = counted!;
    return { held, rest, next: looked < MOST_LOOKED_AT ? null : next };
  } finally {
    connection.release();
  }
}
