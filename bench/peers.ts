// The operations of `overhead` through other gateways that serve Apollo Federation, which enforce nothing.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Benchmark } from './measure.ts';
import { compareAll } from './overhead/compare.ts';
import { foreign, lineUp, ours, oursWithLedger, stock, type Entrant } from './overhead/line-up.ts';
import { chosenOperations } from './overhead/operations.ts';
import { STOCK } from './overhead/rounds.ts';

const HIVE = fileURLToPath(new URL('peers/node_modules/@graphql-hive/gateway/dist/bin.js', import.meta.url));

const ENTRANTS: Readonly<Record<string, Entrant>> = {
  ours,
  'ours + ledger': oursWithLedger,
  [STOCK]: stock(false),
  'stock + undici': stock(true),
  hive: foreign((supergraph, port) => hive(supergraph, port)),
  'hive, rust runtime': foreign((supergraph, port) => [...hive(supergraph, port), '--hive-router-runtime']),
};

/** Requests, processor time, latencies and memory of each contender. */
export const benchmark: Benchmark = async function* () {
  if (!existsSync(HIVE)) throw new Error('the peers are not installed: npm ci --prefix bench/peers');
  const operations = chosenOperations(process.env['BENCH_ONLY']);
  const line = await lineUp(ENTRANTS);
  try {
    yield* compareAll(line, operations);
  } finally {
    await line.stop();
  }
};

/** One worker on one port, which reports to nobody: it has neither a target nor a token. */
function hive(supergraph: string, port: number): readonly string[] {
  const options = ['--host', '127.0.0.1', '--port', String(port), '--fork', '1', '--disable-websockets'];
  return [process.execPath, HIVE, 'supergraph', supergraph, ...options];
}
