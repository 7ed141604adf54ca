import type { JWK } from 'jose';
import {
  dropPending,
  keepPending,
  lockPath,
  notePending,
  pendingKey,
  publish,
  publishedSet,
  replaceSigning,
  signingJwk,
  type WhichKey,
} from './key-files.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { newKey, publicKey } from './party-keys.ts';

/** A rotation that has begun: the new key is published beside the old one, which still signs. */
export interface Rotation {
  readonly kid: string;
  readonly old: string;
  readonly published: Date;
}

/**
 * Publishes a new key beside the one that signs; one that an interrupted call has published is taken up again.
 * INVARIANT: the new private key is on disk before its public half is published, so that none is published in vain.
 * @returns undefined when the private keys are not here
 */
export function beginRotation(which: WhichKey, now: Date): Promise<Rotation | undefined> {
  return alone(which, () => begin(which, now));
}

async function begin(which: WhichKey, now: Date): Promise<Rotation | undefined> {
  const [signing, set] = [await signingJwk(which), await publishedSet(which)];
  if (!signing || !set) return undefined;
  const { name, use } = which;
  await keepPending(which, { key: await newKey(use === undefined ? name : `${name}-${use}`) });
  const pending = (await pendingKey(which))!;
  const { key, published = now.toISOString() } = pending;
  if (!set.keys.some(({ kid }) => kid === key.kid)) await publish(which, { keys: [...set.keys, publicKey(key)] });
  if (!pending.published) await notePending(which, { key, published });
  return { kid: idOf(key), old: idOf(signing), published: new Date(published) };
}

/** Lets the new key sign from now on. The old one stays published: what it signed counts. */
export function finishRotation(which: WhichKey): Promise<void> {
  return alone(which, async () => {
    const pending = await pendingKey(which);
    if (!pending) return;
    await replaceSigning(which, pending.key);
    await dropPending(which);
  });
}

/** Why a key cannot be retired. */
export type NotRetired = 'unknown' | 'signs' | 'about to sign';

/** Withdraws a public key: nothing that it signed counts any more. @returns undefined: done */
export function retireKey(which: WhichKey, kid: string): Promise<NotRetired | undefined> {
  return alone(which, () => retire(which, kid));
}

async function retire(which: WhichKey, kid: string): Promise<NotRetired | undefined> {
  const set = await publishedSet(which);
  if (!set?.keys.some((key) => key.kid === kid)) return 'unknown';
  if ((await signingJwk(which))?.kid === kid) return 'signs';
  if ((await pendingKey(which))?.key.kid === kid) return 'about to sign';
  await publish(which, { keys: set.keys.filter((key) => key.kid !== kid) });
  return undefined;
}

/**
 * INVARIANT: a party's keys of all uses are in one file, and each step reads and replaces it while no other does. Else of two
 * rotations at once one would be lost, or a key that was retired be published again.
 */
async function alone<Result>(which: WhichKey, step: () => Promise<Result>): Promise<Result> {
  return (await publishedSet(which)) ? oneAtATime(lockPath(which), step) : step();
}

function idOf({ kid }: JWK): string {
  return kid ?? '';
}
