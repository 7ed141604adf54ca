import { escalationsOf, type Telling } from '../../../policy/deconfliction.ts';
import { purposes } from '../../../schema/purposes.ts';
import type { ConflictNotification } from '../../../platform/notifications/notification.ts';
import { earliest, owedAnswers, type DueAnswer } from '../conflicts/due.ts';
import { holdConflicts } from '../conflicts/hold.ts';
import { tellings, type InForce } from '../conflicts/meeting.ts';
import { notificationsOf } from '../conflicts/notifications.ts';
import { meetingIn, type ConflictRow } from '../conflicts/row.ts';
import { reachedBy } from '../conflicts/words.ts';
import { writeConflicts, type ConflictChange } from '../conflicts/write.ts';
import type { Transaction } from '../store/database.ts';

/** At once, so that one replica does not keep the others waiting. */
const MOST = 200;

/**
 * Tells of answers that are overdue, each side once: those whom the clause tells under which the answer was due, and the
 * coordinator of its group, who learns that one is overdue and no more. They learn since when. Several replicas may do it
 * at once.
 * @returns whether there was any
 */
export async function escalate(transaction: Transaction, inForce: InForce, now: Date): Promise<boolean> {
  const rows = await holdConflicts(transaction, LOCK_OVERDUE, [now, MOST]);
  if (rows.length === 0) return false;
  await writeConflicts(
    transaction,
    rows.map((row) => escalated(row, inForce, now)),
  );
  return true;
}

/** By the agreements as they stand: whoever owes an answer is still told, and still has a time to answer. */
function escalated(row: ConflictRow, inForce: InForce, now: Date): ConflictChange {
  const told = tellings(meetingIn(row), inForce);
  const overdue = owedAnswers(row, told).filter(({ at }) => at <= now);
  const hearing = reachedBy(row, told).flatMap((telling) => {
    const side = row.sides.find(({ agency, escalatedAt }) => agency === telling.agency && escalatedAt === null);
    const since = side ? sinceWhen(overdue, telling.clauses) : null;
    return side && since ? [{ telling, since: later(since, new Date(side.toldAt)) }] : [];
  });
  const sides = row.sides.map((side) => {
    const heard = hearing.find(({ telling }) => telling.agency === side.agency);
    return heard ? { ...side, escalatedAt: heard.since.toISOString() } : side;
  });
  return {
    row: { ...row, sides, overdue: [...new Set([...row.overdue, ...overdue.map(({ clause }) => clause)])] },
    tellings: told,
    history: hearing.map(({ telling, since }) => ({ event: 'ESCALATED', at: since, told: [telling.agency] })),
    notifications: [...toSides(row, hearing, inForce), ...toCoordinators(row, overdue, inForce)],
  };
}

interface Hearing {
  readonly telling: Telling;
  /** Since when an answer is overdue under a clause that tells it. */
  readonly since: Date;
}

function toSides(row: ConflictRow, hearing: readonly Hearing[], inForce: InForce): readonly ConflictNotification[] {
  return hearing.flatMap(({ telling, since }) =>
    notificationsOf('conflict-escalated', { conflict: row, tellings: [telling], inForce, at: since }),
  );
}

function toCoordinators(
  row: ConflictRow,
  overdue: readonly DueAnswer[],
  { duties, digest }: InForce,
): readonly ConflictNotification[] {
  return escalationsOf(meetingIn(row), duties, purposes).flatMap(({ agency, clauses: due }) => {
    const clauses = due.filter((id) => overdue.some(({ clause }) => clause === id));
    const at = sinceWhen(overdue, clauses);
    const base = { originator: agency, kind: 'conflict-escalated', recipient: null, conflict: null } as const;
    return at ? [{ ...base, at, clauses, ruleset: digest }] : [];
  });
}

/** To a side it is overdue since it was told, at the earliest. */
function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

function sinceWhen(overdue: readonly DueAnswer[], clauses: readonly string[]): Date | null {
  return earliest(overdue.filter(({ clause }) => clauses.includes(clause)));
}

export const LOCK_OVERDUE =
  'SELECT id FROM conflict WHERE escalates_at <= $1 ORDER BY escalates_at LIMIT $2 FOR UPDATE SKIP LOCKED';
