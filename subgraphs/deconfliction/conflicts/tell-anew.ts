import type { Telling } from '../../../policy/deconfliction.ts';
import { digestOfDuties } from './duties-digest.ts';
import { tellings, type InForce } from './meeting.ts';
import { notificationsOf } from './notifications.ts';
import { meetingIn, type ConflictRow } from './row.ts';
import { everybody, withNewClauses, withTimeAnew } from './sides.ts';
import { SILENCE, decidingIn, joinedBy, statusBy, statusNow } from './words.ts';
import type { ConflictChange, Happening } from './write.ts';

/** The agreements as they stand at an instant. */
export interface Occasion {
  readonly inForce: InForce;
  /** Digest of the duties. */
  readonly duties: string;
  readonly now: Date;
}

export function occasionOf(inForce: InForce, now: Date): Occasion {
  return { inForce, duties: digestOfDuties(inForce.duties), now };
}

/**
 * A conflict as it is told by the agreements as they stand, to whoever was told before and to whoever was not. It starts
 * anew, with all that is owed, where another party is told, and where what was over is no longer.
 * INVARIANT: who is told now learns nothing that was before: no time, no word and no deadline.
 * @param besides agencies that are not told of this one
 */
export function tellAnew(
  row: ConflictRow,
  { inForce, duties, now }: Occasion,
  besides: readonly string[] = [],
): ConflictChange {
  const told = tellings(meetingIn(row), inForce).filter(({ agency }) => !besides.includes(agency));
  const resumed = row.over_at !== null && !hasLapsed(row, now) ? resume(row, told) : row;
  const joined = { ...resumed, sides: everybody(resumed, told, now) };
  const status = statusNow(joined, told);
  const reopened = status !== row.status;
  const anew = reopened || startsAnew(row, joinedBy(joined, told));
  const sides = anew
    ? startedAnew(joined, told, now)
    : joined.sides.map((side) => withNewClauses(side, row, told, now));
  const next = {
    ...joined,
    sides,
    status,
    overdue: anew ? [] : row.overdue,
    told: told.map(agencyOf),
    told_by: duties,
  };
  const isNew = ({ agency }: Telling) => !row.sides.some((side) => side.agency === agency);
  const spoken = told.filter((telling) => reopened || isNew(telling));
  return {
    row: next,
    tellings: told,
    history: [...(reopened ? [reopening(row, told, now)] : []), ...told.filter(isNew).map((one) => opening(one, now))],
    notifications: notificationsOf('conflict', { conflict: row, tellings: spoken, inForce, at: now }),
  };
}

/** Whether one of the two is over. */
export function hasLapsed({ lapses_at }: ConflictRow, now: Date): boolean {
  return lapses_at !== null && lapses_at <= now;
}

/** What the parties had agreed still holds; what had only come to its end is open again, and nothing is said. */
function resume(row: ConflictRow, told: readonly Telling[]): ConflictRow {
  const agreed = statusBy(row, told) === 'RESOLVED';
  const sides = agreed ? row.sides : row.sides.map((side) => ({ ...side, ...SILENCE }));
  return { ...row, sides, status: agreed ? 'RESOLVED' : 'OPEN', over_at: null };
}

/** A party is told that never was; or is again, and has not heard that an answer was overdue meanwhile. */
function startsAnew({ sides, overdue }: ConflictRow, joined: readonly string[]): boolean {
  return joined.some((agency) => {
    const side = sides.find((one) => one.agency === agency);
    return !side || (overdue.length > 0 && side.escalatedAt === null);
  });
}

/** With what still stands of what was said, and all times from now on. */
function startedAnew(row: ConflictRow, told: readonly Telling[], now: Date): ConflictRow['sides'] {
  const standing = decidingIn(row, told);
  return row.sides.map((side) => {
    const words = standing.find(({ agency }) => agency === side.agency) ?? side;
    return { ...withTimeAnew(words, told, now), answers: 0 };
  });
}

/** For those who knew how it stood before. */
function reopening(before: ConflictRow, told: readonly Telling[], at: Date): Happening {
  return { event: 'REOPENED', at, told: told.map(agencyOf).filter((agency) => before.told.includes(agency)) };
}

/** For each side by itself: what there was before it was told is nothing to it. */
function opening({ agency }: Telling, at: Date): Happening {
  return { event: 'OPENED', at, told: [agency] };
}

function agencyOf({ agency }: Telling): string {
  return agency;
}
