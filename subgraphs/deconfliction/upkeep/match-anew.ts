import { digestOfDuties } from '../conflicts/duties-digest.ts';
import { meetingOf, tellings, type InForce } from '../conflicts/meeting.ts';
import { openConflicts } from '../conflicts/open.ts';
import type { TargetSelector } from '../declarations/declaration.ts';
import { meetingsOfEvents, type SoughtEvent } from '../matching/meetings-of-events.ts';
import { meetingsOfTargets, type SoughtTarget } from '../matching/meetings-of-targets.ts';
import { partnersOf, reachOf } from '../matching/partners.ts';
import type { Transaction } from '../store/database.ts';

/** At once, so that one replica does not keep the others waiting. */
const MOST = 200;

/**
 * Matches what was declared under other duties by those that stand now, part by part: a duty that comes into force speaks
 * of what was there before, too. Nobody waits for it, so what searchers are not told need not be laid aside. Of several
 * replicas one does it.
 * @returns whether there was something to match
 */
export async function matchAnew(transaction: Transaction, inForce: InForce, now: Date): Promise<boolean> {
  const duties = digestOfDuties(inForce.duties);
  await transaction.query(BEGIN_ANEW, [duties]);
  const { rows: open } = await transaction.query<Span>(OPEN);
  if (!open[0]) return false;
  const { rows } = await transaction.query<Row>(NEXT, [open[0].up_to, open[0].through, now, MOST]);
  await transaction.query('UPDATE matched SET up_to = $1', [rows.at(-1)?.arrived ?? open[0].through]);
  const agencies = partnersOf([...new Set(rows.map(({ agency }) => agency))], inForce.duties);
  const looking = { agencies, earlierOnly: true };
  const found = [
    ...(await meetingsOfTargets(transaction, rows.flatMap(targetOf), { ...looking, now })),
    ...(await meetingsOfEvents(transaction, rows.flatMap(eventOf), { ...looking, ...reachOf(inForce.duties) })),
  ];
  const meetings = found.map(meetingOf).filter((meeting) => tellings(meeting, inForce).length > 0);
  await openConflicts(transaction, meetings, inForce, now);
  return true;
}

/** What is not matched yet. */
interface Span {
  readonly up_to: string;
  readonly through: string;
}

interface Row {
  readonly arrived: string;
  readonly id: string;
  readonly agency: string;
  readonly areas: readonly string[];
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly begins: Date | null;
  readonly ends: Date | null;
  readonly selectors: readonly TargetSelector[] | null;
}

function targetOf({ id, agency, areas, selectors }: Row): readonly SoughtTarget[] {
  return selectors ? [{ id, agency, areas, selectors }] : [];
}

function eventOf({ id, agency, areas, longitude, latitude, begins, ends }: Row): readonly SoughtEvent[] {
  if (longitude === null || latitude === null || !begins || !ends) return [];
  return [{ id, agency, areas, place: { longitude, latitude }, from: begins, until: ends }];
}

/** What is declared from now on is matched by these duties when it comes. */
const BEGIN_ANEW = `
  UPDATE matched SET duties = $1, up_to = 0, through = (SELECT coalesce(max(arrived), 0) FROM declaration)
  WHERE duties <> $1`;

const OPEN = `SELECT up_to, through FROM matched WHERE up_to < through FOR UPDATE SKIP LOCKED`;

const NEXT = `
  SELECT arrived, id, agency, areas, place[0] AS longitude, place[1] AS latitude, lower(span) AS begins, upper(span) AS ends,
    (SELECT jsonb_agg(jsonb_build_object('blind', blind, 'kinds', to_jsonb(kinds), 'feature', feature, 'epoch', epoch))
      FROM selector WHERE selector.declaration = declaration.id) AS selectors
  FROM declaration
  WHERE arrived > $1 AND arrived <= $2 AND ended_at IS NULL AND (until IS NULL OR until > $3)
  ORDER BY arrived LIMIT $4`;
