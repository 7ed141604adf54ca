import type { ConflictRole } from '../../../policy/deconfliction.ts';
import type { Database } from '../store/database.ts';
import type { First, Outcome } from './row.ts';
import type { SeenConflict } from './seen.ts';

/** Something that happened to a conflict. */
export interface Happened {
  readonly id: string;
  readonly at: Date;
  readonly event: string;
  /** Whose doing it was; null: nobody's, or that of one of whom the agency is not told. */
  readonly role: ConflictRole | null;
  /** Of the agency's own officers. */
  readonly officer: string | null;
  readonly outcome: Outcome | null;
  readonly first: First | null;
  readonly note: string | null;
}

interface EntryRow extends Omit<Happened, 'role'> {
  readonly agency: string | null;
}

/**
 * What happened to a conflict, as far as the agency may see it, in order: its own doing, what parties did of whom it is
 * told, and what nobody did. Notes of others it reads where agreements name them to it.
 */
export async function historyOf(database: Database, seen: SeenConflict): Promise<readonly Happened[]> {
  const { rows } = await database.query<EntryRow>(HISTORY, [seen.row.id]);
  return rows.filter((entry) => mayRead(entry, seen)).map((entry) => happened(entry, seen));
}

function mayRead({ agency, event }: EntryRow, { own, parties, telling }: SeenConflict): boolean {
  if (agency === null || agency === own.agency) return true;
  return parties.some((party) => party.agency === agency) && (event !== 'NOTED' || telling.disclosure === 'CONTACT');
}

function happened({ agency, officer, ...entry }: EntryRow, { own, row }: SeenConflict): Happened {
  return {
    ...entry,
    role: agency === null ? null : roleIn(row, agency),
    officer: agency === own.agency ? officer : null,
  };
}

function roleIn({ sides }: SeenConflict['row'], agency: string): ConflictRole | null {
  return sides.find((side) => side.agency === agency)?.role ?? null;
}

const HISTORY = `
  SELECT id, at, event, agency, officer, outcome, first, note FROM entry WHERE conflict = $1 ORDER BY arrived`;
