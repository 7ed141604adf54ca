import type { Pool, PoolClient } from 'pg';
import { sql, type Sql } from '../sql/fragments.ts';
import { dropLeadsSql, findLeadsSql } from './find-sql.ts';

/** At once, so that one replica does not keep the others waiting. */
const MOST_LOOKED_AT = 50;

/** For how long after it was closed the hub keeps what a tip says. */
const TIPS_KEPT_DAYS = 30;

/**
 * Looks at cases that are due, each once, and writes the leads that follow. Several replicas may do it at once: each takes
 * others.
 *
 * What others are writing meanwhile is not missed: it is put down in the transaction that writes it, and whoever looks
 * there sees this one.
 * @returns whether there was anything
 */
export async function lookOnce(pool: Pool): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { rows } = await run<{ case_id: string }>(client, TAKE);
    const cases = [...new Set(rows.map(({ case_id: id }) => id))].sort();
    if (cases.length === 0) return false;
    await client.query(LOOK_UP);
    await run(client, dropLeadsSql(cases));
    await run(client, findLeadsSql(cases));
    return true;
  });
}

/** Takes away what tips say that are closed for long enough. */
export async function forgetTips(pool: Pool): Promise<void> {
  await run(pool, FORGET);
}

const TAKE = sql`
  DELETE FROM lead_due WHERE number = ANY (ARRAY(
    SELECT number FROM lead_due ORDER BY number LIMIT ${MOST_LOOKED_AT}::int FOR UPDATE SKIP LOCKED))
  RETURNING case_id`;

const FORGET = sql`
  UPDATE lead SET words = NULL, sought = NULL
  WHERE words IS NOT NULL AND closed_at < now() - make_interval(days => ${TIPS_KEPT_DAYS}::int)`;

/** So few cases are never worth reading a whole table for, whatever the planner knows of it. */
const LOOK_UP = 'SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off';

async function inTransaction<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((rollback: Error) => (broken = rollback));
    throw error;
  } finally {
    client.release(broken);
  }
}

function run<Row extends object>(client: Pick<Pool, 'query'>, { text, values }: Sql) {
  return client.query<Row>(text, [...values]);
}
