import { spread, type Measured } from '../measure.ts';
import type { Question } from './questions.ts';

/** How long each question took in one round, in milliseconds, by the question's name. */
export interface Round {
  readonly size: string;
  readonly times: ReadonlyMap<string, readonly number[]>;
}

/** Asks every question as often as it is asked in a round, one after the other. */
export async function askRound(questions: readonly Question[], round: number): Promise<Round['times']> {
  const times = new Map<string, readonly number[]>();
  for (const { name, times: often, ask } of questions) {
    const taken: number[] = [];
    for (let n = 0; n < often; n++) {
      const begun = performance.now();
      await ask(round * often + n);
      taken.push(performance.now() - begun);
    }
    times.set(name, taken);
  }
  return times;
}

const PERCENTILES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/** Percentiles: of each round one, of which the median, the least and the most are told. */
export function* latencies(rounds: readonly Round[]): Generator<Measured> {
  for (const { size, name, values } of groups(rounds)) {
    for (const [what, share] of Object.entries(PERCENTILES)) {
      if (values[0]!.length === 1 && what !== 'p50') continue;
      const unit = values[0]!.length === 1 ? 's' : 'ms';
      const each = values.map((taken) => percentile(taken, share));
      yield { ...spread(what, unit, each, unit === 's' ? 1 / 1000 : 1), on: name, of: size };
    }
  }
}

/** How many times as long the median takes as in the smallest index, in the same round. */
export function* growth(rounds: readonly Round[]): Generator<Measured> {
  const all = groups(rounds);
  for (const { size, name, values } of all) {
    const smallest = all.find((other) => other.name === name)!;
    if (smallest.size === size) continue;
    const ratios = values.map((taken, at) => percentile(taken, 0.5) / percentile(smallest.values[at]!, 0.5));
    yield { ...spread('growth', '×', ratios, 1), on: name, of: size };
  }
}

interface Group {
  readonly size: string;
  readonly name: string;
  readonly values: readonly (readonly number[])[];
}

function groups(rounds: readonly Round[]): readonly Group[] {
  const names = [...(rounds[0]?.times.keys() ?? [])];
  // In the order of the first round, which is that of the sizes.
  const sizes = [...new Set(rounds.map(({ size }) => size))];
  return names.flatMap((name) =>
    sizes.map((size) => ({
      size,
      name,
      values: rounds.filter((round) => round.size === size).map(({ times }) => times.get(name)!),
    })),
  );
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
