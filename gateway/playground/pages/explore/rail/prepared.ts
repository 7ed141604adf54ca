import type { Purpose } from '../../../../../schema/purposes.ts';

/** A question that shows one idea. */
export interface Prepared {
  readonly title: string;
  /** What to look for in the answer. */
  readonly look: string;
  /** As whom it is best seen, by id: `DEA/analyst`. */
  readonly persona: string;
  /** What for; absent: none is stated. */
  readonly purpose?: Purpose;
  readonly query: string;
}
