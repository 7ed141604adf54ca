import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { JSONWebKeySet, JWK } from 'jose';
import type { PublishedKeys } from '../policy/signature/keys.ts';
import { createFile, replaceFile } from './atomic-write.ts';
import { OWNER_ONLY, keyFolders, print, readJson, type PrivateKeys } from './party-keys.ts';

/** What a party's key is for. */
export type KeyUse = keyof PrivateKeys;

/** One key pair below a home folder: of a party, for one use; or the gateway's. */
export interface WhichKey {
  readonly home: string;
  /** Code of the party, or `gateway`. */
  readonly name: string;
  /** Undefined: the gateway's, which has one. */
  readonly use: KeyUse | undefined;
}

/** A new key that is published and does not sign yet. */
export interface PendingKey {
  readonly key: JWK;
  /** Since when its public half is published, ISO 8601. Absent: it is about to be. */
  readonly published?: string;
}

/** The public keys of this use. Undefined: there is no such file. */
export async function publishedSet(which: WhichKey): Promise<JSONWebKeySet | undefined> {
  const file = await readJson<JSONWebKeySet & PublishedKeys>(publishedPath(which));
  return which.use === undefined ? file : file?.[which.use];
}

/** Replaces the public keys of this use; what else is in the file stays. */
export async function publish(which: WhichKey, set: JSONWebKeySet): Promise<void> {
  const file = await readJson<PublishedKeys>(publishedPath(which));
  await replaceFile(publishedPath(which), print(which.use === undefined ? set : { ...file, [which.use]: set }));
}

/** The key that signs. Undefined: it is not here. */
export async function signingJwk(which: WhichKey): Promise<JWK | undefined> {
  const file = await readJson<JWK & PrivateKeys>(privatePath(which));
  return which.use === undefined ? file : file?.[which.use];
}

/** Puts another key in the place of the one that signs. */
export async function replaceSigning(which: WhichKey, key: JWK): Promise<void> {
  const file = await readJson<PrivateKeys>(privatePath(which));
  const text = print(which.use === undefined ? key : { ...file, [which.use]: key });
  await replaceFile(privatePath(which), text, OWNER_ONLY.file);
}

/** The key that is about to sign. Undefined: there is none. */
export function pendingKey(which: WhichKey): Promise<PendingKey | undefined> {
  return readJson<PendingKey>(pendingPath(which));
}

/** Keeps a new key, unless there is one already. */
export async function keepPending(which: WhichKey, pending: PendingKey): Promise<void> {
  await createFile(pendingPath(which), print(pending), OWNER_ONLY.file);
}

/** Notes since when the new key is published. */
export async function notePending(which: WhichKey, pending: PendingKey): Promise<void> {
  await replaceFile(pendingPath(which), print(pending), OWNER_ONLY.file);
}

/** The new key has become the one that signs. */
export async function dropPending(which: WhichKey): Promise<void> {
  await rm(pendingPath(which), { force: true });
}

/** Where the public half is. */
export function publishedPath({ home, name }: WhichKey): string {
  return join(keyFolders(home).published, `${name}.jwks.json`);
}

/** Where the private half is. */
export function privatePath({ home, name }: WhichKey): string {
  return join(keyFolders(home).private, `${name}.json`);
}

/** There while somebody changes keys of this name. */
export function lockPath({ home, name }: WhichKey): string {
  return join(keyFolders(home).published, `.${name}.lock`);
}

function pendingPath({ home, name, use }: WhichKey): string {
  return join(keyFolders(home).private, `${name}.${use ?? 'key'}.next.json`);
}
