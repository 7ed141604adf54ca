import type { Client } from 'pg';
import { deliver } from './deliver.ts';
import type { OutboxEntry, PointerBody, PointerType } from './entry.ts';
import { advance, placeOf } from './places.ts';
import type { Receiver } from './receiver.ts';
import { keepRefused, type Refused } from './set-aside.ts';

/** One step of a relay. */
export interface DrainOptions {
  /** Code of the agency. */
  readonly agency: string;
  readonly receiver: Receiver;
  /** Entries in a batch at most. */
  readonly batchSize: number;
  /** Hears of every entry that was set aside. */
  readonly onRefused?: ((refused: Refused) => void) | undefined;
}

/** What became of a step. `too many`: nothing was taken, and fewer at once may be. */
export type Drained = 'nothing' | 'sent' | 'too many';

/** What one call carries at most, first entry apart: of selectors a pointer may have very many, and the index refuses a body of 16 MiB. */
const MOST_CHARACTERS = 8 * 1024 * 1024;

const OLDEST = `
  SELECT sequence, op, type, id, pointer FROM (
    SELECT *, sum(length(pointer::text)) OVER (ORDER BY sequence) AS characters, row_number() OVER (ORDER BY sequence) AS place
    FROM (SELECT * FROM outbox WHERE sequence > $3 AND type = ANY ($4) ORDER BY sequence LIMIT $1) AS oldest
  ) AS counted WHERE place = 1 OR coalesce(characters, 0) <= $2 ORDER BY sequence`;

interface OutboxRow {
  readonly sequence: string;
  readonly op: OutboxEntry['op'];
  readonly type: PointerType;
  readonly id: string;
  readonly pointer: PointerBody | null;
}

/**
 * Sends a receiver the oldest entries that it does not have, and books what was acknowledged.
 * INVARIANT: nothing is booked that was not both sent and acknowledged, or else set aside. Whatever ends the step early
 * leaves the entries where they are, to be sent again under the same numbers.
 * @throws whatever `deliver` or the database throws
 */
export async function drain(client: Client, options: DrainOptions, signal: AbortSignal): Promise<Drained> {
  const { agency, receiver, batchSize, onRefused } = options;
  const from = await placeOf(client, receiver.name);
  const { rows } = await client.query<OutboxRow>(OLDEST, [batchSize, MOST_CHARACTERS, from, receiver.types]);
  const entries = rows.map(entryOf);
  if (entries.length === 0) return 'nothing';
  const delivered = await deliver(agency, receiver, entries, signal);
  if (!delivered) return 'too many';
  const { until, refused } = delivered;
  const done = entries.filter(({ sequence }) => sequence <= until);
  await advance(client, { receiver: receiver.name, from, until: String(until) }, () =>
    keepRefused(client, receiver.name, done, refused),
  );
  for (const entry of done) {
    const code = refused.get(entry);
    if (code !== undefined) onRefused?.({ receiver: receiver.name, type: entry.type, id: entry.id, code });
  }
  return 'sent';
}

function entryOf({ sequence, op, type, id, pointer }: OutboxRow): OutboxEntry {
  const base = { sequence: BigInt(sequence), type, id };
  return op === 'WITHDRAW' || pointer === null ? { ...base, op: 'WITHDRAW' } : { ...base, op, pointer };
}
