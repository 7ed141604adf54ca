import type { BlindingKeys } from '../../matching/blinding-keys.ts';
import type { Block } from './blocks.ts';
import type { Prepared } from './prepare.ts';
import { PreparingThread } from './preparing-thread.ts';

/** A block and what became of it. */
export interface PreparedBlock extends Prepared {
  readonly block: Block;
}

/** Prepares blocks in several threads at the same time, and gives them in the order in which they came. */
export async function* preparedInThreads(
  blocks: AsyncIterable<Block>,
  count: number,
  keys: BlindingKeys,
): AsyncGenerator<PreparedBlock> {
  const threads = Array.from({ length: count }, () => new PreparingThread(keys));
  try {
    yield* inOrder(blocks, threads);
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

/** Every thread has a block at work and one waiting; no more are read. */
async function* inOrder(
  blocks: AsyncIterable<Block>,
  threads: readonly PreparingThread[],
): AsyncGenerator<PreparedBlock> {
  const waiting: Promise<PreparedBlock>[] = [];
  let next = 0;
  for await (const block of blocks) {
    const prepared = threads[next++ % threads.length]!.prepare(block).then((done) => ({ block, ...done }));
    // It may fail before it is waited for.
    prepared.catch(() => undefined);
    waiting.push(prepared);
    if (waiting.length >= 2 * threads.length) yield await waiting.shift()!;
  }
  for (const prepared of waiting) yield await prepared;
}
