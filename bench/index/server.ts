// A PostgreSQL that is set up for a machine of its own, as one that holds an index would be.
import { Client } from 'pg';
import { availableParallelism, freemem, totalmem } from 'node:os';
import { administrate, type Administration } from '../../platform/database/administration.ts';
import { startEmbedded } from '../../platform/database/embedded.ts';

/** A server for as long as the benchmark runs. */
export interface BenchServer {
  readonly administration: Administration;
  /** How it is set up, in words. */
  readonly settings: string;
  stop(): Promise<void>;
}

/** The server of `BENCH_DATABASE_URL` as it is; else the embedded one, in a folder of its own. */
export async function startServer(home: string): Promise<BenchServer> {
  const url = process.env['BENCH_DATABASE_URL'];
  if (url) {
    const administration = await administrate(url);
    return { administration, settings: 'a server of your own, as it is set up', stop: () => administration.close() };
  }
  const untuned = await startEmbedded({ home, durable: false });
  await run(untuned.url, ...Object.entries(settings()).map(([name, value]) => `ALTER SYSTEM SET ${name} = '${value}'`));
  await untuned.stop();
  const server = await startEmbedded({ home, durable: false });
  const administration = await administrate(server.url);
  return {
    administration,
    settings: `fsync, synchronous_commit and full_page_writes off; ${inWords(settings())}`,
    stop: async () => {
      await administration.close();
      await server.stop();
    },
  };
}

/** Runs statements over one connection. */
export async function run(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function settings(): Readonly<Record<string, string>> {
  const quarter = Math.floor(Math.min(totalmem() / 4, freemem() / 2) / 1024 ** 2);
  return {
    shared_buffers: `${quarter}MB`,
    effective_cache_size: `${2 * quarter}MB`,
    maintenance_work_mem: '1GB',
    max_wal_size: '4GB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_parallel_maintenance_workers: String(availableParallelism()),
    random_page_cost: '1.1',
    jit: 'off',
    autovacuum: 'off',
  };
}

function inWords(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
