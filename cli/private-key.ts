import type { JWK } from 'jose';
import { UsageError, readNamed } from './usage.ts';

/** Reads a party's private key for agreements: a JWK, or what `keygen` made. @throws UsageError */
export async function readPrivateKey(path: string): Promise<JWK> {
  const found = parse(await readNamed(path));
  const key = found?.agreements ?? found;
  if (key?.crv === 'Ed25519' && key.d && key.kid) return key;
  throw new UsageError(`\`${path}\` holds no private Ed25519 key with a \`kid\``);
}

function parse(json: string): (JWK & { readonly agreements?: JWK }) | undefined {
  try {
    return JSON.parse(json) as JWK & { readonly agreements?: JWK };
  } catch {
    return undefined;
  }
}
