import type { BlindingKeys } from '../../matching/blinding-keys.ts';
import { LoadRefused, type LoadCalls, type LoadProgress, type LoadRest } from '../../subgraphs/kit/loads.ts';
import { blocksOf } from './blocks.ts';
import type { Rejected } from './prepare.ts';
import type { Progress } from './progress.ts';
import { SetAside } from './set-aside.ts';
import type { Source } from './source.ts';
import { preparedInThreads, type PreparedBlock } from './threads.ts';

/** A load of a file. */
export interface Load {
  readonly calls: LoadCalls;
  readonly source: Source;
  readonly keys: BlindingKeys;
  readonly threads: number;
  /** Where lines are set aside. */
  readonly setAsidePath: string;
  /** Whether what the file does not have is withdrawn at its end. */
  readonly replace: boolean;
  /** Hears what is withdrawn at the end, before it is. @returns whether it shall be */
  readonly mayWithdraw: (rest: LoadRest) => boolean;
  /** Whether what the index has of this load counts for nothing. */
  readonly again: boolean;
  /** Aborted: it ends after the lines that are under way. */
  readonly signal: AbortSignal;
  /** Hears where the load begins, and how it goes on. */
  readonly progress: (begunAt: number) => Progress;
  /** Hears of every line that is set aside. */
  readonly onRejected: (rejected: Rejected) => void;
}

/** What became of a load. */
export interface Loaded {
  /** `before`: it was all taken in earlier. `stopped`, `asks first`: it goes on when it is run again. */
  readonly end: 'finished' | 'before' | 'stopped' | 'not whole' | 'asks first';
  readonly lines: number;
  readonly rejected: number;
  readonly withdrawn: number;
}

/** Loads a file into the index, from where the index has come with it. */
export async function load(options: Load): Promise<Loaded> {
  const { calls, replace, again, signal, setAsidePath } = options;
  const begun = await calls.begin(again);
  if (begun.finishedAt !== null) return { ...begun, end: 'before', withdrawn: 0 };
  const setAside = await SetAside.open(setAsidePath, begun.lines);
  try {
    const { lines, rejected } = await sendAll(options, begun, setAside);
    if (signal.aborted) return { end: 'stopped', lines, rejected, withdrawn: 0 };
    if (replace && rejected > 0) return { end: 'not whole', lines, rejected, withdrawn: 0 };
    if (replace && !options.mayWithdraw(await calls.rest()))
      return { end: 'asks first', lines, rejected, withdrawn: 0 };
    return { end: 'finished', lines, rejected, withdrawn: await endAll(calls, replace) };
  } finally {
    await setAside.close();
  }
}

type Count = Pick<LoadProgress, 'lines' | 'rejected'>;

/** INVARIANT: at most two blocks are under way: the index reads one while it merges the one before. */
async function sendAll(options: Load, begun: LoadProgress, setAside: SetAside): Promise<Count> {
  const { source, keys, threads, signal } = options;
  const missed = missedRefusals(begun, setAside);
  const blocks = blocksOf(source.bytes(), begun.lines, missed.passed);
  const progress = options.progress(begun.lines);
  const sent = { until: begun.lines };
  let count: Count = begun;
  let last: Promise<Count> = Promise.resolve(begun);
  try {
    for await (const prepared of preparedInThreads(blocks, threads, keys)) {
      if (signal.aborted) break;
      await missed.add();
      const before = last;
      await setAsideOwn(options, prepared, setAside);
      last = sendBlock(options, prepared, { before, kept: count.lines, sent, setAside });
      // It may fail before it is waited for.
      last.catch(() => undefined);
      count = await before;
      progress.at(count.lines, count.rejected, source.fraction());
    }
    await missed.add();
    return await last;
  } finally {
    progress.end();
  }
}

/** INVARIANT: what the agency sets aside is written before the lines are sent. */
async function setAsideOwn({ onRejected }: Load, prepared: PreparedBlock, setAside: SetAside): Promise<void> {
  await setAside.add(prepared.rejected, bytesIn(prepared));
  prepared.rejected.forEach(onRejected);
}

interface Under {
  /** The block before. */
  readonly before: Promise<Count>;
  /** Up to this line all that was refused is set aside. */
  readonly kept: number;
  /** Up to where this command has sent anything. */
  readonly sent: { until: number };
  readonly setAside: SetAside;
}

/** INVARIANT: the index remembers what it refused of a block until a later one says that it is written. */
async function sendBlock({ calls, onRejected }: Load, prepared: PreparedBlock, under: Under): Promise<Count> {
  const { block, rejected, entries } = prepared;
  const { before, kept, sent, setAside } = under;
  const until = block.from + block.lines.length;
  const lines = { from: block.from, until, rejected: rejected.length, kept, entries };
  sent.until = until;
  const early = calls.send(lines).catch((error: unknown) => error);
  await before;
  const first = await early;
  const answer = isAhead(first) ? await calls.send(lines) : first;
  if (answer instanceof Error) throw answer;
  const taken = answer as LoadProgress;
  if (taken.lines < until || taken.lines > sent.until)
    throw new Error('another command is loading the same file: wait for its end');
  await setAside.add(taken.refused, bytesIn(prepared));
  taken.refused.forEach(onRejected);
  return { lines: until, rejected: taken.rejected };
}

/** It came to the index before the one before it. */
function isAhead(answer: unknown): boolean {
  return answer instanceof LoadRefused && answer.code === 'LOAD_OUT_OF_STEP';
}

function bytesIn({ block }: PreparedBlock) {
  return (line: number) => block.lines[line - block.from - 1] ?? null;
}

/** What the index refused when its answer was lost: the lines are among those that are passed over now. */
function missedRefusals({ refused }: LoadProgress, setAside: SetAside) {
  let missed = refused.filter(({ line }) => !setAside.has(line));
  const bytes = new Map<number, Uint8Array | null>();
  const wanted = new Set(missed.map(({ line }) => line));
  return {
    passed: (line: number, its: Uint8Array | null) => void (wanted.has(line) && bytes.set(line, its)),
    add: async () => {
      if (missed.length === 0) return;
      await setAside.add(missed, (line) => bytes.get(line) ?? null);
      missed = [];
    },
  };
}

async function endAll(calls: LoadCalls, replace: boolean): Promise<number> {
  let withdrawn = 0;
  for (;;) {
    const end = await calls.end(replace);
    withdrawn += end.withdrawn;
    if (end.finished) return withdrawn;
  }
}
