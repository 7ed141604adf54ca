import type { Pool, PoolClient } from 'pg';
import { raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import { dropLeadsSql, findLeadsSql } from './find-sql.ts';
import { putDownAgainSql, setAsideSql, takenUpSql } from './set-aside-sql.ts';

/** At once, so that one replica does not keep the others waiting. */
const MOST_LOOKED_AT = 50;

/** How long one statement of a look may take. Most take milliseconds. */
const LOOK_MILLISECONDS = 10_000;

/** How a look is bounded. */
interface LookOptions {
  /** How long one statement of it may take. Default 10,000. */
  readonly milliseconds?: number;
  /** Is told why a case was set aside. */
  readonly onTrouble?: ((error: unknown) => void) | undefined;
}

/**
 * Looks at cases that are due, each once, and writes the leads that follow. Several replicas may do it at once: each takes
 * others.
 *
 * What others are writing meanwhile is not missed: it is put down in the transaction that writes it, and whoever looks
 * there sees this one.
 *
 * INVARIANT: a case at which a look fails keeps no others waiting: it is set aside, and looked at again later.
 * @returns whether there was anything
 */
export async function lookOnce(pool: Pool, options: LookOptions = {}): Promise<boolean> {
  const due: Due[] = [];
  try {
    return await lookAt(pool, takeSql(), options, due);
  } catch (error) {
    if (due.length === 0) throw error;
    for (const one of byCase(due)) await lookAtOne(pool, one, options);
    return true;
  }
}

/** Puts those cases down again that were set aside, and have waited for long enough. */
export async function putDownAgain(pool: Pool): Promise<void> {
  await run(pool, putDownAgainSql());
}

/** What was put down: one case, maybe often. */
interface Due {
  readonly number: string;
  readonly case_id: string;
}

/** Each case that was taken, with all numbers under which it was put down. */
function byCase(due: readonly Due[]): readonly { readonly id: string; readonly numbers: readonly string[] }[] {
  return [...new Set(due.map(({ case_id: id }) => id))].map((id) => ({
    id,
    numbers: due.filter((one) => one.case_id === id).map(({ number }) => number),
  }));
}

async function lookAtOne(
  pool: Pool,
  { id, numbers }: { readonly id: string; readonly numbers: readonly string[] },
  options: LookOptions,
): Promise<void> {
  const taking = takeSql(numbers);
  try {
    await lookAt(pool, taking, options, []);
  } catch (error) {
    await inTransaction(pool, async (client) => {
      const { rowCount } = await run(client, taking);
      if (rowCount) await run(client, setAsideSql(id));
    });
    options.onTrouble?.(error);
  }
}

/** @param taken is told what was taken, before anything else */
async function lookAt(
  pool: Pool,
  taking: Sql,
  { milliseconds = LOOK_MILLISECONDS }: LookOptions,
  taken: Due[],
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    taken.push(...(await run<Due>(client, taking)).rows);
    const cases = [...new Set(taken.map(({ case_id: id }) => id))].sort();
    if (cases.length === 0) return false;
    await client.query(`${LOOK_UP}; SET LOCAL statement_timeout = ${milliseconds}`);
    await run(client, takenUpSql(cases));
    await run(client, dropLeadsSql(cases));
    await run(client, findLeadsSql(cases));
    return true;
  });
}

/** Takes what was put down: these, or the first. What others are looking at is passed over. */
function takeSql(numbers?: readonly string[]): Sql {
  const which = numbers ? sql`number = ANY (${[...numbers]}::bigint[])` : raw('TRUE');
  return sql`
    DELETE FROM lead_due WHERE number = ANY (ARRAY(
      SELECT number FROM lead_due WHERE ${which} ORDER BY number LIMIT ${MOST_LOOKED_AT}::int FOR UPDATE SKIP LOCKED))
    RETURNING number::text, case_id`;
}

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
