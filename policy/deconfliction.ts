import { selfAndWider, type Purposes } from '../schema/purposes.ts';
import type { SelectorKind } from '../schema/selectors.ts';
import type { DeconflictionDuty } from './agreement.ts';
import type { ClauseId } from './clause-id.ts';
import type { Duty } from './duty.ts';

/** Whose target or operation met another's: its agency, and the areas of crime that it said the work is on. */
export interface Party {
  readonly agency: string;
  readonly areas: readonly string[];
}

/** By what two met: selectors, each with the kinds that it may be of; or places and times. */
export type Met =
  | { readonly by: 'selectors'; readonly selectors: readonly (readonly SelectorKind[])[] }
  | { readonly by: 'place'; readonly metres: number; readonly hours: number };

/** Two targets, or two operations, of two agencies that met. */
export interface Meeting {
  /** The party whose target or operation was there first. */
  readonly originator: Party;
  /** The party that came to it. */
  readonly searcher: Party;
  readonly met: Met;
}

/** What somebody is to a conflict. */
export type ConflictRole = 'ORIGINATOR' | 'SEARCHER' | 'COORDINATOR';

/** What one agency is told of a meeting, and what it owes. */
export interface Telling {
  readonly agency: string;
  readonly role: ConflictRole;
  /** What it learns of the other side: that there is one, or whom to call. */
  readonly disclosure: DeconflictionDuty['disclosure'];
  /** The clauses that tell it, and no other. Sorted. */
  readonly clauses: readonly ClauseId[];
  /** It waits until the two have agreed, and if its operation goes second, until the first is over. */
  readonly hold: boolean;
  /** Hours within which answers are due; undefined: no limit. */
  readonly answerHours: number | undefined;
  /** The clauses that set a time for answers, each with its hours. */
  readonly answerTimes: readonly AnswerTime[];
}

/** Within how many hours a clause wants to be answered. */
export interface AnswerTime {
  readonly clause: ClauseId;
  readonly hours: number;
}

/**
 * Who is told of a meeting, by the duties in force. Duties add up as clauses that share do: any that tells an agency
 * tells it, the most that one of these discloses is disclosed, it waits if one of these says so, and answers are due by
 * the shortest of their times.
 * INVARIANT: what an agency is told, and what it owes, follows from the duties that tell it, and from no others: a hold
 * or a time under a duty that tells the other side only would tell of it.
 */
export function tellingsOf(meeting: Meeting, duties: readonly Duty[], purposes: Purposes): readonly Telling[] {
  const applying = duties.filter((duty) => applies(duty, meeting, purposes));
  const coordinators = applying.flatMap((duty) => (duty.tells === 'coordinator' ? [...duty.coordinators] : []));
  const agencies = new Set([meeting.originator.agency, meeting.searcher.agency, ...coordinators]);
  return [...agencies].flatMap((agency) => {
    const telling = applying.filter((duty) => tells(duty, agency, meeting));
    return telling.length > 0 ? [together(agency, roleOf(agency, meeting), telling)] : [];
  });
}

/** Whom an overdue answer comes to besides those who are told: the coordinator of a group. It learns no more than that. */
export interface Escalation {
  readonly agency: string;
  /** The clauses by which an answer is due. Sorted. */
  readonly clauses: readonly ClauseId[];
}

/** The coordinators of the groups under whose duties an answer was due; of those, the ones that are not told anyway. */
export function escalationsOf(meeting: Meeting, duties: readonly Duty[], purposes: Purposes): readonly Escalation[] {
  const told = new Set(tellingsOf(meeting, duties, purposes).map(({ agency }) => agency));
  const due = duties.filter((duty) => duty.answerHours !== undefined && applies(duty, meeting, purposes));
  const coordinators = new Set(due.flatMap((duty) => [...duty.coordinators]));
  return [...coordinators]
    .filter((agency) => !told.has(agency) && agency !== meeting.originator.agency && agency !== meeting.searcher.agency)
    .map((agency) => ({
      agency,
      clauses: due.flatMap(({ id, coordinators: of }) => (of.has(agency) ? [id] : [])).sort(),
    }));
}

/**
 * Of the kinds of a party's own selectors, those by which duties in force match its targets with somebody's. A selector
 * whose place may hold several kinds is matched by a duty that names every one.
 * INVARIANT: it follows from the duties and from what the party itself said, and from nothing that others have declared.
 */
export function kindsMatched(
  { agency, areas }: Party,
  selectors: readonly (readonly SelectorKind[])[],
  duties: readonly Duty[],
  purposes: Purposes,
): readonly SelectorKind[] {
  const own = duties.filter(
    (duty) =>
      isOn(duty, areas, purposes) && [...duty.from, ...duty.to].some((other) => standsBetween(duty, agency, other)),
  );
  const matched = selectors.filter((may) => own.some((duty) => matches(duty, { by: 'selectors', selectors: [may] })));
  return [...new Set(matched.flat())].sort();
}

/** Whether a duty stands between two agencies, whatever meets. */
export function standsBetween({ from, to }: Pick<Duty, 'from' | 'to'>, one: string, other: string): boolean {
  return one !== other && ((from.has(one) && to.has(other)) || (from.has(other) && to.has(one)));
}

function applies(duty: Duty, { originator, searcher, met }: Meeting, purposes: Purposes): boolean {
  if (!standsBetween(duty, originator.agency, searcher.agency)) return false;
  return [originator, searcher].every(({ areas }) => isOn(duty, areas, purposes)) && matches(duty, met);
}

/** A duty for some areas speaks of work on one of them, or on what lies under it. Who says no area is under none. */
function isOn({ areas: named }: Duty, areas: readonly string[], { areas: terms }: Purposes): boolean {
  if (!named) return true;
  return areas.some((area) => selfAndWider(terms, area).some((wider) => named.includes(wider)));
}

/** Of a selector whose place may hold several kinds, the duty names every one. */
function matches({ selectors: kinds, events }: Duty, met: Met): boolean {
  if (met.by === 'place') return events !== undefined && met.metres <= events.radiusMetres && met.hours <= events.hours;
  return met.selectors.some((may) => may.length > 0 && may.every((kind) => kinds?.includes(kind)));
}

function tells({ tells: who, coordinators }: Duty, agency: string, { originator, searcher }: Meeting): boolean {
  switch (who) {
    case 'both':
      return agency === originator.agency || agency === searcher.agency;
    case 'originator':
      return agency === originator.agency;
    case 'coordinator':
      return coordinators.has(agency);
  }
}

/** Who coordinates a group and is a party to the conflict, is the party. */
function roleOf(agency: string, { originator, searcher }: Meeting): ConflictRole {
  if (agency === originator.agency) return 'ORIGINATOR';
  return agency === searcher.agency ? 'SEARCHER' : 'COORDINATOR';
}

function together(agency: string, role: ConflictRole, duties: readonly Duty[]): Telling {
  const answerTimes = duties.flatMap(({ id, answerHours: hours }) =>
    hours === undefined ? [] : [{ clause: id, hours }],
  );
  const hours = answerTimes.map((time) => time.hours);
  return {
    agency,
    role,
    disclosure: duties.some(({ disclosure }) => disclosure === 'CONTACT') ? 'CONTACT' : 'EXISTS',
    clauses: [...new Set(duties.map(({ id }) => id))].sort(),
    hold: duties.some(({ hold }) => hold),
    answerHours: hours.length > 0 ? Math.min(...hours) : undefined,
    answerTimes,
  };
}
