import type { Telling } from '../../../policy/deconfliction.ts';
import { tellings, type InForce } from './meeting.ts';
import { meetingIn, type ConflictRow, type SideRow } from './row.ts';

/** A conflict as one agency may see it, by the agreements as they stand. */
export interface SeenConflict {
  readonly row: ConflictRow;
  /** What tells the agency of it. */
  readonly telling: Telling;
  /** What the agency itself has said. */
  readonly own: SideRow;
  /** The parties of whom it is told, itself among them, if it is one. */
  readonly parties: readonly SideRow[];
  /** It waits for an answer. */
  readonly waits: boolean;
}

/**
 * What an agency may see of a conflict; undefined: that there is one it may not know.
 * INVARIANT: agreements decide each time anew. One that has ended shows no more, and what it told stays as it is.
 */
export function seenBy(agency: string, row: ConflictRow, inForce: InForce): SeenConflict | undefined {
  const told = tellings(meetingIn(row), inForce);
  const telling = told.find((one) => one.agency === agency);
  const own = row.sides.find((side) => side.agency === agency);
  if (!telling || !own) return undefined;
  const parties = partiesIn(row, told);
  return { row, telling, own, parties, waits: telling.hold && waits(row, own, parties) };
}

/** The parties that are told of a conflict, with what they said: those whose answers count. */
export function partiesIn({ sides }: ConflictRow, told: readonly Telling[]): readonly SideRow[] {
  return sides.filter(({ agency, role }) => role !== 'COORDINATOR' && told.some((one) => one.agency === agency));
}

/** Until the other side has answered; where it is not told, until this one has said that it knows. */
function waits({ status }: ConflictRow, own: SideRow, parties: readonly SideRow[]): boolean {
  if (status === 'RESOLVED' || own.role === 'COORDINATOR') return false;
  const others = parties.filter(({ agency }) => agency !== own.agency);
  return others.length > 0 ? others.some(({ outcome }) => outcome === null) : own.acknowledgedAt === null;
}
