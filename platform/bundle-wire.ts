import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { isBundleShaped } from '../policy/bundle-shape.ts';
import type { Bundle } from '../policy/bundle.ts';

/** A bundle as it travels. */
export interface WrittenBundle {
  readonly json: string;
  /** `sha256-…` of the text; also its entity tag. */
  readonly digest: string;
}

/** The text of a bundle: equal bundles give equal texts (RFC 8785). */
export function writeBundle(bundle: Bundle): WrittenBundle {
  const json = canonicalize(bundle) ?? '';
  return { json, digest: `sha256-${createHash('sha256').update(json).digest('base64url')}` };
}

/**
 * Reads a bundle's text. Whether anything in it is true is found out when it is opened.
 * @throws Error when it is no bundle
 */
export function readBundle(json: string): Bundle {
  const value: unknown = JSON.parse(json);
  if (!isBundleShaped(value)) throw new Error('not a bundle of agreements');
  return value as Bundle;
}
