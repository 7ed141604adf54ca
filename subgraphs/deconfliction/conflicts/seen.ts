import type { Telling } from '../../../policy/deconfliction.ts';
import { earliest, dueAnswers } from './due.ts';
import { tellings, type InForce } from './meeting.ts';
import { SILENCE, decidingIn, statusNow } from './words.ts';
import { meetingIn, type ConflictRow, type ConflictStatus, type SideRow } from './row.ts';
import { waits } from './waits.ts';

/** Who looks, under which agreements, and when. */
export interface Looking {
  readonly agency: string;
  readonly inForce: InForce;
  readonly now: Date;
}

/** A conflict as one agency may see it, by the agreements as they stand. */
export interface SeenConflict {
  readonly row: ConflictRow;
  readonly status: ConflictStatus;
  /** Who is told by the agreements as they stand, and what of it tells the agency itself. */
  readonly told: readonly Telling[];
  readonly telling: Telling;
  /** The agency itself, with what it has said that stands. */
  readonly own: SideRow;
  /** When answers are due; null: no time is set. */
  readonly answerBy: Date | null;
  /** The parties of whom it is told, itself among them, if it is one, with what they have said since it is told. */
  readonly parties: readonly SideRow[];
  /** It waits, as an agreement demands. */
  readonly waits: boolean;
  /** It has said that its own work stops. */
  readonly stoodDown: boolean;
}

/**
 * What an agency may see of a conflict; undefined: that there is one it may not know.
 * INVARIANT: agreements decide each time anew. One that has ended shows no more, and what it told stays as it is.
 */
export function seenBy({ agency, inForce, now }: Looking, row: ConflictRow): SeenConflict | undefined {
  const told = tellings(meetingIn(row), inForce);
  const telling = told.find((one) => one.agency === agency);
  const isOwn = (side: SideRow) => side.agency === agency;
  const kept = row.sides.find(isOwn);
  if (!telling || !kept) return undefined;
  const deciding = decidingIn(row, told);
  const own = deciding.find(isOwn) ?? kept;
  const status = row.over_at ? 'RESOLVED' : statusNow(row, told);
  const parties = deciding.filter(({ role }) => role !== 'COORDINATOR');
  return {
    ...{ row, status, told, telling, own, answerBy: earliest(dueAnswers(own, telling)) },
    parties: parties.map((side) => (side.heard.includes(agency) ? side : { ...side, ...SILENCE })),
    waits: telling.hold && waits({ row, status, own, parties, now }),
    stoodDown: own.outcome === 'STOOD_DOWN' && row.over_at === null,
  };
}
