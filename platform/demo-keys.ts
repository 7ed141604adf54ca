import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PARTIES_PATH } from '../policy/bundle.ts';
import { printMistake } from '../policy/document/mistake.ts';
import { readParties } from '../policy/document/read-parties.ts';
import type { Parties } from '../policy/parties.ts';
import { createFile } from './atomic-write.ts';
import { demoBlindingKeys, newBlindingKeys, printBlindingKeys } from './blinding-file.ts';
import { signSamples } from './demo-signatures.ts';
import { OWNER_ONLY, ensureKeyPair, ensurePartyKeys, type PrivateKeys } from './party-keys.ts';

/** Where the demo keeps its keys and signatures, and whose agreements it signs. */
export interface DemoFolders {
  /** `.concordat`: keys, private keys and signatures lie below it. */
  readonly home: string;
  readonly agreementsDir: string;
}

/**
 * Prepares a first look: keys for every party and the gateway, and the signatures of the sample agreements. What is
 * there stays, so that it can be called at every start, and by several processes at once.
 * @throws Error when the parties' file is broken
 */
export async function prepareDemo({ home, agreementsDir }: DemoFolders): Promise<void> {
  const { agencies } = await readDemoParties(agreementsDir);
  const keys = new Map<string, PrivateKeys>();
  for (const { code } of agencies) {
    const own = await ensurePartyKeys(home, code);
    if (own) keys.set(code, own);
  }
  await ensureKeyPair(home, 'gateway');
  await signSamples({ home, agreementsDir, keys });
}

/**
 * Makes the keys by which the demo's agencies and its gateway blind selectors, where there are none. INVARIANT: an agency
 * that runs alone makes none: under keys that only it has, nothing of it would ever be found.
 */
export async function makeDemoBlindingKeys(home: string): Promise<void> {
  await createFile(demoBlindingKeys(home), printBlindingKeys(newBlindingKeys()), OWNER_ONLY.file);
}

/** The parties of a folder of agreements. @throws Error with every mistake, when the file is broken */
export async function readDemoParties(agreementsDir: string): Promise<Parties> {
  const path = join(agreementsDir, PARTIES_PATH);
  const read = readParties(path, await readFile(path, 'utf8'));
  if (read.kind === 'broken') throw new Error(read.mistakes.map(printMistake).join('\n'));
  return read.parties;
}
