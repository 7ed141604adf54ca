import type { JWK } from 'jose';
import { signingKey, type SigningKey } from '../policy/ed25519.ts';
import { FollowedFile } from './followed-file.ts';
import { keepLooking } from './looking.ts';

/** A private key of this process, followed while it runs. */
export interface OwnKey {
  /** The one to sign with at this moment. */
  readonly current: () => SigningKey;
  stop(): Promise<void>;
}

/** Which private key, and who hears that its file is broken or gone: the last good one stays. */
export interface OwnKeyOptions {
  readonly path: string;
  /** Which key of the file's JSON. Default: the file holds one key. */
  readonly pick?: (file: unknown) => unknown;
  readonly onTrouble: (path: string, error: unknown) => void;
  /** Default: a second. */
  readonly lookMilliseconds?: number;
}

/** Opens a private key. @throws Error that names the file; it says nothing of the key */
export async function openOwnKey({ path, pick = (file) => file, ...rest }: OwnKeyOptions): Promise<OwnKey> {
  const read = (text: string) => keyIn(path, () => pick(JSON.parse(text)));
  const file = await FollowedFile.open({ path, read, onTrouble: rest.onTrouble });
  const look = async () => void (await file.look());
  const end = keepLooking(look, rest.lookMilliseconds);
  return { current: () => file.value, stop: async () => end() };
}

/** INVARIANT: no cause: what a parser says of JSON repeats a part of it. */
function keyIn(path: string, jwk: () => unknown): SigningKey {
  try {
    return signingKey(jwk() as JWK);
  } catch {
    throw new Error(`\`${path}\` holds no private Ed25519 key with a \`kid\`; see docs/joining.md`);
  }
}
