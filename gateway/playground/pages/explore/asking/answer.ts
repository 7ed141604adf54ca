import { useMemo } from 'react';
import type { Outcome, Question } from '../../shared/ask.ts';
import { Held, useHeld } from '../../shared/held.ts';
import { session } from '../../shared/session/session.ts';
import type { Session } from '../../shared/session/who.ts';

/** A question of the visitor, and what became of it. */
export interface Asked {
  readonly question: Question;
  /** Who asked, and what for. */
  readonly as: Session;
  /** `asking`: nothing yet. */
  readonly outcome: Outcome<unknown> | 'asking';
}

/** What is to be shown: nothing that was answered to somebody else, or for something else. */
export type Shown = 'nothing' | 'asking' | 'stale' | Outcome<unknown>;

/** The last question. Undefined: none was asked yet. */
export const asked = new Held<Asked | undefined>(undefined);

/** What is to be shown of the last question at this moment. */
export function useShown(): Shown {
  const last = useHeld(asked);
  const now = useHeld(session);
  return useMemo(() => {
    if (!last) return 'nothing';
    return isSame(last.as, now) ? last.outcome : 'stale';
  }, [last, now]);
}

function isSame(one: Session, other: Session): boolean {
  const key = ({ viewer, purpose }: Session) => JSON.stringify([viewer ?? null, purpose ?? null]);
  return key(one) === key(other);
}
