import { createHmac } from 'node:crypto';
import type { SelectorKind } from '../schema/selectors.ts';
import type { NameKey } from './name-key.ts';

/** Bytes of the code that are kept: as many as a UUID has, in which PostgreSQL keeps them. */
const KEPT_BYTES = 16;

/** What these codes are for: no other use of a key gives the same ones. */
const DOMAIN = 'concordat/selector/1';

/**
 * The normal form of a selector, as the index knows it: HMAC-SHA-256 (RFC 2104), cut to 16 bytes, in base64url.
 * INVARIANT: neither the domain nor a kind has a NUL, so no two selectors of any kinds are the same message.
 */
export function blind(kind: SelectorKind, form: string, key: Uint8Array): string {
  const code = createHmac('sha256', key).update(`${DOMAIN}\0${kind}\0${form}`, 'utf8').digest();
  return code.subarray(0, KEPT_BYTES).toString('base64url');
}

/** A key of a name, as the index knows it. Equal texts of two features are not the same. */
export function blindNameKey(kind: SelectorKind, { feature, text }: NameKey, key: Uint8Array): string {
  return blind(kind, `${feature}:${text}`, key);
}
