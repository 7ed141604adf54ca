import { INSERT_NOTIFICATIONS, conflictNotificationRow } from '../../../platform/notifications/store.ts';
import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import { inTransaction, type Database, type Transaction } from '../store/database.ts';
import { tellings, type InForce } from './meeting.ts';
import { notificationsOf } from './notifications.ts';
import { dueAt } from './open.ts';
import { SELECT_CONFLICTS, meetingIn, type ConflictRow, type First, type Outcome, type SideRow } from './row.ts';
import { partiesIn, seenBy } from './seen.ts';
import { statusOf } from './status.ts';

/** What somebody who is told does about a conflict. */
export type Act =
  | { readonly event: 'ACKNOWLEDGED' }
  | { readonly event: 'ANSWERED'; readonly outcome: Outcome; readonly first: First | null }
  | { readonly event: 'NOTED'; readonly note: string };

/** Who does it, and to which conflict. */
export interface Acting {
  /** A random UUID, of the officer's choice: what comes again under it changes nothing. */
  readonly id: string;
  readonly conflict: string;
  readonly agency: string;
  readonly officer: string;
  readonly act: Act;
}

/**
 * Does something about a conflict, once, and tells the others who are told of it; all of it or nothing.
 * @throws DeclaredError `UNKNOWN_CONFLICT`, `BAD_ANSWER` or `ID_TAKEN`
 */
export async function actOnConflict(database: Database, acting: Acting, inForce: InForce, now: Date): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const { rows } = await transaction.query<ConflictRow>(
      `${SELECT_CONFLICTS} WHERE conflict.id = $1 FOR UPDATE OF conflict`,
      [acting.conflict],
    );
    const row = rows[0];
    const seen = row && seenBy(acting.agency, row, inForce);
    if (!seen) return refuse(DECONFLICTION_ERRORS.UNKNOWN_CONFLICT, 'there is no such conflict to be told of');
    if (isSo(acting.act, seen.own)) return;
    if (!(await writeEntry(transaction, acting, now)) || acting.act.event === 'NOTED') return;
    refuseWhenOver(acting.act, row);
    await transaction.query(SAY[acting.act.event], [acting.conflict, acting.agency, now, ...answerIn(acting.act)]);
    await settle(transaction, row, { acting, inForce, now });
  });
}

/** What is set to what it is writes no second line of history. */
function isSo(act: Act, { acknowledgedAt, outcome, first }: SideRow): boolean {
  switch (act.event) {
    case 'ACKNOWLEDGED':
      return acknowledgedAt !== null;
    case 'ANSWERED':
      return act.outcome === outcome && act.first === first;
    case 'NOTED':
      return false;
  }
}

/** @returns whether it is new; the same that came before is not */
async function writeEntry(transaction: Transaction, acting: Acting, now: Date): Promise<boolean> {
  const { id, conflict, agency, officer, act } = acting;
  const { event, outcome, first, note } = { outcome: null, first: null, note: null, ...act };
  const { rowCount } = await transaction.query(INSERT_ENTRY, [
    ...[id, conflict, event, agency, officer, outcome, first, note, now],
  ]);
  if (rowCount === 1) return true;
  const { rows } = await transaction.query(SAME_ENTRY, [id, conflict, event, agency, outcome, first, note]);
  if (rows.length > 0) return false;
  return refuse(DECONFLICTION_ERRORS.ID_TAKEN, 'something else was sent under this id');
}

function answerIn(act: Act): readonly (string | null)[] {
  return act.event === 'ANSWERED' ? [act.outcome, act.first] : [];
}

function refuseWhenOver({ event }: Act, { over_at }: ConflictRow): void {
  if (event === 'ANSWERED' && over_at)
    refuse(DECONFLICTION_ERRORS.BAD_ANSWER, 'one of the two is over: nothing is left to answer');
}

interface Settling {
  readonly acting: Acting;
  readonly inForce: InForce;
  readonly now: Date;
}

/** Brings a conflict to where what was said brings it: an answer that is taken back opens it again, with time anew. */
async function settle(
  transaction: Transaction,
  before: ConflictRow,
  { acting, inForce, now }: Settling,
): Promise<void> {
  const meeting = meetingIn(before);
  const told = tellings(meeting, inForce);
  const after = { ...before, sides: await sidesOf(transaction, before.id) };
  const coordinators = after.sides.filter(
    ({ agency, role }) => role === 'COORDINATOR' && told.some((one) => one.agency === agency),
  );
  const status = statusOf(partiesIn(after, told), coordinators);
  const turn = before.status === 'RESOLVED' ? 'REOPENED' : 'RESOLVED';
  const turned = (status === 'RESOLVED') !== (before.status === 'RESOLVED');
  const reopened = turned && turn === 'REOPENED';
  const due = told.map(({ agency, answerHours }) => ({ agency, due_at: dueAt(now, answerHours) }));
  await transaction.query(SETTLE, [before.id, status, reopened, now, turned ? turn : null, JSON.stringify(due)]);
  if (acting.act.event !== 'ANSWERED') return;
  const others = told.filter(({ agency }) => agency !== acting.agency);
  const news = { id: before.id, meeting, tellings: others, ruleset: inForce.digest, at: now };
  const notifications = notificationsOf('conflict-answered', news).map(conflictNotificationRow);
  const { before: opening, after: closing } = INSERT_NOTIFICATIONS;
  await transaction.query(`${opening} $1::jsonb ${closing}`, [JSON.stringify(notifications)]);
}

async function sidesOf(transaction: Transaction, conflict: string): Promise<readonly SideRow[]> {
  const { rows } = await transaction.query<ConflictRow>(`${SELECT_CONFLICTS} WHERE conflict.id = $1`, [conflict]);
  return rows[0]!.sides;
}

const INSERT_ENTRY = `
  INSERT INTO entry (id, conflict, event, agency, officer, outcome, first, note, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING`;

/** The same, whichever officer of the agency sends it again. */
const SAME_ENTRY = `
  SELECT FROM entry WHERE id = $1 AND conflict = $2 AND event = $3 AND agency = $4 AND outcome IS NOT DISTINCT FROM $5
    AND first IS NOT DISTINCT FROM $6 AND note IS NOT DISTINCT FROM $7`;

const SAY = {
  ACKNOWLEDGED: `
    UPDATE side SET acknowledged_at = coalesce(acknowledged_at, $3) WHERE conflict = $1 AND agency = $2`,
  ANSWERED: `
    UPDATE side SET acknowledged_at = coalesce(acknowledged_at, $3), outcome = $4, first = $5, answered_at = $3
    WHERE conflict = $1 AND agency = $2`,
} as const;

const SETTLE = `
  WITH settled AS (
    UPDATE conflict SET status = $2, escalated_at = CASE WHEN $3::boolean THEN NULL ELSE escalated_at END WHERE id = $1
  ), timed AS (
    UPDATE side SET due_at = due.due_at FROM jsonb_to_recordset($6::jsonb) AS due (agency text, due_at timestamptz)
    WHERE $3::boolean AND side.conflict = $1 AND side.agency = due.agency
  )
  INSERT INTO entry (conflict, at, event) SELECT $1, $4, $5::text WHERE $5::text IS NOT NULL`;
