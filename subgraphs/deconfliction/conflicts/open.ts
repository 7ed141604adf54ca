import { randomUUID } from 'node:crypto';
import type { Telling } from '../../../policy/deconfliction.ts';
import { INSERT_NOTIFICATIONS, conflictNotificationRow } from '../../../platform/notifications/store.ts';
import type { Transaction } from '../store/database.ts';
import { knownConflicts, pairOf, type KnownConflict } from './known.ts';
import { tellings, type DeclaredMeeting, type InForce } from './meeting.ts';
import { notificationsOf } from './notifications.ts';

interface Opening {
  readonly id: string;
  readonly meeting: DeclaredMeeting;
  readonly tellings: readonly Telling[];
  /** It was over, and is no longer. */
  readonly reopened: boolean;
}

/**
 * Opens a conflict for each meeting of which somebody is told, for all of them at once, or adds to the one that there is.
 * The same two statements, whatever there is.
 */
export async function openConflicts(
  transaction: Transaction,
  meetings: readonly DeclaredMeeting[],
  inForce: InForce,
  now: Date,
): Promise<void> {
  const byPair = new Map(meetings.map((meeting) => [pairOf(meeting.originator.id, meeting.searcher.id), meeting]));
  const known = await knownConflicts(transaction, [...byPair.values()]);
  const openings = [...byPair].map(([pair, meeting]) => openingOf(meeting, known.get(pair), inForce));
  const notifications = openings.flatMap(({ id, meeting, tellings: told }) =>
    notificationsOf('conflict', { id, meeting, tellings: told, ruleset: inForce.digest, at: now }),
  );
  await transaction.query(OPEN, [
    JSON.stringify(openings.map(conflictRow)),
    JSON.stringify(openings.flatMap((opening) => sideRows(opening, now))),
    now,
    openings.filter(({ reopened }) => reopened).map(({ id }) => id),
    JSON.stringify(notifications.map(conflictNotificationRow)),
  ]);
}

function openingOf(meeting: DeclaredMeeting, known: KnownConflict | undefined, inForce: InForce): Opening {
  const all = known?.meeting ?? meeting;
  return {
    id: known?.id ?? randomUUID(),
    meeting: all,
    tellings: tellings(all, inForce),
    reopened: known?.over ?? false,
  };
}

function conflictRow({ id, meeting: { originator, searcher, met } }: Opening) {
  return {
    id,
    originator: originator.agency,
    searcher: searcher.agency,
    originator_declaration: originator.id,
    searcher_declaration: searcher.id,
    originator_areas: originator.areas,
    searcher_areas: searcher.areas,
    met,
  };
}

function sideRows({ id, tellings: told }: Opening, now: Date) {
  return told.map(({ agency, role, answerHours }) => ({ conflict: id, agency, role, due_at: dueAt(now, answerHours) }));
}

/** When answers are due; null: there is no time set. */
export function dueAt(from: Date, answerHours: number | undefined): string | null {
  return answerHours === undefined ? null : new Date(from.getTime() + answerHours * 3_600_000).toISOString();
}

/**
 * INVARIANT: one statement. Nobody is told of a conflict that there is not, and of those who are told nobody before the
 * others. Who was told before is not told again, unless the conflict was over.
 */
const OPEN = `
  WITH offered AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS offered (id uuid, originator text, searcher text,
      originator_declaration uuid, searcher_declaration uuid, originator_areas text[], searcher_areas text[], met jsonb)
  ), opened AS (
    INSERT INTO conflict (id, originator, searcher, originator_declaration, searcher_declaration, originator_areas,
      searcher_areas, met, opened_at)
    SELECT id, originator, searcher, originator_declaration, searcher_declaration, originator_areas, searcher_areas, met, $3
    FROM offered WHERE NOT EXISTS (SELECT FROM conflict WHERE conflict.id = offered.id)
    ON CONFLICT (LEAST(originator_declaration, searcher_declaration), GREATEST(originator_declaration, searcher_declaration))
    DO NOTHING
    RETURNING id, arrived
  ), widened AS (
    UPDATE conflict SET met = offered.met, over_at = NULL,
      status = CASE WHEN conflict.id = ANY ($4::uuid[]) THEN 'OPEN' ELSE status END,
      escalated_at = CASE WHEN conflict.id = ANY ($4::uuid[]) THEN NULL ELSE escalated_at END
    FROM offered WHERE conflict.id = offered.id
    RETURNING conflict.id, conflict.arrived
  ), spoken AS (
    SELECT * FROM opened UNION ALL SELECT * FROM widened
  ), sides AS (
    INSERT INTO side (conflict, agency, role, arrived, due_at)
    SELECT told.conflict, told.agency, told.role, spoken.arrived, told.due_at
    FROM jsonb_to_recordset($2::jsonb) AS told (conflict uuid, agency text, role text, due_at timestamptz)
    JOIN spoken ON spoken.id = told.conflict
    ON CONFLICT (conflict, agency) DO UPDATE
    SET due_at = EXCLUDED.due_at, acknowledged_at = NULL, outcome = NULL, first = NULL, answered_at = NULL
    WHERE side.conflict = ANY ($4::uuid[])
    RETURNING conflict, agency
  ), history AS (
    INSERT INTO entry (conflict, at, event)
    SELECT id, $3, 'OPENED' FROM opened
    UNION ALL SELECT id, $3, 'REOPENED' FROM widened WHERE id = ANY ($4::uuid[])
  )
  ${INSERT_NOTIFICATIONS.before} $5::jsonb ${INSERT_NOTIFICATIONS.after}
  WHERE (told.conflict, told.originator) IN (SELECT conflict, agency FROM sides)`;
