import { useEffect, useState } from 'react';
import { connection } from './connection.ts';
import { useHeld } from './held.ts';
import { askAs } from './session/ask-as.ts';
import { viewerKey } from './session/session.ts';
import type { Viewer } from './session/who.ts';
import { watch } from './watch.ts';

/**
 * The digest of the agreements that are in force, asked again and again while the page is looked at and the gateway can
 * be reached. Undefined: not asked yet.
 * @param viewer who asks; undefined: nobody, and nothing is asked
 * @param since what the page was told last: another digest counts only if it was asked for after that
 */
export function useDigest(viewer: Viewer | undefined, since: string | undefined): string | undefined {
  const [{ of, digest }, setFound] = useState<Found>({ of: '', digest: undefined });
  const there = useHeld(connection) === 'there';
  const key = `${viewerKey(viewer)} ${since}`;
  useEffect(() => {
    if (!viewer || !there) return;
    return watch({
      look: (stopped) => digestNow(viewer, stopped),
      tell: (found) => setFound({ of: key, digest: found }),
      isSeen: () => document.visibilityState === 'visible',
    });
    // INVARIANT: `viewer` is the same for equal keys.
  }, [key, there]);
  return of === key ? digest : undefined;
}

interface Found {
  readonly of: string;
  readonly digest: string | undefined;
}

async function digestNow(viewer: Viewer, stopped: AbortSignal): Promise<string | undefined> {
  const outcome = await askAs<{ ruleset: { digest: string } }>(
    { viewer },
    { query: '{ ruleset { digest } }' },
    stopped,
  );
  return outcome.is === 'answered' ? outcome.data.ruleset.digest : undefined;
}
