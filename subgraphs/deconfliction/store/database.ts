import { fileURLToPath } from 'node:url';
import { Pool, type PoolClient } from 'pg';
import { migrate } from '../../../platform/database/migrate.ts';
import { prepareNotifications } from '../../../platform/notifications/store.ts';

const SCHEMA = 'deconfliction';
const TIMEOUT_MILLISECONDS = 30_000;

/** What de-confliction has declared to it, and what met. */
export type Database = Pick<Pool, 'connect' | 'query' | 'end'>;

/** One transaction. */
export type Transaction = Pick<PoolClient, 'query'>;

/** Opens the tables of de-confliction, in a schema of their own of the hub's database; makes them where they lack. */
export async function openDatabase(hubUrl: string): Promise<Pool> {
  const url = new URL(hubUrl);
  url.searchParams.set('schema', SCHEMA);
  await migrate(url.href, fileURLToPath(new URL('../migrations', import.meta.url)));
  await prepareNotifications(hubUrl);
  const pool = new Pool({
    connectionString: hubUrl,
    application_name: 'concordat deconfliction',
    max: 8,
    connectionTimeoutMillis: TIMEOUT_MILLISECONDS,
    query_timeout: TIMEOUT_MILLISECONDS,
    // In the packet that opens the connection: every statement finds the tables, and no later one has to say so.
    options: `-c search_path=${SCHEMA}`,
  });
  pool.on('error', () => undefined);
  return pool;
}

/** How often a transaction is begun that PostgreSQL has ended because it and another waited for each other. */
const MOST_TRIES = 5;
const DEADLOCK = '40P01';

/** Does all of it or nothing. The work may be begun anew: it does nothing but by the transaction. */
export async function inTransaction<Result>(
  database: Database,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await tryTransaction(database, work);
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== DEADLOCK || tries === MOST_TRIES) throw error;
    }
  }
}

async function tryTransaction<Result>(
  database: Database,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await database.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}
