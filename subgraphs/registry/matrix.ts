import type { Grant, Reason } from '../../policy/grant.ts';
import type { ClauseId } from '../../policy/rule.ts';
import { contract, type Coordinate, type Treatment } from '../../schema/contract.ts';

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
  NOT_IN_FORCE: 'A clause of an agreement that is not in force for both agencies would share it.',
  WITHHELD_BY_CLAUSE: 'A clause withholds it.',
  ROW_CONDITION: 'Clauses show it on some objects only.',
};

/** What one viewer may see of one field of one originator, for one purpose. */
export interface MatrixCell {
  readonly coordinate: Coordinate;
  readonly category: string;
  readonly disclosure: keyof typeof OPENNESS;
  readonly treatments: readonly Treatment[];
  readonly clauses: readonly ClauseId[];
  readonly reason: Reason | null;
}

/** What the grant says of every governed field of an originator. It is computed from clauses alone, never from data. */
export function matrixOf(originator: string, grant: Grant): readonly MatrixCell[] {
  return [...contract.governed.values()].map(({ coordinate, category = '' }) => {
    const { shares, treatments } = grant.cell(originator, coordinate);
    const why = grant.reason(originator, coordinate);
    const disclosure = opennessOf(why?.reason);
    return {
      coordinate,
      category,
      disclosure,
      treatments: disclosure === 'CLOSED' ? [] : treatments.map(({ treatment }) => treatment),
      clauses: why?.clauses ?? shares,
      reason: why?.reason ?? null,
    };
  });
}

function opennessOf(reason: Reason | undefined): keyof typeof OPENNESS {
  if (reason === undefined) return 'OPEN';
  return reason === 'ROW_CONDITION' ? 'CONDITIONAL' : 'CLOSED';
}
