import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { Account } from './account.ts';
import { postmasterOf } from './postmaster.ts';

/** Where the server keeps what it has when it cannot enter the home. */
const REFUGES = '/var/lib/concordat';

/** In a refuge: the path of the link that leads to it. */
const LINK = 'link';

/** A refuge gets its link right after it is made. */
const YOUNG_MILLISECONDS = 10 * 60_000;

/** A folder that the account can enter; what an earlier project of the same path left in it is gone. */
export function makeRefuge(link: string, account: Account): string {
  sweepRefuges();
  const name = createHash('sha256').update(link).digest('hex').slice(0, 16);
  const refuge = join(REFUGES, name);
  if (existsSync(refuge) && !postmasterOf(join(refuge, 'data'))) rmSync(refuge, { recursive: true });
  mkdirSync(REFUGES, { recursive: true, mode: 0o711 });
  mkdirSync(refuge, { recursive: true, mode: 0o700 });
  writeFileSync(join(refuge, LINK), link, { mode: 0o600 });
  chownSync(refuge, account.uid, account.gid);
  return refuge;
}

/**
 * Removes what homes left that were of passing use, as those of tests are: who deletes a home deletes the link only.
 * INVARIANT: nothing is removed but the refuge of a link that lay in the folder for temporary files and is gone, and of
 * which no server runs. Any other may be somebody's data, whose disk is not mounted at the moment.
 */
function sweepRefuges(): void {
  if (!existsSync(REFUGES)) return;
  for (const name of readdirSync(REFUGES)) {
    const refuge = join(REFUGES, name);
    if (isForgotten(refuge)) rmSync(refuge, { recursive: true, force: true });
  }
}

function isForgotten(refuge: string): boolean {
  const note = join(refuge, LINK);
  const made = statSync(note, { throwIfNoEntry: false });
  if (!made || Date.now() - made.mtimeMs < YOUNG_MILLISECONDS) return false;
  const link = readFileSync(note, 'utf8');
  return isTemporary(link) && !lstatSync(link, { throwIfNoEntry: false }) && !postmasterOf(join(refuge, 'data'));
}

function isTemporary(path: string): boolean {
  return path.startsWith(tmpdir() + sep);
}
