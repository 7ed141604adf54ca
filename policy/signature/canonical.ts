import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Agreement } from '../agreement.ts';

const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/**
 * The bytes that parties sign: canonical JSON (RFC 8785), so that neither layout nor order of keys matters.
 * @throws Error when a text is not well-formed Unicode, or a number not finite: such a value has no canonical form
 */
export function canonicalBytes(agreement: Agreement): Uint8Array {
  const bytes = canonical(agreement);
  // JSON.stringify writes a lone surrogate as an escape; RFC 8785, 3.2.2.2 refuses it.
  if (LONE_SURROGATE.test(new TextDecoder().decode(bytes))) throw new Error('half a surrogate pair is not canonical');
  return bytes;
}

/** Digest of an agreement's canonical bytes: `sha256-` and base64url. */
export function digestOf(agreement: Agreement): string {
  return digestOfBytes(canonicalBytes(agreement));
}

/** Canonical bytes (RFC 8785) of any JSON value. */
export function canonical(value: unknown): Uint8Array {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('this is no JSON value');
  return new TextEncoder().encode(text);
}

/** `sha256-` and the base64url of the bytes' SHA-256. */
export function digestOfBytes(bytes: Uint8Array): string {
  return `sha256-${createHash('sha256').update(bytes).digest('base64url')}`;
}
