import { INSERT_NOTIFICATIONS, conflictNotificationRow } from '../../../platform/notifications/store.ts';
import { tellings, type InForce } from '../conflicts/meeting.ts';
import { notificationsOf } from '../conflicts/notifications.ts';
import { SELECT_CONFLICTS, meetingIn, type ConflictRow } from '../conflicts/row.ts';
import type { Transaction } from '../store/database.ts';

/** At once, so that one replica does not keep the others waiting. */
const MOST = 200;

/**
 * Resolves conflicts of which one side is over: a target has ended, an operation was called off, or both have taken place.
 * Those who are told of them hear it. Several replicas may do it at once.
 * @returns whether there was any
 */
export async function settleOver(transaction: Transaction, inForce: InForce, now: Date): Promise<boolean> {
  const { rows } = await transaction.query<ConflictRow>(OVER, [now, MOST]);
  if (rows.length === 0) return false;
  const notifications = rows.flatMap((row) => {
    const meeting = meetingIn(row);
    const news = { id: row.id, meeting, tellings: tellings(meeting, inForce), ruleset: inForce.digest, at: now };
    return notificationsOf('conflict-answered', news);
  });
  await transaction.query(SETTLE, [
    rows.map(({ id }) => id),
    now,
    JSON.stringify(notifications.map(conflictNotificationRow)),
  ]);
  return true;
}

const OVER = `${SELECT_CONFLICTS}
  WHERE status <> 'RESOLVED' AND (
    theirs.ended_at IS NOT NULL OR ours.ended_at IS NOT NULL OR theirs.until <= $1 OR ours.until <= $1
    OR greatest(upper(theirs.span), upper(ours.span)) <= $1)
  ORDER BY conflict.arrived LIMIT $2 FOR UPDATE OF conflict SKIP LOCKED`;

const SETTLE = `
  WITH settled AS (
    UPDATE conflict SET status = 'RESOLVED', over_at = $2 WHERE id = ANY ($1::uuid[])
  ), history AS (
    INSERT INTO entry (conflict, at, event) SELECT id, $2, 'OVER' FROM unnest($1::uuid[]) AS over (id)
  )
  ${INSERT_NOTIFICATIONS.before} $3::jsonb ${INSERT_NOTIFICATIONS.after}`;
