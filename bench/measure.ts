import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** One measured quantity: median and spread of several runs. */
export interface Measured {
  readonly what: string;
  readonly unit: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
  /** How many times as long the code took that it is compared with, run in turn: above 1, this one is faster. */
  readonly ratio?: number;
  /** Least and most of the ratio in one run. */
  readonly ratioSpread?: readonly [least: number, most: number];
  /** What it was measured on, when a benchmark has several cases: each is a table of its own. */
  readonly on?: string;
  /** Whose quantity it is, when several are compared: each is a row of that table. */
  readonly of?: string;
  /** Why nothing was measured. */
  readonly failure?: string;
}

/** A benchmark: what it measures, in one run of the program. Each row is told as soon as it is known. */
export type Benchmark = (options: BenchmarkOptions) => AsyncIterable<Measured>;

/** What a benchmark may be told. */
export interface BenchmarkOptions {
  /** Another checkout of the repository, with whose code this one's is compared. */
  readonly against: string | undefined;
}

/** Something that is measured; with one more, of what it is compared with. */
export interface Runs {
  readonly what: string;
  readonly runs: number;
  /** Prepares a turn, and gives what is timed. */
  readonly ready: () => () => unknown;
  readonly other?: (() => () => unknown) | undefined;
  /** How often one turn does it. The time is that of one. */
  readonly times?: number;
}

/**
 * Runs something several times, after one run that does not count, in turn with what it is compared with.
 * The time is the processor's, collecting garbage included, so that a busy machine changes it little.
 */
export function measure({ what, runs, ready, other, times = 1 }: Runs): Measured {
  ready()();
  other?.()();
  const [mine, others]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < runs; turn++) {
    mine.push(millisecondsOf(ready()) / times);
    if (other) others.push(millisecondsOf(other()) / times);
  }
  const nanoseconds = times > 1;
  return {
    ...spread(what, nanoseconds ? 'ns' : 'ms', mine, nanoseconds ? 1e6 : 1),
    ...(other && { ratio: round(medianOf(others) / medianOf(mine)) }),
  };
}

/** What something keeps in memory, in bytes per part. Collects garbage before and after. */
export function measureMemory(what: string, runs: number, parts: number, build: () => unknown): Measured {
  const bytes = Array.from({ length: runs }, () => {
    const before = heapBytes();
    const kept = [build()];
    const after = heapBytes();
    kept.pop();
    return (after - before) / parts;
  });
  return spread(what, 'bytes', bytes, 1);
}

/** Median, least and most of several values. */
export function spread(what: string, unit: string, values: readonly number[], factor: number): Measured {
  const sorted = values.map((value) => value * factor).sort((a, b) => a - b);
  return {
    what,
    unit,
    median: round(medianOf(sorted)),
    least: round(sorted[0]!),
    most: round(sorted.at(-1)!),
    runs: values.length,
  };
}

function millisecondsOf(run: () => unknown): number {
  collectGarbage();
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
