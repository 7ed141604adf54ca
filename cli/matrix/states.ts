import type { MatrixCell } from '../../policy/matrix.ts';

/** What a cell of the matrix says, as readers tell cells apart: by a sign and a word, never by colour alone. */
export type State = 'open' | 'some' | 'treated' | 'contact' | 'exists' | 'silent' | 'closed';

/** Every state, its sign, and what it means. */
export const STATES: Readonly<Record<State, { readonly sign: string; readonly meaning: string }>> = {
  open: { sign: '●', meaning: 'shown wherever its object appears' },
  some: { sign: '◐', meaning: 'shown on some objects, as their labels say' },
  treated: { sign: '◒', meaning: 'shown, but never in full: masked or generalised' },
  contact: { sign: '☎', meaning: 'not shown; who searches by it learns that there is something, and whom to call' },
  exists: { sign: '∃', meaning: 'not shown; who searches by it learns that there is something, and no more' },
  silent: { sign: '◌', meaning: 'not shown; who searches by it learns nothing, and the originator is told' },
  closed: { sign: '·', meaning: 'not shown; the word beside it says why' },
};

/** The state of a cell. */
export function stateOf({ disclosure, treatments, found }: MatrixCell): State {
  if (disclosure === 'CLOSED') return found ? FOUND[found] : 'closed';
  if (treatments[0] !== 'full') return 'treated';
  return disclosure === 'OPEN' ? 'open' : 'some';
}

const FOUND = { CONTACT: 'contact', EXISTS: 'exists', SILENT: 'silent' } as const;

/** What a cell says in few words: `some`, `masked, some`, `withheld`. */
export function wordOf(cell: MatrixCell): string {
  const state = stateOf(cell);
  if (state === 'closed') return CLOSED[cell.reason ?? ''] ?? 'closed';
  if (state !== 'treated') return state;
  return [...cell.treatments, ...(cell.disclosure === 'CONDITIONAL' ? ['some'] : [])].join(', ');
}

/** Why nothing is shown, in a word or two. No clause at all: the sign alone says it. */
const CLOSED: Readonly<Record<string, string>> = {
  NOT_COVERED: '',
  PURPOSE_NOT_COVERED: 'other purpose',
  VIEWER_NOT_COVERED: 'other viewers',
  STAGE_NOT_REACHED: 'later stage',
  QUOTA_SPENT: 'quota spent',
  NOTICE_AWAITED: 'waits for a release or a consent',
  NOT_IN_FORCE: 'not in force',
  WITHHELD_BY_CLAUSE: 'withheld',
};
