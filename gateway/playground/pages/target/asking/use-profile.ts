import { useEffect, useRef, useState } from 'react';
import type { Refused } from '../../shared/ask.ts';
import { useHeld } from '../../shared/held.ts';
import { session, viewerKey } from '../../shared/session/session.ts';
import type { Session } from '../../shared/session/who.ts';
import { useDigest } from '../../shared/use-digest.ts';
import type { AnsweredProfile } from '../model/profile.ts';
import type { Sought } from '../model/sought.ts';
import { askProfile } from './ask-profile.ts';

/** What is to be shown of the last question. */
export type ProfileState =
  | { readonly is: 'nothing' }
  | { readonly is: 'asking' }
  | { readonly is: 'failed' }
  /** Other agreements are in force than those that it was made under. */
  | { readonly is: 'outdated' }
  | Refused
  | { readonly is: 'told'; readonly answer: AnsweredProfile };

interface Kept {
  /** Who asked, and what for. */
  readonly key: string;
  readonly state: ProfileState;
}

const NOTHING = { is: 'nothing' } as const;
const OUTDATED = { is: 'outdated' } as const;

/**
 * The profile that was last asked for. INVARIANT: what was told to one viewer, for one purpose, or under other agreements, is
 * not shown any more. It is asked for when the viewer says so, and at no other time: each counts as a
 * search, and is in the ledger.
 */
export function useProfile(): { readonly state: ProfileState; readonly ask: (sought: Sought) => void } {
  const as = useHeld(session);
  const key = keyOf(as);
  const [kept, setKept] = useState<Kept>({ key: '', state: NOTHING });
  const running = useRef<AbortController>(null);
  useEffect(() => {
    setKept({ key, state: NOTHING });
    return () => running.current?.abort();
  }, [key]);
  const state = kept.key === key ? kept.state : NOTHING;
  const outdated = useOutdated(as, state);
  useEffect(() => {
    if (outdated) setKept({ key, state: OUTDATED });
  }, [outdated]);
  const ask = (sought: Sought) => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setKept({ key, state: { is: 'asking' } });
    askProfile(as, sought, stop.signal).then(
      (outcome) => {
        if (!stop.signal.aborted) setKept({ key, state: stateOf(outcome) });
      },
      () => undefined,
    );
  };
  return { state: outdated ? OUTDATED : state, ask };
}

/** Whether other agreements are in force than those that a profile was made under. */
function useOutdated({ viewer }: Session, state: ProfileState): boolean {
  const under = state.is === 'told' ? state.answer.visibility?.ruleset : undefined;
  const digest = useDigest(under === undefined ? undefined : viewer, under);
  return under !== undefined && digest !== undefined && digest !== under;
}

function stateOf(outcome: Awaited<ReturnType<typeof askProfile>>): ProfileState {
  switch (outcome.is) {
    case 'unreachable':
      return { is: 'failed' };
    case 'refused':
      return outcome;
    case 'answered': {
      const { data: profile, errors, visibility } = outcome;
      return { is: 'told', answer: { profile, errors, visibility } };
    }
  }
}

function keyOf({ viewer, purpose }: Session): string {
  return `${viewerKey(viewer)} ${JSON.stringify(purpose ?? null)}`;
}
