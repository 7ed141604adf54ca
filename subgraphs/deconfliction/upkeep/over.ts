import { holdConflicts } from '../conflicts/hold.ts';
import { tellings, type InForce } from '../conflicts/meeting.ts';
import { notificationsOf } from '../conflicts/notifications.ts';
import { meetingIn, type ConflictRow } from '../conflicts/row.ts';
import { reachedBy } from '../conflicts/words.ts';
import { writeConflicts, type ConflictChange } from '../conflicts/write.ts';
import type { Transaction } from '../store/database.ts';

/** At once, so that one replica does not keep the others waiting. */
const MOST = 200;
const MOST_ENDED = 20;

/**
 * Settles conflicts of which one side is over: a target has ended, an operation was called off, or both have taken place.
 * Those who are told of them hear it, unless they had resolved it before. Several replicas may do it at once.
 * @returns whether there was any
 */
export async function settleOver(transaction: Transaction, inForce: InForce, now: Date): Promise<boolean> {
  const ended = await findEnded(transaction);
  const rows = await holdConflicts(transaction, LOCK_LAPSED, [now, MOST]);
  if (rows.length === 0) return ended;
  await writeConflicts(
    transaction,
    rows.map((row) => over(row, inForce, now)),
  );
  return true;
}

function over(row: ConflictRow, inForce: InForce, now: Date): ConflictChange {
  const told = reachedBy(row, tellings(meetingIn(row), inForce));
  const news = row.status === 'RESOLVED' ? [] : told;
  return {
    row: { ...row, status: 'RESOLVED', over_at: now },
    tellings: told,
    history: [{ event: 'OVER', at: now, told: told.map(({ agency }) => agency) }],
    notifications: notificationsOf('conflict-answered', { conflict: row, tellings: news, inForce, at: now }),
  };
}

/**
 * Passes on to conflicts, part by part, what has ended. INVARIANT: who opens a conflict keeps its declarations from being
 * locked here, so that none is passed over; and ending takes the same work whatever conflicts there are.
 */
async function findEnded(transaction: Transaction): Promise<boolean> {
  const { rows } = await transaction.query<{ id: string }>(ENDED, [MOST_ENDED]);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return false;
  await transaction.query(PASS_ON, [ids, MOST]);
  await transaction.query(SETTLED, [ids]);
  return true;
}

export const ENDED = `
  SELECT id FROM declaration WHERE ended_at IS NOT NULL AND end_settled IS DISTINCT FROM ended_at
  ORDER BY ended_at LIMIT $1 FOR UPDATE SKIP LOCKED`;

const IN_THESE = `
  SELECT conflict.id, ended.ended_at FROM declaration AS ended
  JOIN conflict ON ended.id IN (originator_declaration, searcher_declaration)
  WHERE ended.id = ANY ($1::uuid[]) AND over_at IS NULL AND (lapses_at IS NULL OR lapses_at > ended.ended_at)
  LIMIT $2 FOR UPDATE OF conflict SKIP LOCKED`;

export const PASS_ON = `
  UPDATE conflict SET lapses_at = found.ended_at FROM (${IN_THESE}) AS found WHERE conflict.id = found.id`;

export const SETTLED = `
  UPDATE declaration SET end_settled = ended_at
  WHERE id = ANY ($1::uuid[]) AND NOT EXISTS (
    SELECT FROM conflict WHERE declaration.id IN (originator_declaration, searcher_declaration) AND over_at IS NULL
      AND (lapses_at IS NULL OR lapses_at > declaration.ended_at))`;

export const LOCK_LAPSED = `
  SELECT id FROM conflict WHERE over_at IS NULL AND lapses_at <= $1 ORDER BY lapses_at LIMIT $2 FOR UPDATE SKIP LOCKED`;
