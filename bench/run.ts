// `npm run bench -- NAME [--against FOLDER]`: a benchmark, as a table on standard error and JSON on standard output.
import { cpus, loadavg, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Benchmark, Measured } from './measure.ts';
import { tableRow, tableTop } from './table.ts';

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { against: { type: 'string' } },
    allowPositionals: true,
  });
  const name = positionals[0];
  if (!name || !/^[a-z-]+$/.test(name))
    throw new Error('usage: npm run bench -- NAME [--against FOLDER], a file of bench/');
  const { benchmark } = (await import(`./${name}.ts`)) as { benchmark: Benchmark };
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, memoryBytes: totalmem() };
  console.error(tableTop(machine));
  const measured: Measured[] = [];
  for await (const row of benchmark({ against: values.against && resolve(values.against) })) {
    console.error(tableRow(row));
    measured.push(row);
  }
  console.log(JSON.stringify({ name, machine, load: loadavg()[0], measured }));
}

if (import.meta.filename === process.argv[1]) await main(process.argv.slice(2));
