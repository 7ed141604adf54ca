/** One measured quantity: median and spread of several runs. */
export interface Measured {
  readonly what: string;
  readonly unit: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
}

/** Runs something several times, after one run that does not count. @returns milliseconds */
export function measure(what: string, runs: number, run: () => unknown): Measured {
  run();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return {
    what,
    unit: 'ms',
    median: round(times[runs >> 1]),
    least: round(times[0]),
    most: round(times[runs - 1]),
    runs,
  };
}

function round(value: number | undefined): number {
  return Math.round((value ?? 0) * 100) / 100;
}

/** A benchmark: what it measures, in one run of the program. */
export type Benchmark = () => Promise<readonly Measured[]> | readonly Measured[];
