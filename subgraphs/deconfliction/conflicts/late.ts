import { tellings, type InForce } from './meeting.ts';
import { meetingIn, type ConflictRow } from './row.ts';

/**
 * The parties that a conflict is told to for the first time, though it has them the other way round than they would have
 * met by that: to who is told by a duty that comes later, the originator is who declared first.
 */
export function toldLate(row: ConflictRow, inForce: InForce): readonly string[] {
  if (!row.against_order) return [];
  return tellings(meetingIn(row), inForce)
    .filter(({ agency, role }) => role !== 'COORDINATOR' && !row.sides.some((side) => side.agency === agency))
    .map(({ agency }) => agency);
}
