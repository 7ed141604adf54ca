import { Session } from 'node:inspector/promises';
import { attribute, type Attributed } from './attribute.ts';

/** What a process tells of a time that it sampled: milliseconds by name. */
export type Sampled = { readonly [Part in keyof Attributed]: readonly (readonly [string, number])[] };

/** By messages of the parent: samples this process from `profile` on, and tells at `profiled` where its time went. */
export function sampledOnRequest(): void {
  const session = new Session();
  session.connect();
  process.on('message', (message) => {
    if (message === 'profile') void begin(session);
    if (message === 'profiled') void end(session);
  });
}

const MICROSECONDS_BETWEEN = 250;

async function begin(session: Session): Promise<void> {
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: MICROSECONDS_BETWEEN });
  await session.post('Profiler.start');
  process.send?.('sampling');
}

async function end(session: Session): Promise<void> {
  const { profile } = await session.post('Profiler.stop');
  const { rooms, functions, whole } = attribute(profile);
  const sampled: Sampled = { rooms: [...rooms], functions: [...functions], whole: [...whole] };
  process.send?.(sampled);
}
