import type { Client } from 'pg';
import type { OutboxEntry, PointerBody, PointerType, Send } from './entry.ts';

/** One step of a relay. */
export interface DrainOptions {
  /** Code of the agency. */
  readonly agency: string;
  readonly send: Send;
  /** Entries in a batch at most. */
  readonly batchSize: number;
}

/** What one call carries at most, first entry apart: of selectors a pointer may have very many, and the index refuses a body of 16 MiB. */
const MOST_CHARACTERS = 8 * 1024 * 1024;

const OLDEST = `
  SELECT sequence, op, type, id, pointer FROM (
    SELECT *, sum(length(pointer::text)) OVER (ORDER BY sequence) AS characters, row_number() OVER (ORDER BY sequence) AS place
    FROM (SELECT * FROM outbox ORDER BY sequence LIMIT $1) AS oldest
  ) AS counted WHERE place = 1 OR coalesce(characters, 0) <= $2 ORDER BY sequence`;

interface OutboxRow {
  readonly sequence: string;
  readonly op: OutboxEntry['op'];
  readonly type: PointerType;
  readonly id: string;
  readonly pointer: PointerBody | null;
}

/**
 * Sends the oldest entries, and deletes what was acknowledged.
 * INVARIANT: nothing is deleted that was not both sent and acknowledged. Whatever ends the step early leaves the
 * entries where they are, to be sent again under the same numbers.
 * @returns whether there was something to send
 * @throws Error when nothing was acknowledged, or whatever `send` or the database throws
 */
export async function drain(client: Client, options: DrainOptions, signal: AbortSignal): Promise<boolean> {
  const { rows } = await client.query<OutboxRow>(OLDEST, [options.batchSize, MOST_CHARACTERS]);
  const entries = rows.map(entryOf);
  const first = entries[0]?.sequence;
  const last = entries.at(-1)?.sequence;
  if (first === undefined || last === undefined) return false;
  const { acknowledged } = await options.send({ agency: options.agency, entries }, signal);
  if (acknowledged < first) throw new Error(`the index acknowledged none of ${entries.length} entries`);
  await client.query('DELETE FROM outbox WHERE sequence <= $1', [String(acknowledged < last ? acknowledged : last)]);
  return true;
}

function entryOf({ sequence, op, type, id, pointer }: OutboxRow): OutboxEntry {
  const base = { sequence: BigInt(sequence), type, id };
  return op === 'WITHDRAW' || pointer === null ? { ...base, op: 'WITHDRAW' } : { ...base, op, pointer };
}
