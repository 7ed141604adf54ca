import type { Client } from 'pg';
import type { Receiver } from './receiver.ts';

/**
 * Gives every receiver its place in the outbox, and forgets those who no longer are: nothing is kept for them. Who joins
 * others is told of everything anew, since what these had before is gone from the outbox.
 */
export async function placeReceivers(client: Client, receivers: readonly Receiver[]): Promise<void> {
  await inTransaction(client, async () => {
    await client.query('SELECT pg_advisory_xact_lock(1129270851, 1)');
    const { rows } = await client.query<{ receiver: string }>('SELECT receiver FROM outbox_place FOR UPDATE');
    const known = rows.map(({ receiver }) => receiver);
    const names = receivers.map(({ name }) => name);
    await client.query('DELETE FROM outbox_place WHERE receiver <> ALL ($1)', [names]);
    await client.query('DELETE FROM outbox_refused WHERE receiver <> ALL ($1)', [names]);
    for (const { name, types } of receivers) await client.query(PLACE, [name, types]);
    if (known.length > 0 && names.some((name) => !known.includes(name))) await client.query(TELL_ALL_ANEW);
    if (known.some((name) => !names.includes(name as Receiver['name']))) await client.query(DELETE_WHAT_ALL_HAVE);
  });
}

const PLACE = `INSERT INTO outbox_place (receiver, sequence, types) VALUES ($1, 0, $2)
  ON CONFLICT (receiver) DO UPDATE SET types = EXCLUDED.types`;

const TELL_ALL_ANEW = `UPDATE contributed SET type = 'RECORD', last_id = NULL, finished_at = NULL`;

const DELETE_WHAT_ALL_HAVE = `DELETE FROM outbox AS entry WHERE NOT EXISTS (
  SELECT FROM outbox_place AS place WHERE place.sequence < entry.sequence AND entry.type = ANY (place.types))`;

/** How far a receiver has come. @throws Error when it has no place */
export async function placeOf(client: Client, receiver: string): Promise<string> {
  const { rows } = await client.query<{ sequence: string }>('SELECT sequence FROM outbox_place WHERE receiver = $1', [
    receiver,
  ]);
  return rows[0]?.sequence ?? nowhere(receiver);
}

/** A step of a receiver in the outbox. */
export interface Advance {
  readonly receiver: string;
  readonly from: string;
  readonly until: string;
}

/**
 * Books that a receiver has come on, and deletes what nobody needs any more. What it had refused of an object before, it
 * now has.
 * @param beside what is booked with it
 */
export async function advance(
  client: Client,
  { receiver, from, until }: Advance,
  beside: () => Promise<void>,
): Promise<void> {
  await inTransaction(client, async () => {
    // INVARIANT: two receivers never book at the same time: each would take the other for one who still needs it.
    await client.query('SELECT FROM outbox_place ORDER BY receiver FOR UPDATE');
    const { rowCount } = await client.query('UPDATE outbox_place SET sequence = $2 WHERE receiver = $1', [
      receiver,
      until,
    ]);
    if (rowCount !== 1) nowhere(receiver);
    await client.query(NO_LONGER_REFUSED, [receiver, from, until]);
    await beside();
    await client.query(DELETE_BETWEEN, [from, until]);
  });
}

const NO_LONGER_REFUSED = `DELETE FROM outbox_refused AS refused USING outbox AS entry
  WHERE refused.receiver = $1 AND entry.sequence > $2 AND entry.sequence <= $3
    AND refused.type = entry.type AND refused.id = entry.id`;

const DELETE_BETWEEN = `${DELETE_WHAT_ALL_HAVE} AND entry.sequence > $1 AND entry.sequence <= $2`;

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

function nowhere(receiver: string): never {
  throw new Error(`${receiver} has no place in the outbox`);
}
