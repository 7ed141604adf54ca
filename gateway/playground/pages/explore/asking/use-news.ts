import { useEffect, useState } from 'react';
import { connection } from '../../shared/connection.ts';
import { useHeld } from '../../shared/held.ts';
import { askAs } from '../../shared/session/ask-as.ts';
import { session } from '../../shared/session/session.ts';

const EVERY_MILLISECONDS = 4_000;
const SELDOM_MILLISECONDS = 60_000;

/**
 * Whether the agreements in force are others than those that an answer was given under. Asked every few seconds while
 * the page is looked at, and more seldom while there is no answer to that.
 * @param digest of the agreements that the answer was given under; undefined: there is nothing to compare
 */
export function useNews(digest: string | undefined): boolean {
  const [current, setCurrent] = useState<string>();
  const reachable = useHeld(connection) === 'there';
  useEffect(() => {
    setCurrent(undefined);
    return digest !== undefined && reachable ? watch(setCurrent) : undefined;
  }, [digest, reachable]);
  return digest !== undefined && current !== undefined && current !== digest;
}

function watch(tell: (digest: string) => void): () => void {
  const stop = new AbortController();
  let wait = EVERY_MILLISECONDS;
  let timer: ReturnType<typeof setTimeout>;
  const look = async () => {
    if (document.visibilityState === 'visible') {
      const digest = await digestNow(stop.signal).catch(() => undefined);
      if (digest !== undefined && !stop.signal.aborted) tell(digest);
      wait = digest === undefined ? Math.min(wait * 2, SELDOM_MILLISECONDS) : EVERY_MILLISECONDS;
    }
    if (!stop.signal.aborted) timer = setTimeout(() => void look(), wait);
  };
  timer = setTimeout(() => void look(), wait);
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}

async function digestNow(signal: AbortSignal): Promise<string | undefined> {
  const { viewer } = session.get();
  const outcome = await askAs<{ ruleset: { digest: string } }>({ viewer }, { query: '{ ruleset { digest } }' }, signal);
  return outcome.is === 'answered' ? outcome.data.ruleset.digest : undefined;
}
