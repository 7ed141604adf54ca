import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './liveness.ts';

/** What a running server says of itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  /** On the loopback interface. */
  readonly port: number;
  readonly status: 'starting' | 'stopping' | 'ready';
}

/** The server that runs in the data directory, or `undefined`. A lock file that a killed server left counts for nothing. */
export function postmasterOf(data: string): Postmaster | undefined {
  const lines = readLines(join(data, 'postmaster.pid'));
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid) || !isPostgres(pid)) return undefined;
  const status = lines[7]?.trim();
  return { pid, port: Number(lines[3]), status: status === 'ready' || status === 'stopping' ? status : 'starting' };
}

/**
 * Removes a lock file whose process is another program's by now, as happens when a container starts anew: PostgreSQL
 * itself takes any live process of its own account for a server.
 */
export function removeStaleLock(data: string): void {
  const pid = Number(readLines(join(data, 'postmaster.pid'))[0]);
  if (pid && isAlive(pid) && !isPostgres(pid)) rmSync(join(data, 'postmaster.pid'), { force: true });
}

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function isPostgres(pid: number): boolean {
  const command = commandOf(pid);
  return command === undefined || /\/postgres[\0 ]-D/.test(command);
}

/** The command line of a process; `undefined` when the system does not tell. */
function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}
