import type { Met, Party } from '../../../policy/deconfliction.ts';
import type { SelectorKind } from '../../../schema/selectors.ts';
import { isOfNames } from './kinds-met.ts';

/** Something declared, as far as it can meet something else. */
export interface Meetable extends Party {
  /** By which de-confliction knows it, and nobody else. */
  readonly id: string;
}

/** What was looked for, and what it met. */
export interface Found {
  /** What was looked for: it came second. */
  readonly mine: Meetable;
  /** What was there. */
  readonly theirs: Meetable;
  readonly met: Met;
}

/** What everything is matched with that was not matched by the duties that stand. */
export interface Anew {
  /** Digest of the duties that stand. What was matched by them since is looked at whenever it came. */
  readonly duties: string;
}

/**
 * INVARIANT: of the declarations of one agency under one selector, or around one place, those that came first are looked
 * at, and no more than these: however many there are, matching takes as much time and memory.
 */
export const MOST_LOOKED_AT = 500;

/**
 * Of the declarations of an agency under one selector, those that came first are looked for, and no more than these: a
 * number that thousands of its targets have brings about no more than it does with these.
 * INVARIANT: it depends on what the agency itself has declared, and on nothing else.
 */
const MOST_LOOKED_FOR = 20;

/** A key of a name is had by hundreds, who are not one. */
export function mostLookedFor(kinds: readonly SelectorKind[]): number {
  return isOfNames(kinds) ? MOST_LOOKED_AT : MOST_LOOKED_FOR;
}
