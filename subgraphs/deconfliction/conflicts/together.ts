import { randomUUID } from 'node:crypto';
import type { Met, Telling } from '../../../policy/deconfliction.ts';
import { tellings, type DeclaredMeeting, type InForce } from './meeting.ts';
import { meetingIn, type ConflictRow } from './row.ts';

/**
 * Meetings, each with the conflict that it belongs to, as the conflict is with it: one that there is, or a new one. Of two
 * that meet, one conflict is enough, unless it would tell of a meeting whom the meeting itself does not, because it was
 * the other one that came to it; or would join those who are told to one that others were told of the other way round.
 * @param there the conflicts that there are between them
 */
export function conflictsOf(
  meetings: readonly DeclaredMeeting[],
  there: readonly ConflictRow[],
  { inForce, now }: { readonly inForce: InForce; readonly now: Date },
): readonly ConflictRow[] {
  const touched = new Map<string, ConflictRow>();
  const byPair = new Map<string, Map<string, ConflictRow>>();
  const ofPair = (one: string, other: string) => {
    const pair = [one, other].sort().join(' ');
    return byPair.get(pair) ?? byPair.set(pair, new Map()).get(pair)!;
  };
  for (const row of there) ofPair(row.originator_declaration, row.searcher_declaration).set(row.id, row);
  for (const meeting of meetings) {
    const pair = ofPair(meeting.originator.id, meeting.searcher.id);
    const row = chosen(meeting, [...pair.values()], inForce) ?? newConflict(meeting, now);
    const widened = withMeeting(row, meeting);
    pair.set(row.id, widened);
    touched.set(row.id, widened);
  }
  return [...touched.values()];
}

function chosen(meeting: DeclaredMeeting, pair: readonly ConflictRow[], inForce: InForce): ConflictRow | undefined {
  const told = tellings(meeting, inForce);
  const either = isToldEitherWay(told, tellings(turned(meeting), inForce));
  const known = pair.filter((row) => told.every(({ agency }) => knows(row, agency, inForce)));
  return known.find((row) => either || isSameWay(row, meeting)) ?? pair.find((row) => isSameWay(row, meeting));
}

function isSameWay({ originator_declaration }: ConflictRow, { originator }: DeclaredMeeting): boolean {
  return originator_declaration === originator.id;
}

function turned({ originator, searcher, met }: DeclaredMeeting): DeclaredMeeting {
  return { originator: searcher, searcher: originator, met };
}

/** Whether it is all the same to who is told, and by which clauses, who came to whom. */
function isToldEitherWay(one: readonly Telling[], other: readonly Telling[]): boolean {
  const said = (all: readonly Telling[]) => JSON.stringify(all.map(({ agency, clauses }) => [agency, clauses]).sort());
  return said(one) === said(other);
}

/** Whether an agency was told of a conflict; of a new one, whether it will be. */
function knows(row: ConflictRow, agency: string, inForce: InForce): boolean {
  const who = row.sides.length > 0 ? row.sides : tellings(meetingIn(row), inForce);
  return who.some((one) => one.agency === agency);
}

function newConflict({ originator, searcher, met }: DeclaredMeeting, now: Date): ConflictRow {
  return {
    ...{ id: randomUUID(), originator: originator.agency, searcher: searcher.agency, met, opened_at: now },
    ...{ originator_declaration: originator.id, searcher_declaration: searcher.id },
    ...{ originator_areas: originator.areas, searcher_areas: searcher.areas },
    ...{ originator_contact: null, searcher_contact: null, status: 'OPEN', over_at: null, lapses_at: null },
    ...{ told: [], told_by: '', overdue: [], sides: [] },
  };
}

/** Who was first stays first; what the two have in common, and what they are on, adds up. */
function withMeeting(row: ConflictRow, meeting: DeclaredMeeting): ConflictRow {
  const { originator, searcher, met } = isSameWay(row, meeting) ? meeting : turned(meeting);
  return {
    ...row,
    met: both(row.met, met),
    originator_areas: union(row.originator_areas, originator.areas),
    searcher_areas: union(row.searcher_areas, searcher.areas),
  };
}

function both(before: Met, now: Met): Met {
  if (before.by === 'place' || now.by === 'place') return now;
  const selectors = [...before.selectors, ...now.selectors];
  return { by: 'selectors', selectors: [...new Map(selectors.map((kinds) => [kinds.join(), kinds])).values()] };
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])];
}
