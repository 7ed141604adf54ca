// What our rules cost: the same operations through our gateway with every rule enforced, and through a stock
// @apollo/gateway without any, over the same subgraphs, in interleaved rounds.
import type { Benchmark, Measured } from './measure.ts';
import { spread } from './measure.ts';
import { load, type Round } from './overhead/load.ts';
import { OPERATIONS, type BenchOperation } from './overhead/operations.ts';
import { profile } from './overhead/profile/report.ts';
import { startProcess, type BenchProcess } from './overhead/process.ts';
import type { StageTimes } from './overhead/stages.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const WARM_UP_SECONDS = 3;
const ROUND_SECONDS = 3;
const [GATEWAY_CORE, LOAD_CORE] = [0, 1];
/** `BENCH_ONLY=flat,nested`: these operations alone. */
const ONLY = process.env['BENCH_ONLY']?.split(',');
const PURPOSE = 'area=drug-trafficking; use=investigation; case=BENCH-1';

/** A gateway under load. */
interface Contender {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly process: BenchProcess<unknown>;
}

/** One round of one contender: requests a second, milliseconds of processor time a request, and the middle latency. */
interface Figures {
  readonly rate: number;
  readonly cpu: number;
  readonly p50: number;
  readonly p99: number;
}

/** Ratios of ours to stock's: of requests a second, of processor time a request, of latencies; then memory and stages. */
export const benchmark: Benchmark = async function* () {
  const subgraphs = await startProcess<Record<string, string>>('subgraphs.ts', [], LOAD_CORE);
  const urls = JSON.stringify(subgraphs.ready);
  const stock = await startProcess<string>('stock.ts', [urls], GATEWAY_CORE);
  const ours = await startProcess<{ url: string; token: string }>('ours.ts', [urls], GATEWAY_CORE);
  const authorization = `Bearer ${ours.ready.token}`;
  const contenders: readonly [Contender, Contender] = [
    { name: 'ours', url: ours.ready.url, headers: { authorization, 'x-purpose': PURPOSE }, process: ours },
    { name: 'stock', url: stock.ready, headers: {}, process: stock },
  ];
  try {
    const operations = OPERATIONS.filter(({ name }) => !ONLY || ONLY.some((only) => name.startsWith(only)));
    if (process.env['BENCH_PROFILE']) return await profiles(operations, contenders);
    for (const operation of operations) yield* compared(operation, contenders);
    yield* memory(contenders);
    yield* stagesOf(ours, contenders[0]);
  } finally {
    for (const process of [ours, stock, subgraphs]) process.stop();
  }
};

async function profiles(operations: readonly BenchOperation[], contenders: readonly Contender[]): Promise<void> {
  for (const operation of operations)
    for (const contender of contenders) console.error(await profile(contender, operation));
}

async function* compared(
  operation: BenchOperation,
  contenders: readonly [Contender, Contender],
): AsyncIterable<Measured> {
  for (const contender of contenders) await load(contender.url, contender.headers, operation.query, WARM_UP_SECONDS);
  const [ours, stock]: [Figures[], Figures[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    // Whoever comes first in a round comes second in the next.
    const turn = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    for (const who of turn) [ours, stock][who]!.push(await figures(contenders[who], operation.query));
  }
  const of = (what: keyof Figures, better: 'more' | 'less') =>
    ours.map((figure, round) =>
      better === 'more' ? figure[what] / stock[round]![what] : stock[round]![what] / figure[what],
    );
  const { name } = operation;
  yield spread(
    `${name}: ours`,
    'requests/s',
    ours.map(({ rate }) => rate),
    1,
  );
  yield spread(
    `${name}: stock`,
    'requests/s',
    stock.map(({ rate }) => rate),
    1,
  );
  yield spread(`${name}: ours / stock, requests a second`, '×', of('rate', 'more'), 1);
  yield spread(`${name}: stock / ours, processor time a request`, '×', of('cpu', 'less'), 1);
  yield spread(`${name}: stock / ours, middle latency`, '×', of('p50', 'less'), 1);
  yield spread(`${name}: stock / ours, latency of the slowest in a hundred`, '×', of('p99', 'less'), 1);
}

async function figures({ url, headers, process }: Contender, query: string): Promise<Figures> {
  const before = process.cpuMilliseconds();
  const round: Round = await load(url, headers, query, ROUND_SECONDS);
  const { requests, seconds, latencies } = round;
  return {
    rate: requests / seconds,
    cpu: (process.cpuMilliseconds() - before) / requests,
    p50: latencies[Math.floor(requests * 0.5)]!,
    p99: latencies[Math.floor(requests * 0.99)]!,
  };
}

function* memory([ours, stock]: readonly [Contender, Contender]): Iterable<Measured> {
  const mebibytes = 1 / 1024 ** 2;
  yield spread('most memory: ours', 'MiB', [ours.process.peakBytes()], mebibytes);
  yield spread('most memory: stock', 'MiB', [stock.process.peakBytes()], mebibytes);
}

/** Share of the processor's time in each stage; the rest is Apollo's planning and execution, HTTP and JSON. */
async function* stagesOf(ours: BenchProcess<unknown>, { url, headers, process }: Contender): AsyncIterable<Measured> {
  for (const { name, query } of OPERATIONS) {
    const [cpu, before] = [process.cpuMilliseconds(), await ours.ask<StageTimes>('stages')];
    await load(url, headers, query, ROUND_SECONDS);
    const after = await ours.ask<StageTimes>('stages');
    const all = process.cpuMilliseconds() - cpu;
    for (const stage of Object.keys(after)) {
      yield spread(`${name}: share of ${stage}`, '%', [(100 * (after[stage]! - (before[stage] ?? 0))) / all], 1);
    }
  }
}
