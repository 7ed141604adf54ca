import { chownSync, lstatSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { mayAccess, serverAccount, type Account } from './account.ts';
import { makeFolder as makeParents } from '../make-folder.ts';
import { makeRefuge } from './refuge.ts';

/** Where the embedded server keeps what it has. */
export interface Place {
  /** The account that owns it all; absent: our own. */
  readonly account: Account | undefined;
  readonly folder: string;
  /** PostgreSQL's data directory. */
  readonly data: string;
  /** The server's log. */
  readonly log: string;
  /** The pipe that every process holds open while it uses the server. */
  readonly users: string;
}

/**
 * Makes the folder `postgres` under the home. When we are root and the server's own account cannot enter it (a project
 * below `/root`), `postgres` is a symbolic link to a folder under `/var/lib/concordat`, which stays when the link is deleted.
 */
export function preparePlace(home: string): Place {
  const folder = join(home, 'postgres');
  const account = serverAccount(folder);
  makeParents(home);
  if (!isLink(folder)) makeFolder(folder, account);
  return placeIn(realpathSync(folder), account);
}

function makeFolder(folder: string, account: Account | undefined): void {
  makeParents(folder, 0o700);
  if (!account) return;
  chownSync(folder, account.uid, account.gid);
  if (mayAccess(account, '-w', folder)) return;
  rmSync(folder, { recursive: true });
  symlinkSync(makeRefuge(folder, account), folder);
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function placeIn(folder: string, account: Account | undefined): Place {
  return {
    account,
    folder,
    data: join(folder, 'data'),
    log: join(folder, 'server.log'),
    users: join(folder, 'users'),
  };
}
