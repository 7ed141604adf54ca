import { createHmac } from 'node:crypto';
import type { SelectorKind } from '../schema/selectors.ts';
import type { NameKey } from './name-key.ts';

/** Bytes of the code that are kept: with that of the feature they are as many as a UUID has, in which PostgreSQL keeps them. */
const KEPT_BYTES = 15;

/** What these codes are for: no other use of a key gives the same ones. */
const DOMAIN = 'concordat/selector/2';

/** What stands in the place of a feature where a selector is no key of a name. */
const NO_FEATURE = 0;

/**
 * The normal form of a selector, as the index knows it: a byte that is 0, and the first 15 of HMAC-SHA-256 (RFC 2104), in base64url.
 * INVARIANT: neither the domain nor a kind has a NUL, so no two selectors of any kinds are the same message.
 */
export function blind(kind: SelectorKind, form: string, key: Uint8Array): string {
  return coded(NO_FEATURE, `${kind}\0${form}`, key);
}

/**
 * A key of a name, as the index knows it: the number of its feature, and 15 bytes of the code. Equal texts of two features are
 * not the same.
 */
export function blindNameKey(kind: SelectorKind, { feature, text }: NameKey, key: Uint8Array): string {
  return coded(feature, `${kind}\0${feature}:${text}`, key);
}

/**
 * Which feature of a name is blinded; 0: it is no key of a name. Whoever sees what is blinded sees that much of it, and knows it
 * from the field in which it stands as well.
 */
export function featureOf(blind: string): number {
  return Buffer.from(blind.slice(0, 2), 'base64url')[0] ?? NO_FEATURE;
}

function coded(feature: number, message: string, key: Uint8Array): string {
  const code = createHmac('sha256', key).update(`${DOMAIN}\0${message}`, 'utf8').digest();
  return Buffer.from([feature, ...code.subarray(0, KEPT_BYTES)]).toString('base64url');
}
