import { existsSync } from 'node:fs';
import type { BlindingKeys } from '../matching/blinding-keys.ts';
import { readBlindingKeys } from './blinding-file.ts';
import { FollowedFile } from './followed-file.ts';
import { keepLooking } from './looking.ts';

/** The keys by which this process blinds selectors, followed while it runs. */
export interface OwnBlindingKeys {
  /** As they are at this moment. Undefined: there are none, and nothing can be blinded. */
  current(): BlindingKeys | undefined;
  stop(): Promise<void>;
}

/** Which file, and who hears that it is broken or gone: the last good keys stay. */
export interface BlindingKeysOptions {
  readonly path: string;
  /** Whether it is wrong that there is no such file. Else it may come later. */
  readonly isNeeded: boolean;
  readonly onTrouble: (path: string, error: unknown) => void;
  /** Default: a second. */
  readonly lookMilliseconds?: number;
}

/** Opens a file of blinding keys. @throws Error that names the file; it says nothing of the keys */
export async function followBlindingKeys(options: BlindingKeysOptions): Promise<OwnBlindingKeys> {
  const { path, isNeeded, onTrouble, lookMilliseconds } = options;
  const open = () => FollowedFile.open({ path, read: (text) => readBlindingKeys(path, text), onTrouble });
  if (isNeeded && !existsSync(path))
    throw new Error(`there is no file of blinding keys at \`${path}\`; see docs/selectors.md`);
  let file = existsSync(path) ? await open() : undefined;
  const look = once(onTrouble, path, async () => {
    if (file) await file.look();
    else if (existsSync(path)) file = await open();
  });
  const end = keepLooking(look, lookMilliseconds);
  return { current: () => file?.value, stop: async () => end() };
}

/** A file that comes later and is broken is told of once, and looked at again. */
function once(onTrouble: BlindingKeysOptions['onTrouble'], path: string, look: () => Promise<void>) {
  let isTold = false;
  return async () => {
    try {
      await look();
      isTold = false;
    } catch (error) {
      if (!isTold) onTrouble(path, error);
      isTold = true;
    }
  };
}
