import { boundedTo } from '../conflicts/bounded-to.ts';
import { digestOfDuties } from '../conflicts/duties-digest.ts';
import { meetingOf, type InForce } from '../conflicts/meeting.ts';
import { openConflicts } from '../conflicts/open.ts';
import type { TargetSelector } from '../declarations/declaration.ts';
import { meetingsOfEvents, type SoughtEvent } from '../matching/meetings-of-events.ts';
import { meetingsOfTargets, type SoughtTarget } from '../matching/meetings-of-targets.ts';
import { partnersOf, reachOf } from '../matching/partners.ts';
import type { Transaction } from '../store/database.ts';

/** At once, so that one replica does not keep the others waiting. */
const MOST = 200;

/**
 * Matches what was not matched by the duties that stand, part by part: a duty that comes into force speaks of what was
 * there before, too, and of what was declared while it came into force. Nobody waits for it, so what searchers are not
 * told need not be laid aside. Of several replicas each takes others.
 * @returns whether there was something to match
 */
export async function matchAnew(transaction: Transaction, inForce: InForce, now: Date): Promise<boolean> {
  const duties = digestOfDuties(inForce.duties);
  const { rows } = await transaction.query<Row>(NEXT, [duties, MOST]);
  if (rows.length === 0) return false;
  await transaction.query('UPDATE declaration SET matched_by = $2 WHERE id = ANY ($1::uuid[])', [
    rows.map(({ id }) => id),
    duties,
  ]);
  const agencies = partnersOf([...new Set(rows.map(({ agency }) => agency))], inForce.duties);
  const looking = { agencies, now, anew: { duties } };
  const sought = rows.filter((row) => !isOver(row, now));
  const found = [
    ...(await meetingsOfTargets(transaction, sought.flatMap(targetOf), looking)),
    ...(await meetingsOfEvents(transaction, sought.flatMap(eventOf), { ...looking, ...reachOf(inForce.duties) })),
  ];
  await openConflicts(transaction, boundedTo(inForce, found).map(meetingOf), inForce, now);
  return true;
}

interface Row {
  readonly id: string;
  readonly agency: string;
  readonly areas: readonly string[];
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly begins: Date | null;
  readonly ends: Date | null;
  readonly until: Date | null;
  readonly selectors: readonly TargetSelector[] | null;
}

function isOver({ until, ends }: Row, now: Date): boolean {
  return (until !== null && until <= now) || (ends !== null && ends <= now);
}

function targetOf({ id, agency, areas, selectors }: Row): readonly SoughtTarget[] {
  return selectors ? [{ id, agency, areas, selectors }] : [];
}

function eventOf({ id, agency, areas, longitude, latitude, begins, ends }: Row): readonly SoughtEvent[] {
  if (longitude === null || latitude === null || !begins || !ends) return [];
  return [{ id, agency, areas, place: { longitude, latitude }, from: begins, until: ends }];
}

/**
 * Goes by the index of what each was matched by, on either side of what stands.
 * INVARIANT: whoever writes one of these meanwhile says itself by what it is matched: it is locked until then.
 */
const NEXT = `
  SELECT id, agency, areas, place[0] AS longitude, place[1] AS latitude, lower(span) AS begins, upper(span) AS ends, until,
    (SELECT jsonb_agg(jsonb_build_object('blind', blind, 'kinds', to_jsonb(kinds), 'epoch', epoch))
      FROM selector WHERE selector.declaration = declaration.id) AS selectors
  FROM declaration
  WHERE matched_by <> $1 AND ended_at IS NULL AND id IN (
    (SELECT id FROM declaration WHERE matched_by < $1 AND ended_at IS NULL ORDER BY matched_by, arrived LIMIT $2)
    UNION ALL
    (SELECT id FROM declaration WHERE matched_by > $1 AND ended_at IS NULL ORDER BY matched_by, arrived LIMIT $2))
  ORDER BY arrived FOR NO KEY UPDATE SKIP LOCKED`;
