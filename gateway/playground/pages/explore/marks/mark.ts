import type { Withheld } from '../../../../explain/explain.ts';

/** Where in an answer: response keys and places in lists. */
export type Path = readonly (string | number)[];

/**
 * What may be said of a place where an answer has nothing.
 * - `withheld`: whatever there is, it is withheld
 * - `perhaps`: it is withheld on some rows, or by some of the agencies whose it could be, or nothing that was asked tells; or
 *   there is nothing
 * - `absent`: nothing that was asked for here is withheld: there is no value
 * - `failed`: an agency did not answer, and an error says so
 */
export type Standing = 'withheld' | 'perhaps' | 'absent' | 'failed';

/** What explains it, and how well. */
export interface Verdict {
  readonly is: Standing;
  readonly because: readonly Withheld[];
}

/** A null or an empty list in an answer, with what may be said of it. */
export interface Mark extends Verdict {
  readonly path: Path;
  /** The hit that it belongs to discloses no more than this: `CONTACT`, `EXISTS`. */
  readonly disclosure?: string;
  /** It is a part of a larger value, of which a clause may show less than there is. */
  readonly inValue: boolean;
}

export const ABSENT: Verdict = { is: 'absent', because: [] };

/** Nothing that was asked tells whether there is something. */
export const UNKNOWN: Verdict = { is: 'perhaps', because: [] };

/** One verdict on several possibilities, of which one is the case: certain only if they all are. */
export function either(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return UNKNOWN;
  const because = reasonsOf(verdicts);
  if (verdicts.every(({ is }) => is === 'withheld')) return { is: 'withheld', because };
  return verdicts.every(({ is }) => is === 'absent') ? ABSENT : { is: 'perhaps', because };
}

/** One verdict on an object of which several fields were asked: it is closed if all are, and shows if one is open. */
export function ofParts(verdicts: readonly Verdict[]): Verdict {
  const because = reasonsOf(verdicts);
  if (verdicts.length > 0 && verdicts.every(({ is }) => is === 'withheld')) return { is: 'withheld', because };
  return verdicts.some(({ is }) => is === 'perhaps') ? { is: 'perhaps', because } : ABSENT;
}

function reasonsOf(verdicts: readonly Verdict[]): readonly Withheld[] {
  return [...new Set(verdicts.flatMap(({ because }) => because))];
}
