import type { Client } from 'pg';
import { ContributionRefused } from '../../kit/pointers.ts';
import type { OutboxEntry, PointerType } from './entry.ts';
import { advance } from './places.ts';
import type { Receiver } from './receiver.ts';

/** An entry that a receiver will not have. INVARIANT: it is told of by its id, and never by what is in it. */
export interface Refused {
  readonly receiver: string;
  readonly type: PointerType;
  readonly id: string;
  /** The receiver's declared error. */
  readonly code: string;
}

interface SetAside {
  readonly agency: string;
  readonly receiver: Receiver;
  /** Where the receiver has come. */
  readonly from: string;
  readonly entry: OutboxEntry;
  readonly code: string;
  readonly onRefused?: ((refused: Refused) => void) | undefined;
}

/**
 * Sets an entry aside, so that what comes after it goes on.
 * INVARIANT: what a receiver will not be told of as it now is, it does not keep as it was: somebody may have been erased
 * from it, or it may be open to fewer. So it is withdrawn in its place.
 */
export async function setAside(client: Client, options: SetAside, signal: AbortSignal): Promise<void> {
  const { receiver, from, entry, code, onRefused } = options;
  const { type, id, op, sequence } = entry;
  if (op === 'UPSERT') await withdrawn(options, signal);
  await advance(client, { receiver: receiver.name, from, until: String(sequence) }, () =>
    client.query(KEEP, [receiver.name, type, id, op, code]),
  );
  onRefused?.({ receiver: receiver.name, type, id, code });
}

const KEEP = 'INSERT INTO outbox_refused (receiver, type, id, op, code) VALUES ($1, $2, $3, $4, $5)';

/** Under the number of what was refused. What is not the agency's is not withdrawn either, and need not be. */
async function withdrawn({ agency, receiver, entry }: SetAside, signal: AbortSignal): Promise<void> {
  const { sequence, type, id } = entry;
  try {
    await receiver.send({ agency, entries: [{ op: 'WITHDRAW', sequence, type, id }] }, signal);
  } catch (error) {
    if (!(error instanceof ContributionRefused && error.isOfEntries)) throw error;
  }
}
