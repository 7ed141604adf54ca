import type { Pool, PoolClient } from 'pg';
import { raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import { dropLeadsSql, findLeadsSql } from './find-sql.ts';
import { putDownAgainSql, setAsideSql, takenUpSql } from './set-aside-sql.ts';

/** In one turn, so that one replica does not keep the others waiting. */
const MOST_LOOKED_AT = 50;

/** How long one statement of a look may take. Most take milliseconds. */
const LOOK_MILLISECONDS = 2_000;

/** How a look is bounded. */
interface LookOptions {
  /** How long one statement of it may take. Default 2,000. */
  readonly milliseconds?: number;
  /** Whose turn it was last: it is the turn of whoever comes after it. Default: of the first. */
  readonly after?: string | undefined;
  /** Is told why a case was set aside. */
  readonly onTrouble?: ((error: unknown) => void) | undefined;
}

/** Whose turn it was. */
interface Turn {
  readonly agency: string;
}

/**
 * Looks at cases of one agency that are due, and writes the leads that follow. Several replicas may do it at once: each takes
 * others.
 *
 * What others are writing meanwhile is not missed: it is put down in the transaction that writes it, and whoever looks
 * there sees this one.
 *
 * INVARIANT: a case at which a look fails keeps no others waiting: it is set aside, and looked at again later.
 * INVARIANT: agencies take turns, each of no more than some seconds: whatever one of them contributes, others wait for a turn
 * of it, and not for all that it has.
 * @returns undefined where there was nothing to look at
 */
export async function lookOnce(pool: Pool, options: LookOptions = {}): Promise<Turn | undefined> {
  const { rows } = await run<Turn>(pool, waitingSql());
  for (const agency of inTurn(rows, options.after ?? '')) if (await turnOf(pool, agency, options)) return { agency };
  return undefined;
}

/** Whoever comes after the last first, and that one last. */
function inTurn(waiting: readonly Turn[], last: string): readonly string[] {
  const agencies = waiting.map(({ agency }) => agency).sort();
  return [...agencies.filter((agency) => agency > last), ...agencies.filter((agency) => agency <= last)];
}

/** @returns whether there was anything that no other replica is looking at */
async function turnOf(pool: Pool, agency: string, options: LookOptions): Promise<boolean> {
  const due: Due[] = [];
  try {
    return await lookAt(pool, takeSql(agency), options, due);
  } catch (error) {
    if (due.length === 0) throw error;
    await lookOneByOne(pool, agency, byCase(due), options);
    return true;
  }
}

/** Until one fails, or the turn is over: the others are due in the next one. */
async function lookOneByOne(
  pool: Pool,
  agency: string,
  cases: readonly DueCase[],
  options: LookOptions,
): Promise<void> {
  const end = Date.now() + (options.milliseconds ?? LOOK_MILLISECONDS);
  for (const one of cases) if (!(await lookAtOne(pool, agency, one, options)) || Date.now() > end) return;
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

/** A case that was taken, with all numbers under which it was put down. */
interface DueCase {
  readonly id: string;
  readonly numbers: readonly string[];
}

function byCase(due: readonly Due[]): readonly DueCase[] {
  return [...new Set(due.map(({ case_id: id }) => id))].map((id) => ({
    id,
    numbers: due.filter((one) => one.case_id === id).map(({ number }) => number),
  }));
}

/** @returns whether it did not fail */
async function lookAtOne(pool: Pool, agency: string, { id, numbers }: DueCase, options: LookOptions): Promise<boolean> {
  const taking = takeSql(agency, numbers);
  try {
    await lookAt(pool, taking, options, []);
    return true;
  } catch (error) {
    await inTransaction(pool, async (client) => {
      const { rowCount } = await run(client, taking);
      if (rowCount) await run(client, setAsideSql(id, agency));
    });
    options.onTrouble?.(error);
    return false;
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

/** Agencies of which something is put down, in order. Each is looked up by itself, however much that is. */
function waitingSql(): Sql {
  return sql`
    WITH RECURSIVE waiting AS (
      (SELECT agency FROM lead_due ORDER BY agency LIMIT 1)
      UNION ALL
      SELECT (SELECT agency FROM lead_due WHERE agency > waiting.agency ORDER BY agency LIMIT 1) FROM waiting
      WHERE waiting.agency IS NOT NULL
    ) SELECT agency FROM waiting WHERE agency IS NOT NULL`;
}

/** Takes what was put down of an agency: these, or the first. What others are looking at is passed over. */
function takeSql(agency: string, numbers?: readonly string[]): Sql {
  const which = numbers ? sql`number = ANY (${[...numbers]}::bigint[])` : raw('TRUE');
  return sql`
    DELETE FROM lead_due WHERE number = ANY (ARRAY(
      SELECT number FROM lead_due WHERE agency = ${agency} AND ${which} ORDER BY number LIMIT ${MOST_LOOKED_AT}::int FOR UPDATE SKIP LOCKED))
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
