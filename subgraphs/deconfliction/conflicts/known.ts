import type { Met } from '../../../policy/deconfliction.ts';
import type { Transaction } from '../store/database.ts';
import type { DeclaredMeeting } from './meeting.ts';

/** A conflict between two declarations that met before. */
export interface KnownConflict {
  readonly id: string;
  readonly meeting: DeclaredMeeting;
  /** One of the two was over. */
  readonly over: boolean;
}

interface Row {
  readonly id: string;
  readonly originator: string;
  readonly searcher: string;
  readonly originator_declaration: string;
  readonly searcher_declaration: string;
  readonly over: boolean;
  readonly met: Met;
}

/** The conflicts there are already between declarations that meet, by the pair. One statement, whatever there is. */
export async function knownConflicts(
  transaction: Transaction,
  meetings: readonly DeclaredMeeting[],
): Promise<ReadonlyMap<string, KnownConflict>> {
  const pairs = meetings.map(({ originator, searcher }) => ({ one: originator.id, other: searcher.id }));
  const { rows } = await transaction.query<Row>(KNOWN, [JSON.stringify(pairs)]);
  const byPair = new Map(meetings.map((meeting) => [pairOf(meeting.originator.id, meeting.searcher.id), meeting]));
  return new Map(
    rows.map((row) => {
      const pair = pairOf(row.originator_declaration, row.searcher_declaration);
      return [pair, { id: row.id, over: row.over, meeting: again(row, byPair.get(pair)!) }];
    }),
  );
}

/** What two declarations are known by, whichever was first. */
export function pairOf(one: string, other: string): string {
  return [one, other].sort().join(' ');
}

/** Who was first stays first; what the two have in common adds up. */
function again(row: Row, { originator, searcher, met }: DeclaredMeeting): DeclaredMeeting {
  const turned = originator.id !== row.originator_declaration;
  const [first, second] = turned ? [searcher, originator] : [originator, searcher];
  return { originator: first, searcher: second, met: both(row.met, met) };
}

function both(before: Met, now: Met): Met {
  if (before.by === 'place' || now.by === 'place') return now;
  const selectors = [...before.selectors, ...now.selectors];
  return { by: 'selectors', selectors: [...new Map(selectors.map((kinds) => [kinds.join(), kinds])).values()] };
}

const KNOWN = `
  SELECT id, originator, searcher, originator_declaration, searcher_declaration, over_at IS NOT NULL AS over, met
  FROM jsonb_to_recordset($1::jsonb) AS pair (one uuid, other uuid)
  JOIN conflict ON LEAST(originator_declaration, searcher_declaration) = LEAST(pair.one, pair.other)
    AND GREATEST(originator_declaration, searcher_declaration) = GREATEST(pair.one, pair.other)`;
