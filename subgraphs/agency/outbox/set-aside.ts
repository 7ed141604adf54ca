import type { Client } from 'pg';
import type { OutboxEntry, PointerType } from './entry.ts';

/** An entry that a receiver will not have. INVARIANT: it is told of by its id, and never by what is in it. */
export interface Refused {
  readonly receiver: string;
  readonly type: PointerType;
  readonly id: string;
  /** The receiver's declared error. */
  readonly code: string;
}

/** Entries of a batch that are refused, by the code with which each was. */
export type RefusedEntries = ReadonlyMap<OutboxEntry, string>;

/**
 * What is sent in the place of entries of which some were refused.
 * INVARIANT: what a receiver will not be told of as it now is, it does not keep as it was: somebody may have been erased
 * from it, or it may be open to fewer. So it is withdrawn under the same number. A withdrawal that is refused is left out:
 * the receiver has nothing of this agency under that id.
 */
export function instead(entries: readonly OutboxEntry[], refused: RefusedEntries, leftOut: ReadonlySet<OutboxEntry>) {
  return entries
    .filter((entry) => !leftOut.has(entry))
    .map((entry): OutboxEntry => (refused.has(entry) ? withdrawalOf(entry) : entry));
}

function withdrawalOf({ sequence, type, id }: OutboxEntry): OutboxEntry {
  return { op: 'WITHDRAW', sequence, type, id };
}

/** Keeps what was refused, of every object of which nothing was taken after it. */
export async function keepRefused(
  client: Client,
  receiver: string,
  entries: readonly OutboxEntry[],
  refused: RefusedEntries,
): Promise<void> {
  const last = new Map(entries.map((entry) => [`${entry.type} ${entry.id}`, entry]));
  for (const entry of last.values()) {
    const code = refused.get(entry);
    if (code !== undefined) await client.query(KEEP, [receiver, entry.type, entry.id, entry.op, code]);
  }
}

const KEEP = 'INSERT INTO outbox_refused (receiver, type, id, op, code) VALUES ($1, $2, $3, $4, $5)';
