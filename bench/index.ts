// What the index costs as it grows: the same questions of indexes of several sizes, in interleaved rounds.
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '../platform/database/migrate.ts';
import { openPool } from '../platform/database/pool.ts';
import { openPrisma } from '../platform/database/prisma.ts';
import { openDatabase } from '../subgraphs/deconfliction/store/database.ts';
import { PrismaClient } from '../subgraphs/index/prisma/generated/client.ts';
import { commanding, copying, merging, takeAway } from './index/bulk.ts';
import { buildEvents } from './index/events.ts';
import { build, SELECTORS_EACH } from './index/generator.ts';
import { madeUp } from './index/holdings.ts';
import { askRound, growth, latencies, type Round } from './index/latency.ts';
import { questionsOf, type Question } from './index/questions.ts';
import { samplesOf } from './index/samples.ts';
import { startServer, type BenchServer } from './index/server.ts';
import { sizesOf } from './index/sizes.ts';
import { AGENCIES, analystOf } from './index/world.ts';
import { spread, type Benchmark, type Measured } from './measure.ts';

/** `BENCH_SIZES=0.25,2.5,25`: pointers, in millions. */
const SIZES = (process.env['BENCH_SIZES'] ?? '0.25,1').split(',').map((text) => Math.round(Number(text) * 1e6));
/** `BENCH_ROUNDS=9`: how often everything is asked, each size in its turn. */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
/** `BENCH_LOAD=20000`: pointers of one bulk load. */
const LOADED = Number(process.env['BENCH_LOAD'] ?? 20_000);
/** `BENCH_ONLY=load` or `ask`: only loads, or only questions. */
const ONLY = process.env['BENCH_ONLY'];
/** `BENCH_KEEP=folder`: where the indexes lie, and stay: a further run builds none anew. */
const KEPT = process.env['BENCH_KEEP'];

const MIGRATIONS = fileURLToPath(new URL('../subgraphs/index/prisma/migrations', import.meta.url));

/** An index of one size. */
interface Sized {
  readonly pointers: number;
  readonly url: string;
  readonly name: string;
}

/** Builds, sizes, latencies and their growth, and what loads bring in a second. */
export const benchmark: Benchmark = async function* () {
  const home = KEPT ?? join(tmpdir(), `concordat-bench-index-${process.pid}`);
  mkdirSync(home, { recursive: true });
  const server = await startServer(home);
  console.error(`  PostgreSQL: ${server.settings}`);
  try {
    const sized: Sized[] = [];
    for (const pointers of SIZES) {
      const one = {
        pointers,
        url: server.administration.urlOf(nameOf(pointers)),
        name: `${pointers / 1e6} million pointers`,
      };
      yield* built(server, one);
      sized.push(one);
    }
    if (ONLY !== 'load') yield* asked(sized);
    if (ONLY !== 'ask') for (const one of sized) yield* loaded(one);
  } finally {
    if (KEPT === undefined) for (const pointers of SIZES) await server.administration.drop(nameOf(pointers));
    await server.stop();
    if (KEPT === undefined) rmSync(home, { recursive: true, force: true });
  }
};

function nameOf(pointers: number): string {
  return `concordat_bench_${pointers}`;
}

async function* built({ administration }: BenchServer, { pointers, url, name }: Sized): AsyncGenerator<Measured> {
  const isThere = (await administration.list(nameOf(pointers))).includes(nameOf(pointers));
  if (!isThere) await administration.ensure(nameOf(pointers));
  await migrate(url, MIGRATIONS);
  if (!isThere) {
    const { rows, indexes, vacuum } = await build(url, pointers, AGENCIES);
    for (const [what, seconds] of Object.entries({ rows: rows, indexes: indexes, 'vacuum and analyze': vacuum }))
      yield { ...spread('time', 's', [seconds], 1), on: `build of ${name}`, of: what };
  }
  const sizes = await sizesOf(url);
  const bytes = Object.values<number>({ ...sizes }).reduce((sum, one) => sum + one, 0);
  const per = (what: string, value: number, count: number): Measured => ({
    ...spread('bytes each', 'B', [value / count], 1),
    on: `size of ${name} with ${SELECTORS_EACH} selectors each`,
    of: what,
  });
  yield {
    ...spread('all', 'MB', [bytes / 1e6], 1),
    on: `size of ${name} with ${SELECTORS_EACH} selectors each`,
    of: 'everything',
  };
  yield per('pointer: table', sizes.pointerTable, pointers);
  yield per('pointer: indexes', sizes.pointerIndexes, pointers);
  yield per('selector: table', sizes.selectorTable, pointers * SELECTORS_EACH);
  yield per('selector: index', sizes.selectorIndexes, pointers * SELECTORS_EACH);
  yield per('a pointer with its selectors', bytes, pointers);
}

/** Each round asks every size everything; the next begins with the next size. */
async function* asked(sized: readonly Sized[]): AsyncGenerator<Measured> {
  const opened: Opened[] = [];
  for (const one of sized) opened.push(await openSized(one));
  try {
    const rounds: Round[] = [];
    for (let round = -1; round < ROUNDS; round++) {
      const order = opened.map((_, at) => opened[(at + Math.max(round, 0)) % opened.length]!);
      for (const { size, questions } of order) {
        const times = await askRound(questions, round + 1);
        rounds.push({ size, times });
      }
    }
    // The first round warms all up, and does not count.
    const counted = rounds.slice(opened.length);
    yield* latencies(counted);
    yield* growth(counted);
  } finally {
    for (const { close } of opened) await close();
  }
}

interface Opened {
  readonly size: string;
  readonly questions: readonly Question[];
  readonly close: () => Promise<void>;
}

async function openSized({ pointers, url, name }: Sized): Promise<Opened> {
  const database = openPrisma(PrismaClient, url, { poolSize: 2 });
  const events = await openDatabase(url);
  await buildEvents(events, pointers);
  const samples = await samplesOf(url, pointers, 2000, 10_000);
  const questions = questionsOf({ request: await analystOf(database), samples, events });
  return {
    size: name,
    questions,
    close: async () => {
      await events.end();
      await database.$disconnect();
    },
  };
}

/** The same number of pointers by each way, in turn. */
async function* loaded({ url, name }: Sized): AsyncGenerator<Measured> {
  const pool = openPool(url, { name: 'concordat bench', poolSize: 4 });
  const database = openPrisma(PrismaClient, url);
  try {
    const ways = [copying(pool), merging(pool), commanding(pool, database)];
    const rates = new Map(ways.map((way) => [way.name, [] as number[]]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const way of ways) {
        const made = madeUp(`${way.name} ${round}`, LOADED);
        rates.get(way.name)!.push(LOADED / (await way.load(made)));
        await takeAway(pool, made);
      }
    }
    const raw = rates.get('COPY')!;
    for (const [way, values] of rates) {
      yield { ...spread('pointers a second', '/s', values, 1), on: `bulk load into ${name}`, of: way };
      const shares = values.map((value, round) => value / raw[round]!);
      yield { ...spread('share of COPY', '×', shares, 1), on: `bulk load into ${name}`, of: way };
    }
  } finally {
    await pool.end();
    await database.$disconnect();
  }
}
