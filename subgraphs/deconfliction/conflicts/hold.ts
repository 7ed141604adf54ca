import type { Transaction } from '../store/database.ts';
import type { DeclaredMeeting } from './meeting.ts';
import { SELECT_CONFLICTS, type ConflictRow } from './row.ts';

/** Distinguishes these locks from others of the database. */
const CLASS = 1_145_392_967;
const STRIPES = 64;

/**
 * Conflicts of which the ids are found by a statement that locks them, as they are then.
 * INVARIANT: they are read by a statement of its own: one that waits for a lock sees what was before it waited.
 */
export async function holdConflicts(
  transaction: Transaction,
  locking: string,
  values: readonly unknown[],
): Promise<readonly ConflictRow[]> {
  const { rows: held } = await transaction.query<{ id: string }>(locking, [...values]);
  const { rows } = await transaction.query<ConflictRow>(READ, [held.map(({ id }) => id)]);
  return rows;
}

/**
 * The conflicts that there are between declarations that meet, whichever was first. Nobody else opens or changes one
 * between them until the end of the transaction, and what ends meanwhile is settled after it.
 */
export async function holdPairs(
  transaction: Transaction,
  meetings: readonly DeclaredMeeting[],
): Promise<readonly ConflictRow[]> {
  const stripes = new Set(
    meetings.map(({ originator, searcher }) => (first(originator.id) ^ first(searcher.id)) % STRIPES),
  );
  await transaction.query(LOCK_PAIRS, [CLASS, [...stripes].sort((a, b) => a - b)]);
  const ids = new Set(meetings.flatMap(({ originator, searcher }) => [originator.id, searcher.id]));
  await transaction.query(KEEP_DECLARATIONS, [[...ids]]);
  const pairs = meetings.map(({ originator, searcher }) => ({ one: originator.id, other: searcher.id }));
  return holdConflicts(transaction, LOCK_CONFLICTS, [JSON.stringify(pairs)]);
}

function first(id: string): number {
  return Number.parseInt(id.slice(0, 2), 16);
}

const READ = `${SELECT_CONFLICTS} WHERE conflict.id = ANY ($1::uuid[]) ORDER BY conflict.arrived`;

const LOCK_PAIRS = `SELECT pg_advisory_xact_lock($1::int, stripe) FROM unnest($2::int[]) AS taken (stripe)`;

const KEEP_DECLARATIONS = `SELECT FROM declaration WHERE id = ANY ($1::uuid[]) ORDER BY id FOR KEY SHARE`;

export const LOCK_CONFLICTS = `
  SELECT id FROM conflict
  WHERE id IN (
    SELECT conflict.id FROM jsonb_to_recordset($1::jsonb) AS pair (one uuid, other uuid)
    JOIN conflict ON (originator_declaration, searcher_declaration) IN ((one, other), (other, one)))
  ORDER BY arrived FOR UPDATE`;
