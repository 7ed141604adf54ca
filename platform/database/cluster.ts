import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { SERVER_ENVIRONMENT } from './environment.ts';
import { DatabaseUnavailable } from './failure.ts';
import { isAlive } from './liveness.ts';
import type { Place } from './place.ts';

/** The superuser of the embedded server. */
export const SUPERUSER = 'concordat';

/** The file, readable by its owner alone, that keeps the superuser's password. It lies with the data that it opens. */
const PASSWORD_FILE = 'concordat.password';

/**
 * Makes the data directory when there is none. It appears at once and whole, so a start that was killed half-way, or
 * two first starts at the same time, do no harm.
 * @throws DatabaseUnavailable when initdb fails.
 */
export async function ensureCluster(place: Place, binaries: Binaries): Promise<void> {
  if (existsSync(place.data)) return;
  removeAbandoned(place);
  const draft = join(place.folder, `draft-${process.pid}`);
  try {
    await initialise(place, binaries, draft);
    renameSync(join(draft, 'data'), place.data);
  } catch (cause) {
    if (!existsSync(place.data))
      throw new DatabaseUnavailable(`No database could be made: ${reasonOf(cause)}`, { cause });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The superuser's password. */
export function passwordOf(place: Place): string {
  return readFileSync(join(place.data, PASSWORD_FILE), 'utf8').trim();
}

async function initialise(place: Place, binaries: Binaries, draft: string): Promise<void> {
  const password = join(draft, PASSWORD_FILE);
  makeFolder(place, draft);
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  giveTo(place, password);
  const options = { ...place.account, cwd: '/', env: SERVER_ENVIRONMENT };
  await promisify(execFile)(
    binaries.initdb,
    [`--pgdata=${join(draft, 'data')}`, `--pwfile=${password}`, ...OPTIONS],
    options,
  );
  renameSync(password, join(draft, 'data', PASSWORD_FILE));
}

/** A collation that is the same on every machine; passwords are never sent; the log is in English. */
const OPTIONS = [
  `--username=${SUPERUSER}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];

function makeFolder(place: Place, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveTo(place, folder);
}

function giveTo({ account }: Place, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Removes what a killed initialisation left: drafts are named by the process that makes them. */
function removeAbandoned(place: Place): void {
  for (const entry of readdirSync(place.folder)) {
    const pid = Number(/^draft-(\d+)$/.exec(entry)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(place.folder, entry), { recursive: true, force: true });
  }
}

function reasonOf(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr || message).trim();
}
