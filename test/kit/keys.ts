import { generateKeyPairSync } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import { signingKey, type SigningKey } from '../../policy/ed25519.ts';

/** A key pair of a test: what signs, and what is published. */
export interface TestKeys {
  readonly signing: SigningKey;
  readonly published: JSONWebKeySet;
}

/** A fresh Ed25519 key pair. */
export function newKeys(kid = 'test-1'): TestKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const published = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid }] } as JSONWebKeySet;
  return {
    signing: signingKey({ ...privateKey.export({ format: 'jwk' }), kid }),
    published,
  };
}
