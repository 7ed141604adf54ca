import { escalationsOf } from '../../../policy/deconfliction.ts';
import { purposes } from '../../../schema/purposes.ts';
import type { ConflictNotification } from '../../../platform/notifications/notification.ts';
import { INSERT_NOTIFICATIONS, conflictNotificationRow } from '../../../platform/notifications/store.ts';
import { tellings, type InForce } from '../conflicts/meeting.ts';
import { notificationsOf } from '../conflicts/notifications.ts';
import { SELECT_CONFLICTS, meetingIn, type ConflictRow } from '../conflicts/row.ts';
import type { Transaction } from '../store/database.ts';

/** At once, so that one replica does not keep the others waiting. */
const MOST = 200;

/**
 * Tells of answers that are overdue, once: those who are told of the conflict, and the coordinator of the group under
 * whose duty the answer was due, who learns that one is overdue and no more. Several replicas may do it at once.
 * @returns whether there was any
 */
export async function escalate(transaction: Transaction, inForce: InForce, now: Date): Promise<boolean> {
  const { rows } = await transaction.query<ConflictRow>(OVERDUE, [now, MOST]);
  if (rows.length === 0) return false;
  const owed = rows.filter((row) => isOwed(row, inForce, now));
  await transaction.query(ESCALATE, [
    owed.map(({ id }) => id),
    now,
    JSON.stringify(owed.flatMap((row) => newsOf(row, inForce, now)).map(conflictNotificationRow)),
    rows.filter((row) => !owed.includes(row)).map(({ id }) => id),
  ]);
  return true;
}

/** By the agreements as they stand: whoever owes an answer is still told, and still has a time to answer. */
function isOwed(row: ConflictRow, inForce: InForce, now: Date): boolean {
  const told = tellings(meetingIn(row), inForce);
  return row.sides.some(
    ({ agency, role, outcome, dueAt }) =>
      role !== 'COORDINATOR' &&
      outcome === null &&
      dueAt !== null &&
      new Date(dueAt) <= now &&
      told.some((telling) => telling.agency === agency && telling.answerHours !== undefined),
  );
}

function newsOf(row: ConflictRow, inForce: InForce, now: Date): readonly ConflictNotification[] {
  const meeting = meetingIn(row);
  const news = { id: row.id, meeting, tellings: tellings(meeting, inForce), ruleset: inForce.digest, at: now };
  const coordinators = escalationsOf(meeting, inForce.duties, purposes).map(
    ({ agency, clauses }): ConflictNotification => ({
      ...{ at: now, originator: agency, kind: 'conflict-escalated', recipient: null, conflict: null },
      ...{ clauses, ruleset: inForce.digest },
    }),
  );
  return [...notificationsOf('conflict-escalated', news), ...coordinators];
}

const OVERDUE = `${SELECT_CONFLICTS}
  WHERE status <> 'RESOLVED' AND escalated_at IS NULL AND conflict.id IN (
    SELECT conflict FROM side WHERE due_at <= $1 AND answered_at IS NULL AND role <> 'COORDINATOR')
  ORDER BY conflict.arrived LIMIT $2 FOR UPDATE OF conflict SKIP LOCKED`;

/** What is owed no longer is not looked at again. */
const ESCALATE = `
  WITH escalated AS (
    UPDATE conflict SET escalated_at = $2 WHERE id = ANY ($1::uuid[])
  ), history AS (
    INSERT INTO entry (conflict, at, event) SELECT id, $2, 'ESCALATED' FROM unnest($1::uuid[]) AS escalated (id)
  ), forgotten AS (
    UPDATE side SET due_at = NULL WHERE conflict = ANY ($4::uuid[])
  )
  ${INSERT_NOTIFICATIONS.before} $3::jsonb ${INSERT_NOTIFICATIONS.after}`;
