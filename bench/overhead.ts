// What our rules cost: the same operations through our gateway with every rule enforced, and through a stock
// @apollo/gateway without any, over the same subgraphs, in interleaved rounds.
import type { Benchmark, Measured } from './measure.ts';
import { compareAll } from './overhead/compare.ts';
import { lineUp, ours, oursWithLedger, stock, type Contender, type Entrant, type LineUp } from './overhead/line-up.ts';
import { chosenOperations } from './overhead/operations.ts';
import { profile } from './overhead/profile/report.ts';
import { STOCK } from './overhead/rounds.ts';
import { partShares, stageShares } from './overhead/shares.ts';

const LEDGER = 'ours + ledger';

/** Those whose processes can tell where their time goes. */
const ENTRANTS: Readonly<Record<string, Entrant>> = {
  ours,
  [LEDGER]: oursWithLedger,
  [STOCK]: stock(false),
  'stock + undici': stock(true),
};

/** Requests, processor time, latencies and memory of each contender; shares of the time of ours in stages and parts. */
export const benchmark: Benchmark = async function* () {
  const operations = chosenOperations(process.env['BENCH_ONLY']);
  const line = await lineUp(process.env['BENCH_PROFILE'] ? { ours, 'stock + undici': stock(true) } : ENTRANTS);
  try {
    if (process.env['BENCH_PROFILE']) return await profiles(line, operations);
    yield* compareAll(line, operations);
    yield* shares(line.contenders, operations);
  } finally {
    await line.stop();
  }
};

type Operations = ReturnType<typeof chosenOperations>;

/** `BENCH_PROFILE=1`: nothing is compared; it is told where the time of ours goes, and of the quicker stock. */
async function profiles({ contenders }: LineUp, operations: Operations): Promise<void> {
  for (const operation of operations)
    for (const contender of contenders) console.error(await profile(contender, operation));
}

async function* shares(contenders: readonly Contender[], operations: Operations): AsyncGenerator<Measured, void> {
  const ledger = contenders.find(({ name }) => name === LEDGER)!;
  for (const operation of operations) yield* stageShares(ledger, operation);
  for (const operation of operations) yield* partShares(ledger, operation);
}
