import { ContributionRefused } from '../../kit/pointers.ts';
import type { OutboxEntry } from './entry.ts';
import type { Receiver } from './receiver.ts';
import { instead, type RefusedEntries } from './set-aside.ts';

/** What became of entries. */
export interface Delivered {
  /** The receiver has everything up to this number, or has refused it. */
  readonly until: bigint;
  readonly refused: RefusedEntries;
}

/**
 * Sends entries to a receiver, and again without those that it refuses.
 * @returns undefined: it refuses some and does not tell which, or they are too many at once: fewer may be taken
 * @throws ContributionRefused when it is the call that is refused; whatever `send` throws; Error when nothing was acknowledged
 */
export async function deliver(
  agency: string,
  { name, send }: Receiver,
  entries: readonly OutboxEntry[],
  signal: AbortSignal,
): Promise<Delivered | undefined> {
  const refused = new Map<OutboxEntry, string>();
  const leftOut = new Set<OutboxEntry>();
  const last = entries.at(-1)!.sequence;
  for (;;) {
    const batch = instead(entries, refused, leftOut);
    if (batch.length === 0) return { until: last, refused };
    try {
      const { acknowledged } = await send({ agency, entries: batch }, signal);
      if (acknowledged < batch[0]!.sequence) throw new Error(`${name} acknowledged none of ${batch.length} entries`);
      return { until: acknowledged < batch.at(-1)!.sequence ? acknowledged : last, refused };
    } catch (error) {
      const named = namedBy(error, entries);
      if (named === undefined) return undefined;
      for (const entry of named) note(entry, (error as ContributionRefused).code, refused, leftOut);
    }
  }
}

/**
 * The entries without which the others may be taken; undefined: it is to be tried with fewer.
 * @throws the error, where it is not about entries
 */
function namedBy(error: unknown, entries: readonly OutboxEntry[]): readonly OutboxEntry[] | undefined {
  if (!(error instanceof ContributionRefused)) throw error;
  const isSingle = entries.length === 1;
  if (!error.isOfEntries && !(error.isTooLarge && !isSingle)) throw error;
  const named = isSingle ? entries : entries.filter(({ sequence }) => error.refused.includes(sequence));
  return named.length > 0 ? named : undefined;
}

/** INVARIANT: who is refused once is withdrawn, who is refused so is left out: a batch comes to an end. */
function note(entry: OutboxEntry, code: string, refused: Map<OutboxEntry, string>, leftOut: Set<OutboxEntry>): void {
  if (refused.has(entry) || entry.op === 'WITHDRAW') leftOut.add(entry);
  if (!refused.has(entry)) refused.set(entry, code);
}
