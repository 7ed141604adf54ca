import { randomUUID } from 'node:crypto';
import type { Met, Telling } from '../../../policy/deconfliction.ts';
import { tellings, thingsIn, type DeclaredMeeting, type InForce } from './meeting.ts';
import { meetingIn, type ConflictRow } from './row.ts';

/** A conflict as it is with what has met, and who is told of it by that. */
export interface Joined {
  readonly row: ConflictRow;
  /** Those whom anything new tells that met the way in which the conflict has it. */
  readonly toldNow: readonly string[];
}

/**
 * What has met, thing by thing, each in the conflict that it belongs to: the one that it is in already; or one that there
 * is; or a new one. Of two that meet, one conflict is enough, unless it would tell of a thing whom the thing itself does
 * not, because it was the other one that came to it; or would join those who are told to one that others were told of the
 * other way round.
 * @param there the conflicts that there are between those who meet; what is in none of these, is in none
 */
export function joinedTogether(
  meetings: readonly DeclaredMeeting[],
  there: readonly ConflictRow[],
  { inForce, now }: { readonly inForce: InForce; readonly now: Date },
): readonly Joined[] {
  const pairs = new Pairs(there);
  for (const thing of meetings.flatMap(thingsIn)) {
    const pair = pairs.of(thing);
    const known = pair.find(({ row }) => has(row, thing));
    if (known) pairs.put(thing, { ...known, row: withThing(known.row, thing) });
    else {
      const { row, toldNow } = chosen(thing, pair, inForce) ?? { row: newConflict(thing, now), toldNow: [] };
      const told = isSameWay(row, thing) ? tellings(thing, inForce).map(({ agency }) => agency) : [];
      pairs.put(thing, { row: withThing(row, thing), toldNow: [...toldNow, ...told] });
    }
  }
  return pairs.touched();
}

/** Conflicts by the two declarations that are in them, whichever was first. */
class Pairs {
  readonly #there = new Map<string, Map<string, Joined>>();
  readonly #touched = new Map<string, Joined>();

  constructor(rows: readonly ConflictRow[]) {
    for (const row of rows)
      this.#between(row.originator_declaration, row.searcher_declaration).set(row.id, { row, toldNow: [] });
  }

  of({ originator, searcher }: DeclaredMeeting): readonly Joined[] {
    return [...this.#between(originator.id, searcher.id).values()];
  }

  put({ originator, searcher }: DeclaredMeeting, joined: Joined): void {
    this.#between(originator.id, searcher.id).set(joined.row.id, joined);
    this.#touched.set(joined.row.id, joined);
  }

  touched(): readonly Joined[] {
    return [...this.#touched.values()];
  }

  #between(one: string, other: string): Map<string, Joined> {
    const pair = [one, other].sort().join(' ');
    const known = this.#there.get(pair) ?? new Map<string, Joined>();
    this.#there.set(pair, known);
    return known;
  }
}

function chosen(thing: DeclaredMeeting, pair: readonly Joined[], inForce: InForce): Joined | undefined {
  const told = tellings(thing, inForce);
  const either = isToldEitherWay(told, tellings(turned(thing), inForce));
  const known = pair.filter(({ row }) => told.every(({ agency }) => knows(row, agency, inForce)));
  return known.find(({ row }) => either || isSameWay(row, thing)) ?? pair.find(({ row }) => isSameWay(row, thing));
}

function has({ met }: ConflictRow, { met: one }: DeclaredMeeting): boolean {
  if (met.by === 'place' || one.by === 'place') return met.by === one.by;
  const kinds = one.selectors.map((may) => may.join());
  return met.selectors.some((may) => kinds.includes(may.join()));
}

function isSameWay({ originator_declaration }: ConflictRow, { originator }: DeclaredMeeting): boolean {
  return originator_declaration === originator.id;
}

/** As if the other one had been there first. */
export function turned({ originator, searcher, met }: DeclaredMeeting): DeclaredMeeting {
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
    ...{ originator_operation_until: null, searcher_operation_until: null },
    ...{ against_order: false, told: [], told_by: '', overdue: [], sides: [] },
  };
}

/** Who was first stays first; what the two have in common, and what they are on, adds up. */
function withThing(row: ConflictRow, meeting: DeclaredMeeting): ConflictRow {
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
