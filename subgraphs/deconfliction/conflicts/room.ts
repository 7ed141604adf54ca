import type { Transaction } from '../store/database.ts';
import { tellings, type DeclaredMeeting, type InForce } from './meeting.ts';
import type { ConflictRow } from './row.ts';

/**
 * So many unresolved conflicts there are to which one agency came with one other and of which it is told, and as many of
 * which it is not: what another agency brings about takes no room of this one's.
 */
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
  const asked = meetings.map(({ searcher, originator }) => ({
    searcher: searcher.agency,
    originator: originator.agency,
  }));
  const { rows } = await transaction.query<Count>(UNRESOLVED, [JSON.stringify(asked), MOST_UNRESOLVED, [true, false]]);
  const counts = new Map(rows.map((row) => [`${row.searcher} ${row.originator} ${row.told}`, row.count]));
  const pairs = new Set(there.map((row) => pairOf(row.originator_declaration, row.searcher_declaration)));
  return meetings.filter((meeting) => {
    if (pairs.has(pairOf(meeting.originator.id, meeting.searcher.id))) return true;
    const place = placeOf(meeting, inForce);
    const count = counts.get(place) ?? 0;
    counts.set(place, count + 1);
    return count < MOST_UNRESOLVED;
  });
}

/** How many unresolved conflicts an agency has come to of which it is told, with each of these others. */
export async function unresolvedToldOf(
  transaction: Transaction,
  searcher: string,
  originators: readonly string[],
): Promise<Map<string, number>> {
  const asked = originators.map((originator) => ({ searcher, originator }));
  const { rows } = await transaction.query<Count>(UNRESOLVED, [JSON.stringify(asked), MOST_UNRESOLVED, [true]]);
  return new Map(rows.map(({ originator, count }) => [originator, count]));
}

interface Count {
  readonly searcher: string;
  readonly originator: string;
  readonly told: boolean;
  readonly count: number;
}

function placeOf(meeting: DeclaredMeeting, inForce: InForce): string {
  const { searcher, originator } = meeting;
  const isTold = tellings(meeting, inForce).some(({ agency }) => agency === searcher.agency);
  return `${searcher.agency} ${originator.agency} ${isTold}`;
}

function pairOf(one: string, other: string): string {
  return [one, other].sort().join(' ');
}

const UNRESOLVED = `
  SELECT searcher, originator, is_told.told, (
    SELECT count(*)::int FROM (
      SELECT FROM conflict
      WHERE conflict.searcher = asked.searcher AND conflict.originator = asked.originator
        AND (conflict.searcher = ANY (conflict.told)) = is_told.told AND status <> 'RESOLVED' LIMIT $2
    ) AS unresolved) AS count
  FROM (
    SELECT DISTINCT searcher, originator FROM jsonb_to_recordset($1::jsonb) AS pair (searcher text, originator text)
  ) AS asked CROSS JOIN unnest($3::boolean[]) AS is_told (told)`;
