import type { Transaction } from '../store/database.ts';
import { tellings, type DeclaredMeeting, type InForce } from './meeting.ts';
import type { ConflictRow } from './row.ts';

/** So many unresolved conflicts there are to which one agency came and of which it is told, and as many of which it is not. */
export const MOST_UNRESOLVED = 10_000;

/**
 * Of meetings, those for which there is room, in their order; what meets again always has. One statement, whatever there is.
 * INVARIANT: an agency that is told is kept out by nothing but conflicts of which it is told.
 */
export async function withRoom(
  transaction: Transaction,
  meetings: readonly DeclaredMeeting[],
  there: readonly ConflictRow[],
  inForce: InForce,
): Promise<readonly DeclaredMeeting[]> {
  const searchers = new Set(meetings.map(({ searcher }) => searcher.agency));
  const { rows } = await transaction.query<Count>(UNRESOLVED, [[...searchers], MOST_UNRESOLVED]);
  const counts = new Map(rows.map(({ agency, told, count }) => [`${agency} ${told}`, count]));
  const pairs = new Set(there.map((row) => pairOf(row.originator_declaration, row.searcher_declaration)));
  return meetings.filter((meeting) => {
    if (pairs.has(pairOf(meeting.originator.id, meeting.searcher.id))) return true;
    const place = placeOf(meeting, inForce);
    const count = counts.get(place) ?? 0;
    counts.set(place, count + 1);
    return count < MOST_UNRESOLVED;
  });
}

interface Count {
  readonly agency: string;
  readonly told: boolean;
  readonly count: number;
}

function placeOf(meeting: DeclaredMeeting, inForce: InForce): string {
  const { agency } = meeting.searcher;
  return `${agency} ${tellings(meeting, inForce).some((telling) => telling.agency === agency)}`;
}

function pairOf(one: string, other: string): string {
  return [one, other].sort().join(' ');
}

const UNRESOLVED = `
  SELECT agency, is_told.told, (
    SELECT count(*)::int FROM (
      SELECT FROM conflict
      WHERE searcher = asked.agency AND (searcher = ANY (conflict.told)) = is_told.told AND status <> 'RESOLVED' LIMIT $2
    ) AS unresolved) AS count
  FROM unnest($1::text[]) AS asked (agency) CROSS JOIN (VALUES (TRUE), (FALSE)) AS is_told (told)`;
