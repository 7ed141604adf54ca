import { execFileSync, spawnSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseUnavailable } from './failure.ts';

/** An account of the operating system. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account that PostgreSQL runs as: our own (`undefined`), unless we are root, which PostgreSQL refuses. Then it is
 * the owner of the folder (or of the nearest one above it that exists), else an account that systems have for the purpose. No account is created.
 * @throws DatabaseUnavailable when there is none.
 */
export function serverAccount(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const account = accountNamed(String(ownerOf(folder))) ?? accountNamed('postgres') ?? accountNamed('nobody');
  if (!account)
    throw new DatabaseUnavailable('PostgreSQL does not run as root, and there is no account `postgres` or `nobody`.');
  return account;
}

/** Whether the account may do what `test` asks (`-x`: execute or enter, `-w`: write) at the path. */
export function mayAccess(account: Account | undefined, test: '-x' | '-w', path: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', `test ${test} "$1"`, 'sh', path], { ...account, cwd: '/' });
  return status === 0;
}

/** The owner of the nearest folder that exists. */
function ownerOf(folder: string): number {
  return existsSync(folder) ? statSync(folder).uid : ownerOf(dirname(folder));
}

/** An account that is not root and that the system can name: initdb asks for the name. */
function accountNamed(nameOrUid: string): Account | undefined {
  try {
    const [uid, gid] = ['-u', '-g'].map((option) => Number(execFileSync('id', [option, nameOrUid], QUIET)));
    return uid && gid !== undefined ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

const QUIET: ExecFileSyncOptionsWithStringEncoding = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
