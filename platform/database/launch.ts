import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { SERVER_ENVIRONMENT } from './environment.ts';
import { postmasterOf, type Postmaster } from './postmaster.ts';
import type { Place } from './place.ts';

/** How the server is run. */
export interface LaunchOptions {
  /** Whether what is committed survives a crash of the machine. False is faster, and for tests. */
  readonly durable: boolean;
}

/**
 * Starts the server on a free port and waits until it is ready: after a crash it recovers first. In a session of its
 * own, so that Ctrl-C in the terminal does not reach it before our own shutdown does.
 * @returns the server, or `undefined` when it gave up: the port was taken after all, or another start was quicker.
 */
export async function launch(
  place: Place,
  binaries: Binaries,
  options: LaunchOptions,
): Promise<Postmaster | undefined> {
  const log = openLog(place);
  const child = spawn(binaries.postgres, [...(await settings(place, options))], {
    ...place.account,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return ready(child, place);
}

function openLog({ log, account }: Place): number {
  const file = openSync(log, grownTooBig(log) ? 'w' : 'a', 0o600);
  if (account) fchownSync(file, account.uid, account.gid);
  return file;
}

/** The last lines of the server's log. */
export function tailOf(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}

async function ready(child: ChildProcess, place: Place): Promise<Postmaster | undefined> {
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  while (!ended) {
    const postmaster = postmasterOf(place.data);
    if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return postmaster;
    await sleep(5);
  }
  return undefined;
}

async function settings(place: Place, { durable }: LaunchOptions): Promise<readonly string[]> {
  const values: Readonly<Record<string, string | number>> = {
    listen_addresses: '127.0.0.1',
    port: await freePort(),
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %d ',
    ...NO_VALUES_IN_THE_LOG,
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return ['-D', place.data, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/**
 * INVARIANT: no statement, parameter or row gets into the server's log. An error's message and detail repeat values of
 * the row, so errors are not logged at all: who asked is told of them. What the server says of itself is.
 */
const NO_VALUES_IN_THE_LOG: Readonly<Record<string, string | number>> = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: -1,
  log_min_duration_sample: -1,
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_lock_waits: 'off',
  debug_print_parse: 'off',
  debug_print_plan: 'off',
  debug_print_rewritten: 'off',
};

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function grownTooBig(log: string): boolean {
  return (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES;
}

/** A log that grew beyond this starts anew with the server. */
const LOG_BYTES = 10_000_000;
