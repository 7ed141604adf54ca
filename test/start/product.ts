import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A command of the product, as a user runs it. */
export interface Product {
  /** Where it answers, from its `ready` line. */
  readonly url: string;
  readonly process: ChildProcess;
  /** All that it printed. */
  readonly output: () => string;
  /** Ends it by a signal; resolves to the exit status, or the signal that killed it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
}

/** What the tests' own server needs to know, not the product. */
const LEFT_OUT = ['DATABASE_URL', 'TEST_DATABASE_URL', 'NODE_OPTIONS', 'JEST_WORKER_ID'];

const running = new Set<ChildProcess>();

/** Kills what a failed test left. */
export function killLeftovers(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** A program that has been started, and may never be ready. */
export interface Spawned {
  readonly process: ChildProcess;
  readonly exited: Promise<[number | null, NodeJS.Signals | null]>;
  end(signal: NodeJS.Signals): Promise<number | string>;
}

/** Starts a program of `start/`. */
export function spawnProduct(program: string, args: readonly string[], env: Readonly<Record<string, string>>): Spawned {
  const child = run(program, args, env);
  running.add(child);
  const exited = once(child, 'exit') as Spawned['exited'];
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code, by] = await exited;
    running.delete(child);
    return code ?? by ?? 'unknown';
  };
  return { process: child, exited, end };
}

/** Starts a program of `start/` and waits for its `ready` line. @throws with all that it printed when it ends before */
export async function startProduct(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Product> {
  const spawned = spawnProduct(program, args, env);
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      const ready = /^ready (http\S+)$/m.exec(printed)?.[1];
      if (ready) resolve(ready);
    };
    spawned.process.stdout?.on('data', hear);
    spawned.process.stderr?.on('data', hear);
    void spawned.exited.then(([code]) => reject(new Error(`it ended with status ${code}:\n${printed}`)));
  });
  return { url, process: spawned.process, output: () => printed, end: spawned.end };
}

/** Runs a program of the repository to its end. */
export async function runProduct(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ status: number; stdout: string; stderr: string }> {
  const child = run(program, args, env);
  const printed = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (printed.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed.stderr += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number];
  return { status, ...printed };
}

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !LEFT_OUT.includes(name)));
  return spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: ROOT,
    // The pages are made by their own tests.
    env: { ...inherited, PLAYGROUND: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
