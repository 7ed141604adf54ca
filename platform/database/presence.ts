import { execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, existsSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseUnavailable } from './failure.ts';
import type { Place } from './place.ts';

/** That this process uses the server. */
export interface Presence {
  /** This process no longer does. */
  leave(): void;
}

/**
 * Says that this process uses the server, until it leaves or dies: it holds a named pipe open, and the kernel closes
 * that however the process ends. A watcher reads the pipe, so it sees the end of it when the last user is gone, and
 * stops the server. So several processes share a server, and none outlives its users, not even after `kill -9`.
 */
export async function enter(place: Place): Promise<Presence> {
  makePipe(place);
  const pipe = await openPipe(place);
  let here = true;
  return {
    leave: () => {
      if (here) closeSync(pipe);
      here = false;
    },
  };
}

function makePipe(place: Place): void {
  try {
    execFileSync('mkfifo', ['-m', '600', place.users], { ...place.account, cwd: '/', stdio: 'ignore' });
  } catch (cause) {
    if (!existsSync(place.users))
      throw new DatabaseUnavailable(`No named pipe can be made in \`${place.folder}\`.`, { cause });
  }
}

/** Opens the pipe for writing, which fails while nobody reads it: then it starts the watcher. */
async function openPipe(place: Place): Promise<number> {
  for (let tries = 0; tries < 500; tries++) {
    const pipe = tryToOpen(place.users);
    if (pipe !== undefined) return pipe;
    if (tries % 100 === 0) startWatcher(place);
    await sleep(5);
  }
  throw new DatabaseUnavailable(`Nobody reads the pipe \`${place.users}\`: its watcher did not start.`);
}

function tryToOpen(path: string): number | undefined {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENXIO') return undefined;
    throw error;
  }
}

/** In a session of its own, so that Ctrl-C does not reach it, and under the server's account. */
function startWatcher(place: Place): void {
  const watcher = spawn('/bin/sh', ['-c', WATCH, 'concordat-database-watcher', place.users, place.data], {
    ...place.account,
    cwd: '/',
    detached: true,
    stdio: 'ignore',
  });
  watcher.on('error', () => undefined);
  watcher.unref();
}

/** Reads to the end; then asks the server for a fast shutdown, unless its lock file names another program. */
const WATCH = `
  while read -r _; do :; done < "$1"
  read -r pid < "$2/postmaster.pid" || exit 0
  case "$(tr '\\0' ' ' < "/proc/$pid/cmdline" || ps -o command= -p "$pid")" in
    */postgres\\ -D*) kill -INT "$pid" ;;
  esac
`;
