import { spread, type Measured } from '../measure.ts';
import type { Contender } from './line-up.ts';
import { load } from './load.ts';
import type { BenchOperation } from './operations.ts';
import { partOf } from './profile/part.ts';
import type { Sampled } from './profile/sampled.ts';
import type { StageTimes } from './stages.ts';

const SECONDS = 3;

/** Share of a round in each of our stages, by a watch on each: under load the gateway's core is never idle. */
export async function* stageShares({ name, url, headers, process }: Contender, operation: BenchOperation) {
  const before = await process.ask<StageTimes>('stages');
  const { seconds } = await load(url, headers, operation.query, SECONDS);
  const after = await process.ask<StageTimes>('stages');
  for (const stage of Object.keys(after)) {
    const share = (100 * (after[stage]! - (before[stage] ?? 0))) / (seconds * 1000);
    yield shareOf(stage, share, `${name}, stages`, operation);
  }
}

/** Share of the processor's time in each part of a gateway, our rules among them, by a profile. */
export async function* partShares({ name, url, headers, process }: Contender, operation: BenchOperation) {
  await process.ask('profile');
  await load(url, headers, operation.query, SECONDS);
  const { rooms } = await process.ask<Sampled>('profiled');
  const parts = new Map<string, number>();
  for (const [room, milliseconds] of rooms) parts.set(partOf(room), (parts.get(partOf(room)) ?? 0) + milliseconds);
  const all = [...parts.values()].reduce((sum, each) => sum + each, 0);
  for (const [part, milliseconds] of [...parts].sort(([, a], [, b]) => b - a)) {
    yield shareOf(part, (100 * milliseconds) / all, `${name}, parts`, operation);
  }
}

function shareOf(what: string, share: number, on: string, { name }: BenchOperation): Measured {
  return { ...spread(what, '%', [share], 1), on, of: name };
}
