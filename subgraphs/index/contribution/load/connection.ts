import type { Pool, PoolClient } from 'pg';
import { sql, type Sql } from '../../../kit/sql/fragments.ts';

/** A connection that can COPY, in a transaction. */
export type Connection = PoolClient;

/** Runs one statement. @returns its rows */
export async function rowsOf<Row extends object>(connection: Connection, statement: Sql): Promise<readonly Row[]> {
  return (await connection.query<Row>(statement.text, [...statement.values])).rows;
}

/**
 * Works in one transaction, alone of all contributions of this agency.
 * @param before what needs nobody to wait, in the same transaction
 * INVARIANT: the lock is that of live contributions too, so that what they write and what a load writes never mix.
 */
export async function alone<Result>(
  pool: Pool,
  agency: string,
  work: (connection: Connection) => Promise<Result>,
  before: (connection: Connection) => Promise<void> = () => Promise.resolve(),
): Promise<Result> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query('BEGIN');
    await before(connection);
    await lock(connection, agency);
    const result = await work(connection);
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    await connection.query('ROLLBACK').catch((rollback: Error) => (broken = rollback));
    throw error;
  } finally {
    connection.release(broken);
  }
}

async function lock(connection: Connection, agency: string): Promise<void> {
  await rowsOf(connection, sql`INSERT INTO contribution VALUES (${agency}, -1) ON CONFLICT DO NOTHING`);
  await rowsOf(connection, sql`SELECT FROM contribution WHERE agency = ${agency} FOR UPDATE`);
}
