import { rm, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { createFile } from './atomic-write.ts';

const LOOK_MILLISECONDS = 20;

/** The work is of milliseconds: who has the file for so long was killed. */
const ABANDONED_MILLISECONDS = 10_000;

/**
 * Does something while nobody else does, of this process or another one that names the same file.
 * @param path a file in a folder that is there; it exists while somebody works
 */
export async function oneAtATime<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  while (!(await createFile(path, '', 0o600))) {
    if (await isAbandoned(path)) await rm(path, { force: true });
    else await pause(LOOK_MILLISECONDS);
  }
  return work().finally(() => rm(path, { force: true }));
}

async function isAbandoned(path: string): Promise<boolean> {
  const made = await stat(path).catch(() => undefined);
  return made !== undefined && Date.now() - made.mtimeMs > ABANDONED_MILLISECONDS;
}
