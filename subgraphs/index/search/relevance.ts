import type { SealedToken } from '../../../matching/sealed.ts';
import { weightOf } from '../../../matching/person/weights.ts';
import { isByName, type Sought } from './sought.ts';

/** Hits are told apart by hundredths of a bit. */
const PARTS = 100;

/** What an agreement in this token tells of a hit: of a name, the weight of the feature; else the value is the same. */
export function weightIn(sought: Sought, { feature = 0 }: SealedToken): number {
  return isByName(sought) ? Math.round(weightOf(feature) * PARTS) : EXACT;
}

/** What must be reached for a pointer to be found at all. */
export function leastOf(sought: Sought): number {
  return isByName(sought) ? (sought.least ?? LEAST_BITS) * PARTS : EXACT;
}

/** Bits in which a name must agree: keys are compound, so that each of them alone tells a person from a million. */
const LEAST_BITS = 10;

/** All hits of a search by exact values are alike. */
const EXACT = 1;
