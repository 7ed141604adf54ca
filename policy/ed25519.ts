import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { JSONWebKeySet, JWK } from 'jose';

/** A private Ed25519 key, imported once, and the id that its public half is published under. */
export interface SigningKey {
  readonly kid: string;
  readonly key: KeyObject;
}

/**
 * Imports a private key.
 * @throws Error when it is not an Ed25519 private key with a `kid`; the message says nothing of the key.
 */
export function signingKey(jwk: JWK): SigningKey {
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || !jwk.d || !jwk.kid) {
    throw new Error('a signing key is an Ed25519 private key (RFC 8037) with a `kid`');
  }
  return { kid: jwk.kid, key: createPrivateKey({ key: jwk, format: 'jwk' }) };
}

/** The Ed25519 signature of the data. Called once per fetch: `node:crypto` takes a quarter of the time of WebCrypto. */
export function signWith(key: SigningKey, data: Buffer): Buffer {
  return sign(null, data, key.key);
}

/** Whether the key that the set publishes under `kid` made the signature. */
export function isSignedBy(keys: JSONWebKeySet, kid: string, data: Buffer, signature: Buffer): boolean {
  const key = publicKeysOf(keys).get(kid);
  return key !== undefined && verify(null, data, key, signature);
}

/** The Ed25519 keys of a set by id. Keys of other kinds are left out: nothing is proven by them. */
function publicKeysOf(keys: JSONWebKeySet): ReadonlyMap<string, KeyObject> {
  const known = imported.get(keys);
  if (known) return known;
  const usable = keys.keys.filter((jwk) => jwk.kty === 'OKP' && jwk.crv === 'Ed25519' && jwk.kid);
  const byId = new Map(usable.map((jwk) => [String(jwk.kid), createPublicKey({ key: jwk, format: 'jwk' })]));
  imported.set(keys, byId);
  return byId;
}

/** A set of keys is replaced by another object, never changed. */
const imported = new WeakMap<JSONWebKeySet, ReadonlyMap<string, KeyObject>>();
