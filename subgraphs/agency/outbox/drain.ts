import type { Client } from 'pg';
import { ContributionRefused } from '../../kit/pointers.ts';
import type { OutboxEntry, PointerBody, PointerType } from './entry.ts';
import { advance, placeOf } from './places.ts';
import type { Receiver } from './receiver.ts';
import { setAside, type Refused } from './set-aside.ts';

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

/**
 * What became of a step. `too many`: nothing was taken, and fewer at once may be. `set aside`: there was one entry, and
 * the receiver will not have it.
 */
export type Drained = 'nothing' | 'sent' | 'set aside' | 'too many';

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
 * @throws Error when nothing was acknowledged, or whatever `send` or the database throws
 */
export async function drain(client: Client, options: DrainOptions, signal: AbortSignal): Promise<Drained> {
  const { receiver, batchSize } = options;
  const from = await placeOf(client, receiver.name);
  const { rows } = await client.query<OutboxRow>(OLDEST, [batchSize, MOST_CHARACTERS, from, receiver.types]);
  const entries = rows.map(entryOf);
  if (entries.length === 0) return 'nothing';
  try {
    const until = await sent(options, entries, signal);
    await advance(client, { receiver: receiver.name, from, until });
    return 'sent';
  } catch (error) {
    if (!(error instanceof ContributionRefused) || !(error.isOfEntries || error.isTooLarge)) throw error;
    if (entries.length > 1) return 'too many';
    if (!error.isOfEntries) throw error;
    await setAside(client, { ...options, from, entry: entries[0]!, code: error.code }, signal);
    return 'set aside';
  }
}

/** @returns the number up to which the receiver has everything */
async function sent(
  { agency, receiver }: DrainOptions,
  entries: readonly OutboxEntry[],
  signal: AbortSignal,
): Promise<string> {
  const [first, last] = [entries[0]!.sequence, entries.at(-1)!.sequence];
  const { acknowledged } = await receiver.send({ agency, entries }, signal);
  if (acknowledged < first) throw new Error(`${receiver.name} acknowledged none of ${entries.length} entries`);
  return String(acknowledged < last ? acknowledged : last);
}

function entryOf({ sequence, op, type, id, pointer }: OutboxRow): OutboxEntry {
  const base = { sequence: BigInt(sequence), type, id };
  return op === 'WITHDRAW' || pointer === null ? { ...base, op: 'WITHDRAW' } : { ...base, op, pointer };
}
