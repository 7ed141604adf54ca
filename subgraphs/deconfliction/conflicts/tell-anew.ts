import type { Telling } from '../../../policy/deconfliction.ts';
import { digestOfDuties } from './duties-digest.ts';
import { tellings, type InForce } from './meeting.ts';
import { notificationsOf } from './notifications.ts';
import { meetingIn, type ConflictRow, type SideRow } from './row.ts';
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
 */
export function tellAnew(row: ConflictRow, { inForce, duties, now }: Occasion): ConflictChange {
  const told = tellings(meetingIn(row), inForce);
  const resumed = isOver(row) && !hasLapsed(row, now) ? resume(row, told) : row;
  const status = statusNow(resumed, told);
  const reopened = status !== row.status;
  const anew = reopened || startsAnew(row, told);
  const sides = everybody(resumed, told, now).map((side) =>
    anew ? fresh(side, resumed, told, now) : { ...side, toldOf: toldOf(side, row, told, now) },
  );
  const next = {
    ...resumed,
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
    history: [...reopening(reopened, row, told, now), ...told.filter(isNew).map(({ agency }) => opening(agency, now))],
    notifications: notificationsOf('conflict', { conflict: row, tellings: spoken, inForce, at: now }),
  };
}

function isOver({ over_at }: ConflictRow): boolean {
  return over_at !== null;
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
function startsAnew(row: ConflictRow, told: readonly Telling[]): boolean {
  return joinedBy(row, told).some((agency) => {
    const side = row.sides.find((one) => one.agency === agency);
    return !side || (row.overdue.length > 0 && side.escalatedAt === null);
  });
}

/** Those who were told, and those who are. */
function everybody({ sides }: ConflictRow, told: readonly Telling[], now: Date): readonly SideRow[] {
  const added = told.filter(({ agency }) => !sides.some((side) => side.agency === agency));
  return [...sides, ...added.map(({ agency, role }) => newSide(agency, role, now))];
}

function newSide(agency: string, role: SideRow['role'], now: Date): SideRow {
  const nothing = { toldOf: {}, heard: [], escalatedAt: null, answers: 0, notes: 0, ...SILENCE };
  return { agency, role, toldAt: now.toISOString(), ...nothing };
}

/** With what still stands of its words, and all times from now on. */
function fresh(side: SideRow, { sides }: ConflictRow, told: readonly Telling[], now: Date): SideRow {
  const words = decidingIn({ sides }, told).find(({ agency }) => agency === side.agency) ?? side;
  const clauses = told.find(({ agency }) => agency === side.agency)?.clauses ?? [];
  const times = Object.fromEntries(clauses.map((clause) => [clause, now.toISOString()]));
  return { ...words, toldOf: times, escalatedAt: null, answers: 0 };
}

/** A clause that tells a side for the first time does so now. Of one that does so again, the first time counts. */
function toldOf(side: SideRow, row: ConflictRow, told: readonly Telling[], now: Date): SideRow['toldOf'] {
  const clauses = told.find(({ agency }) => agency === side.agency)?.clauses ?? [];
  const since = row.told_by === '' ? side.toldAt : now.toISOString();
  return { ...Object.fromEntries(clauses.map((clause) => [clause, since])), ...side.toldOf };
}

/** For those who knew how it stood before. */
function reopening(reopened: boolean, before: ConflictRow, told: readonly Telling[], at: Date): readonly Happening[] {
  const knew = told.map(agencyOf).filter((agency) => before.told.includes(agency));
  return reopened ? [{ event: 'REOPENED', at, told: knew }] : [];
}

/** For each side by itself: what there was before it was told is nothing to it. */
function opening(agency: string, at: Date): Happening {
  return { event: 'OPENED', at, told: [agency] };
}

function agencyOf({ agency }: Telling): string {
  return agency;
}
