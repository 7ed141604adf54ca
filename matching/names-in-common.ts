import type { SelectorKind } from '../schema/selectors.ts';
import { weightOf } from './person/weights.ts';

/**
 * What names must have in common before two are taken to be worth a look, in bits: a key of a name is had by some hundreds
 * of people, and it takes several. Two words that are the same are enough for a person, whatever the dates of birth are.
 */
export const ENOUGH_BITS: ReadonlyMap<SelectorKind, number> = new Map([
  ['NAME_AND_BIRTH', 40],
  ['GROUP_NAME', 24],
  ['ORGANIZATION_NAME', 24],
]);

/** How much it tells that two names agree in these features, in bits. Each counts once, in however many keys it does. */
export function bitsOf(features: Iterable<number>): number {
  return [...new Set(features)].reduce((bits, feature) => bits + weightOf(feature), 0);
}
