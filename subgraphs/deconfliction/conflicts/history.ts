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

/** Which part of a history is asked for. */
export interface HistoryPage {
  readonly after: string | undefined;
  readonly most: number;
}

interface EntryRow extends Omit<Happened, 'role'> {
  readonly agency: string | null;
}

/**
 * What happened to a conflict, the newest first, as far as the agency may see it: what happened when it was told of the
 * conflict, and of that its own doing, what parties did of whom it is told, and what nobody did. Notes of others it reads
 * where agreements name them to it.
 * @returns undefined: it may see nothing under the id after which to go on
 */
export async function historyOf(
  database: Database,
  seen: SeenConflict,
  { after, most }: HistoryPage,
): Promise<readonly Happened[] | undefined> {
  const { row, own, parties, telling } = seen;
  const others = parties.map(({ agency }) => agency);
  const reading = [row.id, own.agency, others, telling.disclosure === 'CONTACT'];
  const { rows: places } = await database.query<{ arrived: string }>(PLACE, [...reading, after ?? null]);
  if (after !== undefined && !places[0]) return undefined;
  const { rows } = await database.query<EntryRow>(HISTORY, [...reading, places[0]?.arrived ?? null, most]);
  return rows.map((entry) => happened(entry, seen));
}

function happened({ agency, officer, ...entry }: EntryRow, { own, row }: SeenConflict): Happened {
  return {
    ...entry,
    role: row.sides.find((side) => side.agency === agency)?.role ?? null,
    officer: agency === own.agency ? officer : null,
  };
}

const READABLE = `
  entry.conflict = $1 AND (entry.told IS NULL OR $2 = ANY (entry.told)) AND (entry.agency IS NULL OR entry.agency = $2
    OR (entry.agency = ANY ($3::text[]) AND (entry.event <> 'NOTED' OR $4::boolean)))`;

const PLACE = `SELECT arrived FROM entry WHERE id = $5::uuid AND ${READABLE}`;

const HISTORY = `
  SELECT id, at, event, agency, officer, outcome, first, note FROM entry
  WHERE ${READABLE} AND ($5::bigint IS NULL OR arrived < $5::bigint)
  ORDER BY arrived DESC LIMIT $6`;
