import type { Transaction } from '../store/database.ts';
import type { Found } from '../matching/found.ts';
import { meetingOf, tellings, type DeclaredMeeting, type InForce } from './meeting.ts';
import { openConflicts } from './open.ts';

/**
 * Acts on what was found for an agency that declared something: conflicts that it is told of are opened, for all at once;
 * what others alone are told of is laid aside, to be told to them apart from this.
 * INVARIANT: an agency that is not told learns nothing: whatever was found of which it is not told, the same statements
 * run, and they write the same rows: one that says that it was checked.
 */
export async function actOn(
  transaction: Transaction,
  found: readonly Found[],
  inForce: InForce,
  now: Date,
): Promise<void> {
  const meetings = found.map(meetingOf).filter((meeting) => tellings(meeting, inForce).length > 0);
  const [told, silent] = [meetings.filter(isTold(true)), meetings.filter(isTold(false))];
  await transaction.query('INSERT INTO checked (at, found) VALUES ($1, $2::jsonb)', [now, JSON.stringify(silent)]);
  await openConflicts(transaction, told, inForce, now);

  function isTold(wanted: boolean) {
    return (meeting: DeclaredMeeting) =>
      wanted === tellings(meeting, inForce).some(({ agency }) => agency === meeting.searcher.agency);
  }
}

/** At once, so that one replica does not keep the others waiting. */
const MOST_CHECKED = 200;

/**
 * Tells those who are told of what searchers are not. Several replicas may do it at once: each takes others.
 * @returns whether there was anything
 */
export async function tellSilent(transaction: Transaction, inForce: InForce, now: Date): Promise<boolean> {
  const { rows } = await transaction.query<{ number: string; found: readonly DeclaredMeeting[] }>(UNTOLD, [
    MOST_CHECKED,
  ]);
  if (rows.length === 0) return false;
  const meetings = rows.flatMap(({ found }) => found);
  await openConflicts(
    transaction,
    meetings.filter((meeting) => tellings(meeting, inForce).length > 0),
    inForce,
    now,
  );
  await transaction.query(`UPDATE checked SET told_at = $2, found = '[]' WHERE number = ANY ($1::bigint[])`, [
    rows.map(({ number }) => number),
    now,
  ]);
  return true;
}

const UNTOLD = `
  SELECT number, found FROM checked WHERE told_at IS NULL ORDER BY number LIMIT $1 FOR UPDATE SKIP LOCKED`;
