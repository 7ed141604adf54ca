import type { ConflictNotification } from '../../../platform/notifications/notification.ts';
import { conflictNotificationRow, insertNotifications } from '../../../platform/notifications/store.ts';
import type { Telling } from '../../../policy/deconfliction.ts';
import type { Transaction } from '../store/database.ts';
import { earliest, owedAnswers } from './due.ts';
import { LAPSES_AT, ownDeclaration, type ConflictRow, type SideRow } from './row.ts';

/** Something that nobody did, and that happened. */
export interface Happening {
  readonly event: 'OPENED' | 'RESOLVED' | 'REOPENED' | 'ESCALATED' | 'OVER';
  readonly at: Date;
  /** Who may read of it: those who are told when it happens. */
  readonly told: readonly string[];
}

/** A conflict as it is to be, and what is to be said of it. */
export interface ConflictChange {
  readonly row: ConflictRow;
  /** Who is told, by the agreements as they stand. */
  readonly tellings: readonly Telling[];
  readonly history: readonly Happening[];
  readonly notifications: readonly ConflictNotification[];
}

/**
 * Writes conflicts as they are to be, with what is said of them. Whoever calls holds their rows, or they are new.
 * INVARIANT: one statement. Nobody is told of a conflict that there is not, and of those who are told nobody before the
 * others.
 */
export async function writeConflicts(transaction: Transaction, changes: readonly ConflictChange[]): Promise<void> {
  await transaction.query(WRITE, [
    JSON.stringify(changes.map(conflictRow)),
    JSON.stringify(changes.flatMap(({ row }) => row.sides.map((side) => sideRow(row, side)))),
    JSON.stringify(changes.flatMap(({ row, history }) => history.map((one) => ({ conflict: row.id, ...one })))),
    JSON.stringify(changes.flatMap(({ notifications }) => notifications).map(conflictNotificationRow)),
  ]);
}

function conflictRow({ row, tellings }: ConflictChange): object {
  return { ...row, sides: undefined, escalates_at: earliest(owedAnswers(row, tellings)) };
}

function sideRow(row: ConflictRow, side: SideRow): object {
  const { agency, role, toldAt, toldOf, heard, escalatedAt, answers, notes } = side;
  const { acknowledgedAt, outcome, first, answeredAt } = side;
  return {
    ...{
      conflict: row.id,
      agency,
      role,
      declaration: ownDeclaration(row, role) ?? null,
      told_at: toldAt,
      told_of: toldOf,
      heard,
      escalated_at: escalatedAt,
      answers,
      notes,
    },
    ...{ acknowledged_at: acknowledgedAt, outcome, first, answered_at: answeredAt },
  };
}

const WRITE = `
  WITH offered AS (
    SELECT offered.*, ${LAPSES_AT} AS lapses_at
    FROM jsonb_to_recordset($1::jsonb) AS offered (id uuid, originator text, searcher text, originator_declaration uuid,
      searcher_declaration uuid, originator_areas text[], searcher_areas text[], met jsonb, opened_at timestamptz,
      status text, over_at timestamptz, told text[], told_by text, escalates_at timestamptz, overdue text[])
    JOIN declaration AS theirs ON theirs.id = originator_declaration
    JOIN declaration AS ours ON ours.id = searcher_declaration
  ), conflicts AS (
    INSERT INTO conflict (id, originator, searcher, originator_declaration, searcher_declaration, originator_areas,
      searcher_areas, met, opened_at, status, over_at, told, told_by, escalates_at, overdue, lapses_at)
    SELECT id, originator, searcher, originator_declaration, searcher_declaration, originator_areas, searcher_areas, met,
      opened_at, status, over_at, told, told_by, escalates_at, overdue, lapses_at FROM offered
    ON CONFLICT (id) DO UPDATE SET originator_areas = EXCLUDED.originator_areas, searcher_areas = EXCLUDED.searcher_areas,
      met = EXCLUDED.met, status = EXCLUDED.status, over_at = EXCLUDED.over_at, told = EXCLUDED.told,
      told_by = EXCLUDED.told_by, escalates_at = EXCLUDED.escalates_at, overdue = EXCLUDED.overdue,
      lapses_at = EXCLUDED.lapses_at
  ), sides AS (
    INSERT INTO side (conflict, agency, role, declaration, told_at, told_of, heard, escalated_at, answers, notes,
      acknowledged_at, outcome, first, answered_at)
    SELECT conflict, agency, role, declaration, told_at, told_of, heard, escalated_at, answers, notes, acknowledged_at,
      outcome, first, answered_at
    FROM jsonb_to_recordset($2::jsonb) AS side (conflict uuid, agency text, role text, declaration uuid, told_at timestamptz, told_of jsonb,
      heard text[], escalated_at timestamptz, answers int, notes int, acknowledged_at timestamptz, outcome text, first text,
      answered_at timestamptz)
    ON CONFLICT (conflict, agency) DO UPDATE SET told_of = EXCLUDED.told_of, heard = EXCLUDED.heard,
      escalated_at = EXCLUDED.escalated_at, answers = EXCLUDED.answers, notes = EXCLUDED.notes,
      acknowledged_at = EXCLUDED.acknowledged_at, outcome = EXCLUDED.outcome, first = EXCLUDED.first,
      answered_at = EXCLUDED.answered_at
  ), history AS (
    INSERT INTO entry (conflict, at, event, told)
    SELECT conflict, at, event, told
    FROM jsonb_to_recordset($3::jsonb) AS entry (conflict uuid, at timestamptz, event text, told text[])
  )
  ${insertNotifications('$4::jsonb')}`;
