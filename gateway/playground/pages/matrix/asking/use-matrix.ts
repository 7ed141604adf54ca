import { useEffect, useState } from 'react';
import { viewerKey } from '../../shared/session/session.ts';
import type { Session } from '../../shared/session/who.ts';
import { changesBetween, type Changes } from '../model/changes.ts';
import type { Matrix } from '../model/matrix.ts';
import type { Agency } from '../model/question.ts';
import { askMatrix } from './ask-matrix.ts';
import type { Told } from '../../shared/told.ts';

/** A viewer's matrix, and what the last change of agreements did to it. */
export interface MatrixState {
  readonly told: Told<Matrix>;
  /** The one before, of the same viewer and purpose; undefined: nothing has changed. */
  readonly before: Matrix | undefined;
  readonly changes: Changes | undefined;
  /** What is shown is of other agreements: the answer is on its way. */
  readonly stale: boolean;
}

interface Kept {
  readonly key: string;
  readonly told: Told<Matrix>;
  readonly before: Matrix | undefined;
}

/**
 * The matrix of a viewer and a purpose, asked again when either changes, or agreements do.
 * @param session undefined: nobody is to be asked for
 */
export function useMatrix(session: Session | undefined, agencies: readonly Agency[], digest: string): MatrixState {
  const [kept, setKept] = useState<Kept>({ key: '', told: { is: 'loading' }, before: undefined });
  const [askedFor, setAskedFor] = useState('');
  const key = session ? `${viewerKey(session.viewer)} ${JSON.stringify(session.purpose)}` : '';
  const wanted = `${key} ${digest} ${agencies.length}`;
  useEffect(() => {
    if (!session?.viewer || agencies.length === 0) return;
    const stop = new AbortController();
    const codes = agencies.map(({ code }) => code);
    askMatrix(session, codes, stop.signal).then(
      (told) => {
        setKept((before) => ({ key, told, before: earlier(before, key, told) }));
        setAskedFor(wanted);
      },
      () => undefined,
    );
    return () => stop.abort();
  }, [wanted]);
  const told = toldTo(session, kept, key);
  const before = told.is === 'told' ? kept.before : undefined;
  const changes = before && told.is === 'told' ? changesBetween(before, told.value) : undefined;
  return { told, before, changes, stale: askedFor !== wanted };
}

/** INVARIANT: what was told to one viewer, or for one purpose, is not shown under the name of another. */
function toldTo(session: Session | undefined, kept: Kept, key: string): Told<Matrix> {
  if (!session?.viewer) return { is: 'nobody' };
  return kept.key === key ? kept.told : { is: 'loading' };
}

/** What the same viewer saw under other agreements. */
function earlier(before: Kept, key: string, told: Told<Matrix>): Matrix | undefined {
  if (before.key !== key || before.told.is !== 'told' || told.is !== 'told') return undefined;
  return before.told.value.ruleset === told.value.ruleset ? before.before : before.told.value;
}
