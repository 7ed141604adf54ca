import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A program of the benchmark in a process of its own, held to one core where the machine has `taskset`. */
export interface BenchProcess<Ready> {
  readonly ready: Ready;
  /** Processor time so far, in milliseconds. */
  cpuMilliseconds(): number;
  /** The most memory that it has held, in bytes. */
  peakBytes(): number;
  ask<Answer>(message: string): Promise<Answer>;
  stop(): void;
}

/** Starts a program of this folder, and waits for the first thing that it tells. */
export async function startProcess<Ready>(
  program: string,
  args: readonly string[],
  core: number,
): Promise<BenchProcess<Ready>> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = fork(path, args, {
    execArgv: ['--import', 'tsx', ...(process.env['BENCH_PROF'] ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : [])],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  pin(child, core);
  const next = <Told>() =>
    new Promise<Told>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Told));
      child.once('exit', () => reject(new Error(`\`${program}\` ended`)));
    });
  const ready = await next<Ready>();
  return {
    ready,
    cpuMilliseconds: () => cpuOf(child.pid!),
    peakBytes: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1024,
    ask: (message) => (child.send(message), next()),
    stop: () => void child.kill(),
  };
}

function pin(child: ChildProcess, core: number): void {
  spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(child.pid)], { stdio: 'ignore' });
}

const TICKS_PER_SECOND = 100;

/** User and system time of a process, proc_pid_stat(5): fields 14 and 15. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}
