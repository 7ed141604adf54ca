import type { Met, Party } from '../../../policy/deconfliction.ts';

/** Something declared, as far as it can meet something else. */
export interface Meetable extends Party {
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
