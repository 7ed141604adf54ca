import type { Grant, Reason } from '../../policy/grant.ts';
import type { AgencyEntry } from '../../policy/parties.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import { matrixCell, type Found, type MatrixCell } from '../../policy/matrix.ts';
import { contract, type Coordinate } from '../../schema/contract.ts';
import { OWN } from './fields.ts';

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

/** Whose matrix it is. */
interface MatrixOf {
  readonly originator: AgencyEntry;
  readonly grant: Grant;
  readonly ruleset: Ruleset;
}

/**
 * What the grant says of every governed field of an originator, and of those of its own that clauses name for the
 * viewer's agency. It is computed from clauses alone, never from data.
 */
export function matrixOf(of: MatrixOf): readonly (MatrixCell & { readonly category: string })[] {
  const { originator, grant } = of;
  const contracts = [...contract.governed.values()].map(({ coordinate, category = '' }) => ({ coordinate, category }));
  const own = ownNamed(of).map((coordinate) => ({ coordinate, category: OWN }));
  return [...contracts, ...own].map(({ coordinate, category }) => ({
    ...matrixCell(originator.code, coordinate, grant),
    category,
  }));
}

/** Fields of an originator beyond the contract that clauses between it and the viewer's agency name. Sorted. */
function ownNamed({ originator: { code, prefix }, grant, ruleset }: MatrixOf): readonly Coordinate[] {
  const { agency } = grant.recipient;
  const rules = ruleset.rules.filter(({ from, to }) => from.has(code) && (agency === code || to.has(agency)));
  const named = rules.flatMap(({ coordinates }) => [...(coordinates ?? [])]);
  const roots = `Query.${prefix.charAt(0).toLowerCase()}${prefix.slice(1)}`;
  return [...new Set(named)]
    .filter((coordinate) => !contract.governed.has(coordinate))
    .filter((coordinate) => coordinate.startsWith(prefix) || coordinate.startsWith(roots))
    .sort();
}
