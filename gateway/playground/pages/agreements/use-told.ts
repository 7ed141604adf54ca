import { useEffect, useState } from 'react';
import type { Outcome, Question, Refused } from '../shared/ask.ts';
import { connection } from '../shared/connection.ts';
import { useHeld } from '../shared/held.ts';
import { askAs } from '../shared/session/ask-as.ts';
import { session, viewerKey } from '../shared/session/session.ts';

/** What came of asking. */
export type Told<Data> =
  | { readonly is: 'nobody' }
  | { readonly is: 'loading' }
  | { readonly is: 'failed' }
  | Refused
  | { readonly is: 'told'; readonly data: Data };

/** A notice takes effect within a second; somebody who reads may wait a little more. */
const EVERY_MILLISECONDS = 4_000;

interface Kept<Data> {
  readonly of: string;
  readonly told: Told<Data>;
}

/**
 * The answer to a question about agreements, asked again when those in force change. What was answered stays while the
 * gateway cannot be reached.
 */
export function useTold<Data extends { readonly ruleset: { readonly digest: string } }>(
  question: Question,
): Told<Data> {
  const { viewer } = useHeld(session);
  const there = useHeld(connection) === 'there';
  const key = `${viewerKey(viewer)} ${JSON.stringify(question)}`;
  const [{ of, told }, setKept] = useState<Kept<Data>>({ of: '', told: { is: 'loading' } });
  useEffect(() => {
    if (!viewer || !there) return;
    const stop = new AbortController();
    let digest: string | undefined;
    const whole = async () => {
      const outcome = await askAs<Data>({ viewer }, question, stop.signal);
      if (outcome.is === 'answered') digest = outcome.data.ruleset.digest;
      if (!stop.signal.aborted)
        setKept((before) => ({ of: key, told: next(before.of === key ? before.told : undefined, outcome) }));
    };
    const look = async () => {
      const outcome = await askAs<Data>({ viewer }, { query: '{ ruleset { digest } }' }, stop.signal);
      if (outcome.is === 'answered' && outcome.data.ruleset.digest !== digest) await whole();
    };
    const quietly = (asking: Promise<void>) => void asking.catch(() => undefined);
    quietly(whole());
    const timer = setInterval(() => document.hidden || quietly(look()), EVERY_MILLISECONDS);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [key, there]);
  if (!viewer) return { is: 'nobody' };
  return of === key ? told : { is: there ? 'loading' : 'failed' };
}

function next<Data>(before: Told<Data> | undefined, outcome: Outcome<Data>): Told<Data> {
  if (outcome.is === 'refused') return outcome;
  if (outcome.is === 'answered') return { is: 'told', data: outcome.data };
  return before?.is === 'told' ? before : { is: 'failed' };
}
