// `npm run bench -- NAME`: a benchmark, as a table on standard error and JSON, or Markdown, on standard output.
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHMARKS, type Listed } from './list.ts';
import { describeMachine, lookAtMachine } from './machine.ts';
import { markdownOf } from './markdown.ts';
import type { Measured } from './measure.ts';
import { tableRow, tableTop } from './table.ts';

async function main(args: readonly string[]): Promise<void> {
  // An exit, unlike a signal, lets what was started be ended.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { against: { type: 'string' }, markdown: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const listed = BENCHMARKS.find(({ name }) => name === positionals[0]);
  if (!listed) return listAll(positionals[0]);
  await run(listed, values.against && resolve(values.against), values.markdown);
}

/** What there is to be run. A name that is none of them is a mistake. */
function listAll(name: string | undefined): void {
  if (name !== undefined) process.exitCode = 1;
  console.error(name === undefined ? 'npm run bench -- NAME [--markdown]' : `there is no benchmark \`${name}\``);
  for (const { name, about } of BENCHMARKS) console.error(`  ${name.padEnd(10)}${about}`);
}

async function run({ name, about, packages, load }: Listed, against: string | undefined, markdown: boolean) {
  const { benchmark } = await load();
  const machine = lookAtMachine(packages);
  console.error(tableTop(`${about}\n${describeMachine(machine)}`));
  const measured: Measured[] = [];
  const [loadBefore] = loadavg();
  for await (const row of benchmark({ against })) {
    console.error(tableRow(row));
    measured.push(row);
  }
  if (markdown) console.log(`${describeMachine(machine)}\n\n${markdownOf(measured)}`);
  else console.log(JSON.stringify({ name, machine, load: { before: loadBefore, after: loadavg()[0] }, measured }));
}

if (import.meta.filename === process.argv[1]) await main(process.argv.slice(2));
