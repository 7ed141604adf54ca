import { useEffect, useState } from 'react';
import type { Outcome, Question } from './ask.ts';
import { connection } from './connection.ts';
import { useHeld } from './held.ts';
import { askAs } from './session/ask-as.ts';
import { viewerKey } from './session/session.ts';
import type { Viewer } from './session/who.ts';
import type { Told } from './told.ts';
import { useDigest } from './use-digest.ts';

/** What says under which agreements it was answered. */
interface UnderRules {
  readonly ruleset: { readonly digest: string };
}

/**
 * The answer to a question about the exchange, asked again when other agreements are in force. What was answered stays
 * while the gateway cannot be reached.
 */
export function useTold<Value extends UnderRules>(viewer: Viewer | undefined, question: Question): Told<Value> {
  const there = useHeld(connection) === 'there';
  const key = `${viewerKey(viewer)} ${JSON.stringify(question)}`;
  const [{ of, told }, setKept] = useState<Kept<Value>>({ of: '', told: LOADING });
  const known = of === key && told.is === 'told' ? told.value.ruleset.digest : undefined;
  const digest = useDigest(viewer, known);
  const other = digest === known ? undefined : digest;
  const ask = () => {
    if (!viewer || !there) return;
    const stop = new AbortController();
    const hear = (outcome: Outcome<Value>) => {
      if (!stop.signal.aborted)
        setKept((before) => ({ of: key, told: next(before.of === key ? before.told : LOADING, outcome) }));
    };
    askAs<Value>({ viewer }, question, stop.signal).then(hear, () => undefined);
    return () => stop.abort();
  };
  // INVARIANT: `viewer` and `question` are the same for equal keys; when the connection is back, it is asked at once.
  useEffect(ask, [key, there]);
  useEffect(() => (other === undefined ? undefined : ask()), [key, other]);
  if (!viewer) return { is: 'nobody' };
  return of === key ? told : { is: there ? 'loading' : 'failed' };
}

interface Kept<Value> {
  /** Who was told, and what was asked. */
  readonly of: string;
  readonly told: Told<Value>;
}

const LOADING = { is: 'loading' } as const;

function next<Value>(before: Told<Value>, outcome: Outcome<Value>): Told<Value> {
  if (outcome.is === 'refused') return outcome;
  if (outcome.is === 'answered') return { is: 'told', value: outcome.data };
  return before.is === 'told' ? before : { is: 'failed' };
}
