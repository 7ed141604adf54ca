import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A program of the benchmark in a process of its own, held to one core where the machine has `taskset`. */
export interface BenchProcess {
  /** Processor time so far, in milliseconds. */
  cpuMilliseconds(): number;
  /** The most memory that it has held, in bytes. */
  peakBytes(): number;
  /** Sends a message, and waits for the next thing that it tells. */
  ask<Answer>(message: string): Promise<Answer>;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

/** A process that has told that it is ready. */
export interface ReadyProcess<Ready> extends BenchProcess {
  readonly ready: Ready;
}

/** `LOG_LEVEL`: for Hive, which else warns of its own choice of a runtime. */
const ENVIRONMENT = { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' };
const HAS_TASKSET = spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0;

/** Whether processes are held to their cores. */
export const PINS = HAS_TASKSET;

/**
 * Starts a program of this folder, and waits for the first thing that it tells. TypeScript is run by tsx.
 * @param options what the program is told, as JSON
 */
export async function startProgram<Ready>(
  program: string,
  options: object,
  core: number,
): Promise<ReadyProcess<Ready>> {
  const [command, ...before] = pinned(core, [process.execPath]);
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), [JSON.stringify(options)], {
    execPath: command!,
    execArgv: [...before, ...(program.endsWith('.ts') ? ['--import', 'tsx'] : [])],
    env: ENVIRONMENT,
  });
  return { ready: await told<Ready>(child, program), ...watched(child, program) };
}

/** Starts a program that tells nothing, and waits until it answers at a url. */
export async function startForeign(command: readonly string[], url: string, core: number): Promise<BenchProcess> {
  const [first, ...rest] = pinned(core, command);
  const child = spawn(first!, rest, { env: ENVIRONMENT, stdio: ['ignore', 'ignore', 'inherit'] });
  // It does not notice that this program is gone.
  process.once('exit', () => child.kill('SIGKILL'));
  const name = command.join(' ');
  for (let tries = 0; !(await answers(url)); tries++) {
    if (child.exitCode !== null || tries > MOST_TRIES) throw new Error(`\`${name}\` does not answer`);
    await new Promise((resolve) => setTimeout(resolve, MILLISECONDS_BETWEEN_TRIES));
  }
  return watched(child, name);
}

const MOST_MILLISECONDS_TO_END = 10_000;
const MOST_TRIES = 300;
const MILLISECONDS_BETWEEN_TRIES = 200;

async function answers(url: string): Promise<boolean> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{__typename}"}' };
  return fetch(url, init).then(
    ({ ok }) => ok,
    () => false,
  );
}

function pinned(core: number, command: readonly string[]): readonly string[] {
  return HAS_TASKSET ? ['taskset', '--cpu-list', String(core), ...command] : command;
}

function watched(child: ChildProcess, name: string): BenchProcess {
  const pid = child.pid!;
  const peak = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
  return {
    cpuMilliseconds: () => cpuOf(pid),
    peakBytes: peak,
    ask: (message) => (child.send(message), told(child, name)),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill();
      const late = setTimeout(() => child.kill('SIGKILL'), MOST_MILLISECONDS_TO_END);
      await ended;
      clearTimeout(late);
    },
  };
}

function told<Told>(child: ChildProcess, name: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`\`${name}\` ended`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Told);
    });
  });
}

const TICKS_PER_SECOND = 100;

/** User and system time of a process, proc_pid_stat(5): fields 14 and 15. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}
