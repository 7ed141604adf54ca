import { blindedAt } from './blinded.ts';
import type { Holding, SubjectHolding } from './holding.ts';
import { statedBy, type StatedAt } from './sources.ts';

/*
 * Many records name one subject, and an agency hands the same object in with each of them: what is made of it is made
 * once, and is forgotten with the object. INVARIANT: nobody changes an object that was handed in.
 */

const statements = new WeakMap<Holding | SubjectHolding, readonly StatedAt[]>();
const blinds = new WeakMap<StatedAt, { readonly key: Uint8Array; readonly blinds: readonly string[] }>();

/** What it states, as `statedBy` tells it. */
export function statedOnce(holding: Holding | SubjectHolding): readonly StatedAt[] {
  const stated = statements.get(holding) ?? statedBy(holding);
  statements.set(holding, stated);
  return stated;
}

/** What was stated, blinded by the key, as `blindedAt` does it. */
export function blindedOnce(stated: StatedAt, key: Uint8Array): readonly string[] {
  const known = blinds.get(stated);
  if (known?.key === key) return known.blinds;
  const made = { key, blinds: blindedAt(stated, key) };
  blinds.set(stated, made);
  return made.blinds;
}
