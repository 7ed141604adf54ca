import type { Contender } from '../line-up.ts';
import { load } from '../load.ts';
import type { BenchOperation } from '../operations.ts';
import type { Sampled } from './sampled.ts';

const WARM_UP_SECONDS = 4;
const SECONDS = 5;
const MOST_LINES = 30;

/** Loads a gateway with one operation, and tells where its processor's time went. */
export async function profile({ name, url, headers, process }: Contender, operation: BenchOperation): Promise<string> {
  await load(url, headers, operation.query, WARM_UP_SECONDS);
  await process.ask('profile');
  const { requests } = await load(url, headers, operation.query, SECONDS);
  const { rooms, functions, whole } = await process.ask<Sampled>('profiled');
  const sum = rooms.reduce((total, [, each]) => total + each, 0);
  const list = (title: string, entries: Entries) => `${title}\n${lines(entries, sum, requests)}`;
  return [
    `\n${operation.name}, ${name}, ${requests} requests; share, microseconds a request:`,
    list('own time, by room', rooms),
    list('own time, by function', functions),
    list('with all that they call', whole),
  ].join('\n\n');
}

type Entries = readonly (readonly [string, number])[];

function lines(entries: Entries, sum: number, requests: number): string {
  const most = [...entries].sort(([, a], [, b]) => b - a).slice(0, MOST_LINES);
  return most.map(([name, milliseconds]) => line(name, milliseconds / sum, milliseconds / requests)).join('\n');
}

function line(name: string, share: number, milliseconds: number): string {
  return `${(100 * share).toFixed(1).padStart(6)} %${(1000 * milliseconds).toFixed(0).padStart(8)} µs  ${name}`;
}
