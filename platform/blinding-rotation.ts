import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MOST_EPOCHS } from '../matching/sealed.ts';
import { createFile, replaceFile } from './atomic-write.ts';
import {
  newBlindingKeys,
  printBlindingKeys,
  readBlindingKeys,
  withNewEpoch,
  type BlindingFile,
} from './blinding-file.ts';
import { makeFolder } from './make-folder.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { OWNER_ONLY } from './party-keys.ts';

/** How a rotation went on: the keys as they now are, or why nothing has changed. */
export type Rotated =
  | { readonly is: 'changed'; readonly keys: BlindingFile; readonly epoch: number }
  | { readonly is: 'refused'; readonly why: 'unknown' | 'current' | 'too many' | 'no further number' };

/** The keys of a file. @throws Error when there is none, or it is wrong; it says nothing of the keys */
export async function blindingKeysAt(path: string): Promise<BlindingFile> {
  return readBlindingKeys(path, await readFile(path, 'utf8'));
}

/** Makes a file of keys, of one epoch. @returns undefined: there is one, and it stays */
export async function makeBlindingKeys(path: string): Promise<BlindingFile | undefined> {
  makeFolder(dirname(path), OWNER_ONLY.folder);
  const keys = newBlindingKeys();
  return (await createFile(path, printBlindingKeys(keys), OWNER_ONLY.file)) ? keys : undefined;
}

/** Adds an epoch, which searches go by from now on. Contributions are blinded as before. */
export function addEpoch(path: string): Promise<Rotated> {
  return changed(path, (keys) => {
    if (keys.epochs.size >= MOST_EPOCHS) return { is: 'refused', why: 'too many' };
    const added = withNewEpoch(keys);
    return added ? { is: 'changed', keys: added, epoch: added.last } : { is: 'refused', why: 'no further number' };
  });
}

/** Blinds contributions under another epoch from now on. */
export function useEpoch(path: string, epoch: number): Promise<Rotated> {
  return changed(path, (keys) => {
    if (!keys.epochs.has(epoch)) return { is: 'refused', why: 'unknown' };
    return { is: 'changed', keys: { ...keys, current: epoch }, epoch };
  });
}

/** Drops an epoch: what was blinded under it is found no more. */
export function retireEpoch(path: string, epoch: number): Promise<Rotated> {
  return changed(path, ({ current, epochs, last }) => {
    if (!epochs.has(epoch)) return { is: 'refused', why: 'unknown' };
    if (current === epoch) return { is: 'refused', why: 'current' };
    const rest = new Map([...epochs].filter(([other]) => other !== epoch));
    return { is: 'changed', keys: { current, epochs: rest, last }, epoch };
  });
}

/** INVARIANT: each step reads and replaces the file while no other does, so that no epoch is lost or comes back. */
async function changed(path: string, step: (keys: BlindingFile) => Rotated): Promise<Rotated> {
  await blindingKeysAt(path);
  return oneAtATime(`${path}.lock`, async () => {
    const rotated = step(await blindingKeysAt(path));
    if (rotated.is === 'changed') await replaceFile(path, printBlindingKeys(rotated.keys), OWNER_ONLY.file);
    return rotated;
  });
}
