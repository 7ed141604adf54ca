import { Pool, escapeIdentifier } from 'pg';
import { schemaIn } from './migrate.ts';

/**
 * Our statements are long and touch few rows. PostgreSQL, as Debian builds it, compiles one of them for seconds before it
 * runs for milliseconds.
 */
export const WITHOUT_JIT = '-c jit=off';

/** How a pool connects. */
export interface PoolOptions {
  /** As the server's own tables of connections show it. */
  readonly name: string;
  /** Connections at most. */
  readonly poolSize: number;
}

/**
 * Connections for what an ORM cannot do: COPY. It connects when the first is taken, and closes what is idle for 30 s.
 * @param url The database; `?schema=` in it names the schema, by default `public`.
 */
export function openPool(url: string, { name, poolSize }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: name,
    max: poolSize,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    options: `-c search_path=${escapeIdentifier(schemaIn(url))} ${WITHOUT_JIT}`,
  });
  pool.on('error', () => undefined);
  return pool;
}
