import { Client, escapeIdentifier } from 'pg';
import { schemaIn } from '../../../platform/database/migrate.ts';
import { Bell } from './bell.ts';
import { drain, type DrainOptions } from './drain.ts';
import { placeReceivers } from './places.ts';
import type { Receiver } from './receiver.ts';

/** A connection's worth of relaying. */
export interface SessionOptions extends DrainOptions {
  /** The agency's database; `?schema=` names the schema, by default `public`. */
  readonly url: string;
  /** Called whenever a batch was sent, acknowledged and booked. */
  readonly onProgress: () => void;
}

/** How long to wait while another relay has the database. */
const LOCKED_MILLISECONDS = 1000;

/** Notifications wake the relay; this is for one that never arrives. */
const IDLE_MILLISECONDS = 30_000;

/**
 * Relays over one connection until it breaks, a batch fails, or the signal is aborted.
 * INVARIANT: entries are read and booked over the connection that holds the lock: who loses the lock can book
 * nothing. A batch that it has sent by then comes to the index twice, under numbers that the index has seen.
 */
export async function relaySession(options: SessionOptions, signal: AbortSignal): Promise<void> {
  const bell = new Bell();
  const client = new Client({ connectionString: options.url, application_name: 'concordat relay', keepAlive: true });
  const ring = (): void => bell.ring();
  for (const event of ['notification', 'error', 'end'] as const) client.on(event, ring);
  signal.addEventListener('abort', ring);
  try {
    await client.connect();
    await useSchema(client, options.url);
    await client.query('LISTEN outbox');
    if (await becomeTheOne(client, options.receiver.name, bell, signal)) await relay(client, options, bell, signal);
  } finally {
    signal.removeEventListener('abort', ring);
    await client.end().catch(() => undefined);
  }
}

/** Who refuses an entry and does not tell which is sent half as many, down to that one; then twice as many again. */
async function relay(client: Client, options: SessionOptions, bell: Bell, signal: AbortSignal): Promise<void> {
  let batchSize = options.batchSize;
  while (!signal.aborted) {
    const drained = await drain(client, { ...options, batchSize }, signal);
    if (drained === 'too many') batchSize = Math.max(1, Math.floor(batchSize / 2));
    if (drained === 'sent') {
      batchSize = Math.min(options.batchSize, batchSize * 2);
      options.onProgress();
    }
    if (drained === 'nothing') await bell.sleep(IDLE_MILLISECONDS);
  }
}

/** Takes the lock of the one relay of this outbox to its receiver; it ends with the connection. False: the signal came first. */
async function becomeTheOne(client: Client, receiver: string, bell: Bell, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const { rows } = await client.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_lock(1129270851, hashtext('outbox'::regclass::oid::text || ' ' || $1)) AS taken`,
      [receiver],
    );
    if (rows[0]?.taken) return true;
    await bell.sleep(LOCKED_MILLISECONDS);
  }
  return false;
}

/** Gives the receivers their places, over a connection of its own. */
export async function placeAll(url: string, receivers: readonly Receiver[]): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'concordat relay' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await useSchema(client, url);
    await placeReceivers(client, receivers);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function useSchema(client: Client, url: string): Promise<void> {
  await client.query(`SELECT set_config('search_path', $1, false)`, [escapeIdentifier(schemaIn(url))]);
}
