import { PrismaPg } from '@prisma/adapter-pg';
import { schemaIn } from './migrate.ts';
import { WITHOUT_JIT } from './pool.ts';

/** The class that `prisma generate` makes for a schema. */
export type PrismaClientClass<Client> = new (options: {
  adapter: PrismaPg;
  transactionOptions: { maxWait: number; timeout: number };
}) => Client;

/** Prisma's own are 2 and 5 seconds: on a machine that is busy starting, a transaction could not even begin. */
const TRANSACTIONS = { maxWait: 30_000, timeout: 30_000 };

/** How a client connects. */
export interface PrismaOptions {
  /**
   * Connections at most. Default 5: the hub and eleven agencies in one process then stay within the hundred that
   * PostgreSQL allows by default.
   */
  readonly poolSize?: number;
  /** Told when an idle connection breaks, as when the server is stopped; the next query opens a new one. */
  readonly onError?: (error: Error) => void;
}

/**
 * A Prisma client of the database. It connects on its first query, and closes idle connections after 30 s. All
 * clients of a process share one compiled query compiler: the first takes about 0.1 s to open, each further one 0.02 s.
 * @param url The database; `?schema=` in it names the schema, by default `public`.
 */
export function openPrisma<Client>(
  ClientClass: PrismaClientClass<Client>,
  url: string,
  { poolSize = 5, onError = () => undefined }: PrismaOptions = {},
): Client {
  const pool = {
    connectionString: url,
    application_name: 'concordat',
    max: poolSize,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    options: WITHOUT_JIT,
  };
  const adapter = new PrismaPg(pool, { schema: schemaIn(url), onPoolError: onError, onConnectionError: onError });
  return new ClientClass({ adapter, transactionOptions: TRANSACTIONS });
}
