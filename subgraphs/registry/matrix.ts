import type { Grant, Reason } from '../../policy/grant.ts';
import { matrixCell, type Found, type MatrixCell } from '../../policy/matrix.ts';
import { contract } from '../../schema/contract.ts';

/** On which objects a field is shown, in words. */
export const OPENNESS = {
  OPEN: 'Wherever its object appears.',
  CONDITIONAL: 'On some objects, as their labels say.',
  CLOSED: 'Nowhere.',
} as const;

/** Why a field is not shown, or not everywhere, in words. */
export const REASONS: Readonly<Record<Reason, string>> = {
  NOT_COVERED: 'No clause shares it with this viewer.',
  PURPOSE_NOT_COVERED: 'A clause shares it, for another purpose.',
  VIEWER_NOT_COVERED: 'A clause shares it with viewers of another role, training or clearance.',
  STAGE_NOT_REACHED: 'A clause shares it at a later stage: after a confirmed match, for a stated offence, on release.',
  QUOTA_SPENT: 'A clause shares it, and its searches of this day are used up.',
  NOTICE_AWAITED: 'A clause shares what the originator releases or consents to, and it has not yet.',
  NOT_IN_FORCE: 'A clause of an agreement that is not in force for both agencies would share it.',
  WITHHELD_BY_CLAUSE: 'A clause withholds it.',
  ROW_CONDITION: 'Clauses show it on some objects only.',
};

/** What is told of objects that are found by a field which is not shown, in words. */
export const FOUND = {
  CONTACT: 'That they exist, and whom to call.',
  EXISTS: 'That they exist, no more.',
  SILENT: 'Nothing; their originator is told.',
} as const satisfies Readonly<Record<Found, string>>;

/** What the grant says of every governed field of an originator. It is computed from clauses alone, never from data. */
export function matrixOf(originator: string, grant: Grant): readonly (MatrixCell & { readonly category: string })[] {
  return [...contract.governed.values()].map(({ coordinate, category = '' }) => ({
    ...matrixCell(originator, coordinate, grant),
    category,
  }));
}
