import type { OutboxBatch, OutboxEntry, Send } from '../../subgraphs/agency/outbox/entry.ts';

/** An index that remembers what it took in. As the hub's does, it takes in each number once, and only rising ones. */
export interface TestIndex {
  readonly send: Send;
  /** What it took in, in order. */
  readonly taken: OutboxEntry[];
  /** Every batch that came, those that came again included. */
  readonly batches: OutboxBatch[];
}

/** What may happen to one call, before the index sees it or after. */
export interface Mishap {
  readonly before?: () => Promise<void> | void;
  readonly after?: () => Promise<void> | void;
}

/** @param mishaps one for each call, in turn; then all goes well */
export function testIndex(...mishaps: readonly Mishap[]): TestIndex {
  const taken: OutboxEntry[] = [];
  const batches: OutboxBatch[] = [];
  const highest = (): bigint => taken.at(-1)?.sequence ?? -1n;
  const send: Send = async (batch) => {
    const mishap = mishaps[batches.push(batch) - 1];
    await mishap?.before?.();
    taken.push(...batch.entries.filter(({ sequence }) => sequence > highest()));
    await mishap?.after?.();
    return { acknowledged: highest() };
  };
  return { send, taken, batches };
}

/** Waits until it is so. */
export async function until(so: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await so()); waited += 5) {
    if (waited > 20_000) throw new Error('it did not become so');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
