import { createPublicKey } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import type { PartyKeys, PublishedKeys } from '../policy/signature/keys.ts';
import { KEYS_FILE, isKeySet, publishedKeysIn } from './agreements.ts';
import { FollowedFile } from './followed-file.ts';
import { keepLooking } from './looking.ts';

/** The published keys that a party pins, followed while it runs: none is read once and for all. */
export interface Keyring {
  /** By code. The same object until a file changes; keys of a party whose file has not changed stay the same objects. */
  readonly parties: PartyKeys;
  readonly gateway: JSONWebKeySet;
  /** Tells that keys are others now. */
  onChange(listener: () => void): void;
  /** Looks at once. */
  look(): Promise<void>;
  stop(): void;
}

/** How keys are followed. */
export interface KeyringOptions {
  /** `<CODE>.jwks.json` for every party, and `gateway.jwks.json`. */
  readonly folder: string;
  /** Hears that a file is broken or gone: its last good keys stay. */
  readonly onTrouble: (path: string, error: unknown) => void;
  /** Default: a second. */
  readonly lookMilliseconds?: number;
}

/**
 * Opens the folder of keys and follows it. A file that is broken or gone keeps its last good keys; a set that is emptied
 * has none.
 * @throws Error that names the file that is missing or wrong at the start
 */
export async function openKeyring({ folder, onTrouble, lookMilliseconds }: KeyringOptions): Promise<Keyring> {
  const path = join(folder, 'gateway.jwks.json');
  const gateway = await FollowedFile.open({ path, read: (text) => usable(path, keySetIn(path, text)), onTrouble });
  const files = new Map<string, FollowedFile<PublishedKeys>>();
  await openNew(folder, files, onTrouble, (_path, error) => {
    throw error;
  });
  let parties = partiesOf(files);
  const listeners: (() => void)[] = [];
  const look = async () => {
    const came = await openNew(folder, files, onTrouble, onTrouble);
    const looks = await Promise.all([gateway, ...files.values()].map((file) => file.look()));
    if (!came && !looks.includes(true)) return;
    parties = partiesOf(files);
    for (const listener of listeners) listener();
  };
  return {
    get parties() {
      return parties;
    },
    get gateway() {
      return gateway.value;
    },
    onChange: (listener) => void listeners.push(listener),
    look,
    stop: keepLooking(look, lookMilliseconds),
  };
}

type Trouble = KeyringOptions['onTrouble'];

/** Opens files that were not there before. @returns whether there are any */
async function openNew(
  folder: string,
  files: Map<string, FollowedFile<PublishedKeys>>,
  onTrouble: Trouble,
  onBroken: Trouble,
): Promise<boolean> {
  const before = files.size;
  for (const name of (await namesIn(folder, onBroken)).sort()) {
    const code = KEYS_FILE.exec(name)?.groups?.['code'];
    if (!code || files.has(code)) continue;
    const path = join(folder, name);
    const read = (text: string) => usableOf(path, publishedKeysIn(path, text));
    const opened = await FollowedFile.open({ path, read, onTrouble }).catch((error: unknown) => onBroken(path, error));
    if (opened) files.set(code, opened);
  }
  return files.size > before;
}

async function namesIn(folder: string, onBroken: Trouble): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    onBroken(folder, error);
    return [];
  }
}

function partiesOf(files: ReadonlyMap<string, FollowedFile<PublishedKeys>>): PartyKeys {
  return new Map([...files].map(([code, file]) => [code, file.value]));
}

function keySetIn(path: string, text: string): JSONWebKeySet {
  const value: unknown = JSON.parse(text);
  if (isKeySet(value)) return value;
  throw new Error(`\`${path}\` is no set of keys (RFC 7517)`);
}

function usableOf(path: string, keys: PublishedKeys): PublishedKeys {
  for (const set of [keys.agreements, keys.viewers, keys.service]) usable(path, set);
  return keys;
}

/** A key that cannot be imported would make every check fail, of other keys too: then the file is a broken one. */
function usable(path: string, set: JSONWebKeySet): JSONWebKeySet {
  try {
    for (const key of set.keys) createPublicKey({ key, format: 'jwk' });
    return set;
  } catch (cause) {
    throw new Error(`\`${path}\` holds a key that is none`, { cause });
  }
}
