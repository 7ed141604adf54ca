import type { Telling } from '../../../policy/deconfliction.ts';
import { CONFLICT_STATUSES, type ConflictRow, type ConflictStatus, type SideRow, type Words } from './row.ts';

/** Nothing said. */
export const SILENCE: Words = { acknowledgedAt: null, outcome: null, first: null, answeredAt: null };

/**
 * Those whose words count, with what they have said: the parties that are told; where none is, who coordinates.
 * INVARIANT: what was said before another was told does not stand for that one: it is to be said again.
 */
export function decidingIn(row: Pick<ConflictRow, 'sides'>, told: readonly Telling[]): readonly SideRow[] {
  const deciding = whoDecides(row, told);
  return row.sides
    .filter(({ agency }) => deciding.includes(agency))
    .map((side) => (deciding.every((agency) => side.heard.includes(agency)) ? side : { ...side, ...SILENCE }));
}

/** How a conflict stands by what those have said whose words count. */
export function statusBy(row: Pick<ConflictRow, 'sides'>, told: readonly Telling[]): ConflictStatus {
  return statusOf(decidingIn(row, told));
}

/** How it stands now: as it was settled, but no further than those agree who decide, where one of them was not told then. */
export function statusNow(
  row: Pick<ConflictRow, 'sides' | 'status' | 'told'>,
  told: readonly Telling[],
): ConflictStatus {
  return joinedBy(row, told).length > 0 ? lower(row.status, statusBy(row, told)) : row.status;
}

/** Those who decide, and were not told when the conflict was told last. */
export function joinedBy(row: Pick<ConflictRow, 'sides' | 'told'>, told: readonly Telling[]): readonly string[] {
  return whoDecides(row, told).filter((agency) => !row.told.includes(agency));
}

/** Of those who are told by the agreements, the ones who have been told already. */
export function reachedBy({ sides }: Pick<ConflictRow, 'sides'>, told: readonly Telling[]): readonly Telling[] {
  return told.filter(({ agency }) => sides.some((side) => side.agency === agency));
}

function lower(one: ConflictStatus, other: ConflictStatus): ConflictStatus {
  return CONFLICT_STATUSES.indexOf(one) < CONFLICT_STATUSES.indexOf(other) ? one : other;
}

function whoDecides(row: Pick<ConflictRow, 'sides'>, told: readonly Telling[]): readonly string[] {
  const reached = reachedBy(row, told);
  const parties = reached.filter(({ role }) => role !== 'COORDINATOR');
  return (parties.length > 0 ? parties : reached).map(({ agency }) => agency);
}

/** Resolved when one stands down, or all say the same; acknowledged when all have said that they know. */
function statusOf(deciding: readonly SideRow[]): ConflictStatus {
  if (deciding.some(({ outcome }) => outcome === 'STOOD_DOWN')) return 'RESOLVED';
  const said = new Set(deciding.map(({ outcome, first }) => `${outcome} ${first}`));
  if (said.size === 1 && deciding.every(({ outcome }) => outcome !== null)) return 'RESOLVED';
  const known = deciding.length > 0 && deciding.every(({ acknowledgedAt }) => acknowledgedAt !== null);
  return known ? 'ACKNOWLEDGED' : 'OPEN';
}
