import { generateKeyPairSync } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, type JSONWebKeySet, type JWK } from 'jose';
import type { PublishedKeys } from '../policy/signature/keys.ts';
import { createFile } from './atomic-write.ts';
import { makeFolder } from './make-folder.ts';

/** The private keys of one party, one for each thing that it signs. */
export interface PrivateKeys {
  readonly agreements: JWK;
  readonly viewers: JWK;
  readonly service: JWK;
}

/** Unix modes of what only its owner may read. */
export const OWNER_ONLY = { file: 0o600, folder: 0o700 };

/** Where keys lie below a home folder. */
export function keyFolders(home: string): { readonly published: string; readonly private: string } {
  return { published: join(home, 'keys'), private: join(home, 'private') };
}

/**
 * Makes the keys of a party where there are none: `keys/<CODE>.jwks.json` and `private/<CODE>.json`, which only its
 * owner may read. Keys that are there are never overwritten; a party of which only the public ones are, keeps those.
 * @returns the private keys; undefined when they are elsewhere
 */
export async function ensurePartyKeys(home: string, code: string): Promise<PrivateKeys | undefined> {
  const folders = await makeFolders(home);
  const publishedPath = join(folders.published, `${code}.jwks.json`);
  const privatePath = join(folders.private, `${code}.json`);
  // In this order: private keys are there before public ones, so public ones without them are somebody else's.
  const isPublished = (await readJson(publishedPath)) !== undefined;
  const known = await readJson<PrivateKeys>(privatePath);
  if (!known && isPublished) return undefined;
  if (!known) await createFile(privatePath, print(await newPartyKeys(code)), OWNER_ONLY.file);
  // Read back, and publish what was read: another process may have been first.
  const keys = known ?? (await readJson<PrivateKeys>(privatePath));
  if (keys) await createFile(publishedPath, print(published(keys)));
  return keys;
}

/** Whether a home folder holds keys of a party, public or private. */
export async function hasPartyKeys(home: string, code: string): Promise<boolean> {
  const published = await readJson(join(keyFolders(home).published, `${code}.jwks.json`));
  return published !== undefined || (await readPrivateKeys(home, code)) !== undefined;
}

/** Makes a single key pair, the gateway's, by the same rule: `keys/<name>.jwks.json` and `private/<name>.json`. */
export async function ensureKeyPair(home: string, name: string): Promise<void> {
  const folders = await makeFolders(home);
  const privatePath = join(folders.private, `${name}.json`);
  await createFile(privatePath, print(await newKey(name)), OWNER_ONLY.file);
  const key = await readJson<JWK>(privatePath);
  if (key) await createFile(join(folders.published, `${name}.jwks.json`), print(publicSet(key)));
}

/** The private keys of a party below a home folder. Undefined: they are not there. */
export function readPrivateKeys(home: string, code: string): Promise<PrivateKeys | undefined> {
  return readJson<PrivateKeys>(join(keyFolders(home).private, `${code}.json`));
}

async function makeFolders(home: string) {
  const folders = keyFolders(home);
  makeFolder(folders.published);
  makeFolder(folders.private, OWNER_ONLY.folder);
  await chmod(folders.private, OWNER_ONLY.folder);
  return folders;
}

async function newPartyKeys(code: string): Promise<PrivateKeys> {
  const [agreements, viewers, service] = await Promise.all([
    newKey(`${code}-agreements`),
    newKey(`${code}-viewers`),
    newKey(`${code}-service`),
  ]);
  return { agreements, viewers, service };
}

/** An Ed25519 key. Its id says what it is for, and ends in its thumbprint (RFC 7638). */
export async function newKey(name: string): Promise<JWK> {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK;
  const thumbprint = await calculateJwkThumbprint(jwk);
  return { ...jwk, kid: `${name}-${thumbprint.slice(0, 12)}`, alg: 'EdDSA', use: 'sig' };
}

function published({ agreements, viewers, service }: PrivateKeys): PublishedKeys {
  return { agreements: publicSet(agreements), viewers: publicSet(viewers), service: publicSet(service) };
}

function publicSet(key: JWK): JSONWebKeySet {
  return { keys: [publicKey(key)] };
}

/** What may be known of a key. */
export function publicKey({ d: _private, ...key }: JWK): JWK {
  return key;
}

/** The value of a JSON file. Undefined: there is no such file. */
export async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** As a file of keys is written. */
export function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
