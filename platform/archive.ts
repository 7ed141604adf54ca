import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Learned, Remembered, RememberedAgreement } from '../policy/archive.ts';
import type { SignedNotice } from '../policy/notice.ts';
import { canonical, digestOfBytes } from '../policy/signature/canonical.ts';
import { replaceFile } from './atomic-write.ts';

const MOST_ENTRIES = 100_000;
const FOLDERS = { agreements: 'agreements', notices: 'notices' } as const;
const FILE = /^(?<digest>sha256-[\w-]{43})\.json$/;

/** What a party has verified so far, on disk: it outlives the process. */
export interface Archive {
  readonly remembered: Remembered;
  /** Why not all of it is on disk, for people. Undefined: all of it is, or soon will be. */
  readonly trouble: string | undefined;
  /** Adds to it: at once in memory, and on disk as soon as may be. */
  keep(learned: Learned): void;
  /** Resolves when all that was handed to it is on disk, or was given up. */
  settled(): Promise<void>;
}

/** Where the archive of a party lies: `<home>/archive/DEA`. */
export function archiveFolder(home: string, name: string): string {
  return join(home, 'archive', name);
}

/**
 * Opens a party's archive, and makes the folder for one. A file each for an agreement and a notice, under its digest.
 * @param onTrouble hears, once, that something cannot be written later
 * @throws Error when it cannot be read or written: it names the file, and says what to do
 */
export async function openArchive(
  folder: string,
  onTrouble: (trouble: string) => void = () => undefined,
): Promise<Archive> {
  for (const name of Object.values(FOLDERS)) await makeWritable(join(folder, name));
  const { agreements, notices } = await readArchive(folder);
  return new DiskArchive(folder, onTrouble, new Map(agreements), new Map(notices));
}

/** What an archive holds; nothing where there is none. @throws Error that names the file that is wrong */
export async function readArchive(folder: string): Promise<Remembered> {
  const agreements = await readEntries<RememberedAgreement>(
    join(folder, FOLDERS.agreements),
    ({ agreement }) => agreement,
  );
  const notices = await readEntries<SignedNotice>(join(folder, FOLDERS.notices), ({ notice }) => notice);
  return { agreements, notices };
}

/** Takes an agreement or a notice out of an archive. @returns whether it was there */
export async function forget(folder: string, digest: string): Promise<boolean> {
  const remembered = await readArchive(folder);
  for (const kind of ['agreements', 'notices'] as const) {
    if (!remembered[kind].has(digest)) continue;
    await rm(pathOf(folder, kind, digest));
    return true;
  }
  return false;
}

class DiskArchive implements Archive {
  readonly #folder: string;
  readonly #onTrouble: (trouble: string) => void;
  readonly #agreements: Map<string, RememberedAgreement>;
  readonly #notices: Map<string, SignedNotice>;
  #trouble: string | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    folder: string,
    onTrouble: (trouble: string) => void,
    agreements: Map<string, RememberedAgreement>,
    notices: Map<string, SignedNotice>,
  ) {
    this.#folder = folder;
    this.#onTrouble = onTrouble;
    this.#agreements = agreements;
    this.#notices = notices;
  }

  get remembered(): Remembered {
    return { agreements: this.#agreements, notices: this.#notices };
  }

  get trouble(): string | undefined {
    return this.#trouble;
  }

  keep({ agreements, notices }: Learned): void {
    for (const entry of agreements) this.#add('agreements', this.#agreements, entry);
    for (const entry of notices) this.#add('notices', this.#notices, entry);
  }

  settled(): Promise<void> {
    return this.#writing;
  }

  /** INVARIANT: what cannot be written counts all the same, as long as the process runs. */
  #add<Entry extends { readonly digest: string }>(kind: Kind, entries: Map<string, Entry>, entry: Entry): void {
    entries.set(entry.digest, entry);
    if (entries.size > MOST_ENTRIES) {
      this.#tell(`\`${this.#folder}\` holds ${MOST_ENTRIES} ${kind}: later ones are forgotten at the next start`);
      return;
    }
    this.#writing = this.#writing.then(() => this.#write(pathOf(this.#folder, kind, entry.digest), entry));
  }

  async #write(path: string, entry: object): Promise<void> {
    try {
      await replaceFile(path, `${JSON.stringify(entry)}\n`);
    } catch (error) {
      this.#tell(`\`${path}\` cannot be written (${codeOf(error)}): make room or give the right to, and start anew`);
    }
  }

  #tell(trouble: string): void {
    if (this.#trouble === undefined) this.#onTrouble(trouble);
    this.#trouble ??= trouble;
  }
}

type Kind = keyof typeof FOLDERS;

function pathOf(folder: string, kind: Kind, digest: string): string {
  return join(folder, FOLDERS[kind], `${digest}.json`);
}

async function makeWritable(folder: string): Promise<void> {
  const probe = join(folder, 'writable');
  try {
    await mkdir(folder, { recursive: true });
    await replaceFile(probe, '');
    await rm(probe, { force: true });
  } catch (error) {
    throw new Error(
      `the archive \`${folder}\` cannot be written (${codeOf(error)}): what agreements withhold would be forgotten; give this process the right to write there`,
      { cause: error },
    );
  }
}

async function readEntries<Entry extends { readonly digest: string }>(
  folder: string,
  signed: (entry: Entry) => unknown,
): Promise<ReadonlyMap<string, Entry>> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw unreadable(folder, error);
  });
  const entries = new Map<string, Entry>();
  for (const name of names.sort()) {
    const digest = FILE.exec(name)?.groups?.['digest'];
    if (digest) entries.set(digest, await readEntry(join(folder, name), digest, signed));
  }
  return entries;
}

/** INVARIANT: an entry is what its digest says, or nobody can tell what it withheld: then the party does not start. */
async function readEntry<Entry extends { readonly digest: string }>(
  path: string,
  digest: string,
  signed: (entry: Entry) => unknown,
): Promise<Entry> {
  try {
    const entry = JSON.parse(await readFile(path, 'utf8')) as Entry;
    if (entry.digest === digest && digestOfBytes(canonical(signed(entry))) === digest) return entry;
  } catch (error) {
    throw unreadable(path, error);
  }
  throw unreadable(path, undefined);
}

function unreadable(path: string, cause: unknown): Error {
  return new Error(
    `\`${path}\` of the archive cannot be read: restore it from a backup, or, if what it withholds may be forgotten, delete it`,
    { cause },
  );
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? 'unknown';
}
