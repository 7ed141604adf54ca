import type { SelectorKind } from '../schema/selectors.ts';

/**
 * What names must have in common before two are taken to be worth a look, in bits: a key of a name is had by some hundreds
 * of people, and it takes several. Those of persons share parts, so it takes more of them.
 */
export const ENOUGH_BITS: ReadonlyMap<SelectorKind, number> = new Map([
  ['NAME_AND_BIRTH', 40],
  ['GROUP_NAME', 24],
  ['ORGANIZATION_NAME', 24],
]);

/** Of two cases nobody but their agencies knows what agrees in a key of a name: each counts as one that tells little. */
export const UNKNOWN_BITS = 12;

/** How many keys of which nothing is known two names of a kind must have in common; undefined: it is no kind of name. */
export function keysEnough(kind: SelectorKind): number | undefined {
  const bits = ENOUGH_BITS.get(kind);
  return bits === undefined ? undefined : Math.ceil(bits / UNKNOWN_BITS);
}
