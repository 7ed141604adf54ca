import type { ConflictStatus, SideRow } from './row.ts';

/**
 * How a conflict stands by what those say who are told: resolved when one stands down, or all parties say the same;
 * acknowledged when all have said that they know. Where no party is told, the coordinator's word counts.
 */
export function statusOf(parties: readonly SideRow[], coordinators: readonly SideRow[]): ConflictStatus {
  const deciding = parties.length > 0 ? parties : coordinators;
  if (deciding.some(({ outcome }) => outcome === 'STOOD_DOWN')) return 'RESOLVED';
  const said = new Set(deciding.map(({ outcome, first }) => `${outcome} ${first}`));
  if (said.size === 1 && deciding.every(({ outcome }) => outcome !== null)) return 'RESOLVED';
  const known = deciding.length > 0 && deciding.every(({ acknowledgedAt }) => acknowledgedAt !== null);
  return known ? 'ACKNOWLEDGED' : 'OPEN';
}
