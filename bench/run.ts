// `npm run bench -- NAME`: a benchmark, as a readable table on standard error and JSON on standard output.
import { cpus, totalmem } from 'node:os';
import type { Benchmark } from './measure.ts';

async function main(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z-]+$/.test(name)) throw new Error('usage: npm run bench -- NAME, a file of bench/');
  const { benchmark } = (await import(`./${name}.ts`)) as { benchmark: Benchmark };
  const measured = await benchmark();
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, memoryBytes: totalmem() };
  console.table(measured.map(({ runs: _, ...row }) => row));
  console.log(JSON.stringify({ name, machine, measured }));
}

if (import.meta.filename === process.argv[1]) await main(process.argv[2]);
