import { useEffect, useState } from 'react';
import { askAs } from '../../shared/session/ask-as.ts';
import { viewerKey, type Session } from '../../shared/session/session.ts';
import { connection } from '../../shared/connection.ts';
import { useHeld } from '../../shared/held.ts';
import { EXCHANGE, type Agency, type Exchange } from '../model/question.ts';
import type { Told } from './told.ts';

/** Agreements take effect within a second; somebody who watches a page may wait two more. */
const EVERY_MILLISECONDS = 3_000;

/** The agencies, and the digest of the agreements that count now: asked again and again while the page is looked at. */
export function useExchange({ viewer }: Session): Told<Exchange> {
  const key = viewerKey(viewer);
  const [{ of, told }, setKept] = useState<Kept>({ of: key, told: LOADING });
  const there = useHeld(connection) === 'there';
  useEffect(() => {
    if (!viewer || !there) return;
    const stop = new AbortController();
    const look = async () => {
      const outcome = await askAs<Exchange>({ viewer }, { query: EXCHANGE }, stop.signal).catch(() => undefined);
      if (!outcome || stop.signal.aborted) return;
      setKept((before) => ({ of: key, told: next(before.of === key ? before.told : LOADING, outcome) }));
    };
    void look();
    const timer = setInterval(() => document.hidden || void look(), EVERY_MILLISECONDS);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
    // INVARIANT: `viewer` is the same for equal keys; when the connection is back, it is asked at once.
  }, [key, there]);
  if (!viewer) return { is: 'nobody' };
  return of === key ? told : there ? LOADING : { is: 'failed' };
}

interface Kept {
  /** Key of the viewer who was told. */
  readonly of: string;
  readonly told: Told<Exchange>;
}

const LOADING = { is: 'loading' } as const;

/** What was told before stays while the gateway cannot be reached, and the same object while nothing has changed. */
function next(before: Told<Exchange>, outcome: Awaited<ReturnType<typeof askAs<Exchange>>>): Told<Exchange> {
  if (outcome.is === 'refused') return outcome;
  if (outcome.is === 'unreachable') return before.is === 'told' ? before : { is: 'failed' };
  const { agencies, ruleset } = outcome.data;
  if (before.is !== 'told') return { is: 'told', value: outcome.data };
  const known: readonly Agency[] = before.value.agencies;
  const same = JSON.stringify(known) === JSON.stringify(agencies);
  if (same && before.value.ruleset.digest === ruleset.digest) return before;
  return { is: 'told', value: { agencies: same ? known : agencies, ruleset } };
}
