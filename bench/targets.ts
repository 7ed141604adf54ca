// What target profiles and leads cost as the index grows: the same questions of indexes of several sizes, in interleaved rounds.
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '../platform/database/migrate.ts';
import { openPool } from '../platform/database/pool.ts';
import { openPrisma } from '../platform/database/prisma.ts';
import { PrismaClient } from '../subgraphs/index/prisma/generated/client.ts';
import { build } from './index/generator.ts';
import { askRound, growth, latencies, type Round } from './index/latency.ts';
import type { Question } from './index/questions.ts';
import { samplesOf } from './index/samples.ts';
import { startServer, type BenchServer } from './index/server.ts';
import { AGENCIES, analystOf } from './index/world.ts';
import type { Benchmark } from './measure.ts';
import { LEADING, openLeads } from './targets/leads.ts';
import { targetQuestions } from './targets/questions.ts';

/** `BENCH_SIZES=0.25,2.5,25`: pointers, in millions. */
const SIZES = (process.env['BENCH_SIZES'] ?? '0.25,1').split(',').map((text) => Math.round(Number(text) * 1e6));
/** `BENCH_ROUNDS=9`: how often everything is asked, each size in its turn. */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);

const MIGRATIONS = fileURLToPath(new URL('../subgraphs/index/prisma/migrations', import.meta.url));

/** Latencies of each size, and how many times as long the larger ones take. */
export const benchmark: Benchmark = async function* () {
  const home = join(tmpdir(), `concordat-bench-targets-${process.pid}`);
  mkdirSync(home, { recursive: true });
  const server = await startServer(home);
  console.error(`  PostgreSQL: ${server.settings}`);
  const opened: Opened[] = [];
  try {
    for (const pointers of SIZES) opened.push(await open(server, pointers));
    const rounds: Round[] = [];
    for (let round = -1; round < ROUNDS; round++) {
      const order = opened.map((_, at) => opened[(at + Math.max(round, 0)) % opened.length]!);
      for (const { size, questions } of order) rounds.push({ size, times: await askRound(questions, round + 1) });
    }
    // The first round warms all up, and does not count.
    const counted = rounds.slice(opened.length);
    yield* latencies(counted);
    yield* growth(counted);
  } finally {
    for (const { close } of opened) await close();
    for (const pointers of SIZES) await server.administration.drop(nameOf(pointers));
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
};

interface Opened {
  readonly size: string;
  readonly questions: readonly Question[];
  readonly close: () => Promise<void>;
}

async function open({ administration }: BenchServer, pointers: number): Promise<Opened> {
  const url = administration.urlOf(nameOf(pointers));
  await administration.ensure(nameOf(pointers));
  await migrate(url, MIGRATIONS);
  await build(url, pointers, AGENCIES);
  const pool = openPool(url, { name: 'concordat bench', poolSize: 2 });
  const database = openPrisma(PrismaClient, url, { poolSize: 2 });
  const samples = await samplesOf(url, pointers, 2_000, 1);
  const leads = await openLeads(pool, ROUNDS + 1);
  const request = await analystOf(database, LEADING);
  return {
    size: `${pointers / 1e6} million pointers`,
    questions: targetQuestions({ request, samples, leads }),
    close: async () => {
      await pool.end();
      await database.$disconnect();
    },
  };
}

function nameOf(pointers: number): string {
  return `concordat_bench_targets_${pointers}`;
}
