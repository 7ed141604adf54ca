import { spread, type Measured } from '../measure.ts';
import type { Contender } from './line-up.ts';
import { load } from './load.ts';
import type { BenchOperation } from './operations.ts';

/** One round of one contender. */
interface Round {
  readonly requests: number;
  /** Milliseconds. */
  readonly cpu: number;
  readonly p50: number;
  readonly p99: number;
}

/** The one that the others are compared with. */
export const STOCK = 'stock';

/** `BENCH_ROUNDS=9`, `BENCH_SECONDS=5`: how many rounds, and how long each is. */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const ROUND_SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3);
const WARM_UP_SECONDS = Math.max(ROUND_SECONDS, 1);

/** What is told of each contender, and whether more of it is better. */
const QUANTITIES = [
  { what: 'requests a second', unit: '/s', of: 'requests', more: true },
  { what: 'processor time a request', unit: 'ms', of: 'cpu', more: false },
  { what: 'middle latency', unit: 'ms', of: 'p50', more: false },
  { what: 'slowest in a hundred', unit: 'ms', of: 'p99', more: false },
] as const;

/**
 * Loads the contenders in turn with one operation, one at a time, round after round. Who was first in a round is last in
 * the next. A ratio compares the same round of both, and is above 1 where the contender is better than stock.
 */
export async function* rounds(
  operation: BenchOperation,
  contenders: readonly Contender[],
): AsyncGenerator<Measured, void> {
  for (const contender of contenders) await load(contender.url, contender.headers, operation.query, WARM_UP_SECONDS);
  const all = new Map(contenders.map(({ name }) => [name, [] as Round[]]));
  for (let turn = 0; turn < ROUNDS; turn++) {
    const first = turn % contenders.length;
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      all.get(contender.name)!.push(await round(contender, operation.query));
    }
  }
  const baseline = all.get(STOCK)!;
  for (const { what, unit, of, more } of QUANTITIES) {
    for (const [name, mine] of all) {
      const ratios = mine.map((each, turn) => ratioOf(each[of], baseline[turn]![of], more));
      const measured = spread(what, unit, valuesOf(mine, of), 1);
      yield { ...measured, on: operation.name, of: name, ...(name !== STOCK && compared(ratios)) };
    }
  }
}

function valuesOf(mine: readonly Round[], of: keyof Round): readonly number[] {
  return mine.map((each) => each[of]);
}

function ratioOf(mine: number, stock: number, more: boolean): number {
  return more ? mine / stock : stock / mine;
}

function compared(ratios: readonly number[]): Pick<Measured, 'ratio' | 'ratioSpread'> {
  const { median, least, most } = spread('', '', ratios, 1);
  return { ratio: median, ratioSpread: [least, most] };
}

async function round({ url, headers, process }: Contender, query: string): Promise<Round> {
  const before = process.cpuMilliseconds();
  const { requests, seconds, latencies } = await load(url, headers, query, ROUND_SECONDS);
  return {
    requests: requests / seconds,
    cpu: (process.cpuMilliseconds() - before) / requests,
    p50: latencies[Math.floor(requests * 0.5)]!,
    p99: latencies[Math.floor(requests * 0.99)]!,
  };
}
