import type { Outcome, Question } from '../../shared/ask.ts';
import { Held } from '../../shared/held.ts';
import type { Viewer } from '../../shared/session/session.ts';

/** A question of the visitor, and what became of it. */
export interface Asked {
  readonly question: Question;
  readonly viewer: Viewer | undefined;
  /** `asking`: nothing yet. */
  readonly outcome: Outcome<unknown> | 'asking';
}

/** The last question. Undefined: none was asked yet. */
export const asked = new Held<Asked | undefined>(undefined);
