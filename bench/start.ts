// From a clone, and from a start, until it answers.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark, Measured } from './measure.ts';
import { spread } from './measure.ts';
import { startOnce, type Started } from './start/started.ts';

/** `BENCH_RUNS=5`: how many clones are made and started, twice each. */
const RUNS = Number(process.env['BENCH_RUNS'] ?? 3);
const REPOSITORY = join(import.meta.dirname, '..');

/** One clone: how long each command took, and two starts of it. */
interface Run {
  readonly clone: number;
  readonly install: number;
  readonly first: Started;
  readonly second: Started;
}

/** Clones what is committed, installs it by npm's cache as it is, starts it, and starts it again. */
export const benchmark: Benchmark = async function* () {
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run++) {
    runs.push(await cloneAndStart());
    console.error(`  run ${run + 1} of ${RUNS} is done`);
  }
  const seconds = (on: string, of: string, values: readonly number[]): Measured => {
    return { ...spread('time', 's', values, 1 / 1000), on, of };
  };
  const total = ({ clone, install, first }: Run) => clone + install + (first.page ?? first.ready);
  yield seconds(
    'clone to page',
    'git clone',
    runs.map(({ clone }) => clone),
  );
  yield seconds(
    'clone to page',
    'npm ci',
    runs.map(({ install }) => install),
  );
  yield seconds(
    'clone to page',
    'first start',
    runs.map(({ first }) => first.page ?? first.ready),
  );
  yield seconds('clone to page', 'all', runs.map(total));
  for (const which of ['first', 'second'] as const) {
    const starts = runs.map((run) => run[which]);
    const on = `${which} start`;
    for (const step of starts[0]!.steps.keys()) {
      yield seconds(
        on,
        step,
        starts.map(({ steps }) => steps.get(step)!),
      );
    }
    yield seconds(
      on,
      'until ready',
      starts.map(({ ready }) => ready),
    );
    const pages = starts.flatMap(({ page }) => page ?? []);
    if (pages.length > 0) yield seconds(on, 'until the page', pages);
  }
};

async function cloneAndStart(): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-clone-'));
  const [checkout, home] = [join(folder, 'concordat'), join(folder, 'home')];
  try {
    const clone = timed(() => execFileSync('git', ['clone', '--quiet', REPOSITORY, checkout]));
    const install = timed(() => execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--silent'], { cwd: checkout }));
    const first = await startOnce(checkout, home);
    return { clone, install, first, second: await startOnce(checkout, home) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
