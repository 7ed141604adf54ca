import type { Grant, Reason } from '../../policy/grant.ts';
import type { AgencyEntry, Desk } from '../../policy/parties.ts';
import type { Survey, SurveyedRead } from '../../policy/projection/survey.ts';
import type { ClauseId } from '../../policy/clause-id.ts';
import type { Coordinate } from '../../schema/contract.ts';
import type { Purpose } from '../../schema/purposes.ts';
import type { Disclosing } from '../obligations/disclosing.ts';
import type { Owed } from '../obligations/owed.ts';
import { reasonOfRead } from './reads.ts';

/** `extensions.visibility` of an answer. */
export interface Visibility {
  /** Digest of the agreements in force. */
  readonly ruleset: string;
  readonly purpose: Purpose | null;
  /** Under which clauses each originator's data was, or would have been, disclosed. */
  readonly disclosed: readonly { readonly originator: string; readonly clauses: readonly ClauseId[] }[];
  /** What was asked for and is withheld, on every row or (ROW_CONDITION) on some. */
  readonly withheld: readonly Withheld[];
  /** What the viewer's agency owes the originators under those clauses. */
  readonly obligations: readonly Owed[];
  /** Clauses that would have disclosed something, and whose quota is used up. Absent: none. */
  readonly spent?: readonly ClauseId[];
}

/** One coordinate that was asked for and is withheld. */
export interface Withheld {
  readonly originator: string;
  readonly coordinate: Coordinate;
  readonly reason: Reason;
  /** The clauses that spoke; for NOT_COVERED there is none. */
  readonly clauses: readonly ClauseId[];
  /** The arguments that would read it, where it was asked for by them: `records.filter.kinds`. */
  readonly by?: readonly string[];
  /** Whom to ask. */
  readonly contact: Desk | null;
}

/** What is told of an answer whatever case it is asked for. */
export type Explanation = Pick<Visibility, 'disclosed' | 'withheld'>;

/**
 * Explains an answer by the operation and the grant, never by the data: a reason must not prove that a row exists.
 * The viewer's own agency's data is left out: it is not disclosed to them. Pure.
 */
export function explain(
  { coordinates, reads }: Survey,
  disclosing: readonly Disclosing[],
  grant: Grant,
  agencies: readonly AgencyEntry[],
): Explanation {
  const asked = [...coordinates].flatMap(([coordinate, originators]) =>
    others(originators, grant).flatMap((originator) => withheldOf(originator, coordinate, grant, agencies)),
  );
  const read = reads.flatMap((read) =>
    others(read.originators, grant).flatMap((originator) => unreadOf(originator, read, grant, agencies)),
  );
  return {
    disclosed: disclosing.map(({ originator, clauses }) => ({ originator, clauses: [...clauses.keys()] })),
    withheld: merged([...asked, ...read]).sort(byOriginator),
  };
}

function withheldOf(
  originator: string,
  coordinate: Coordinate,
  grant: Grant,
  agencies: readonly AgencyEntry[],
): readonly Withheld[] {
  const closed = grant.reason(originator, coordinate);
  return closed ? [{ originator, coordinate, ...closed, contact: contactOf(originator, agencies) }] : [];
}

function unreadOf(
  originator: string,
  read: SurveyedRead,
  grant: Grant,
  agencies: readonly AgencyEntry[],
): readonly Withheld[] {
  const closed = reasonOfRead(read, originator, grant);
  const { coordinate, by } = read;
  return closed ? [{ originator, coordinate, ...closed, by: [by], contact: contactOf(originator, agencies) }] : [];
}

/** A coordinate of an originator is told of once: as a field, if it was asked for as one, with the arguments. */
function merged(withheld: readonly Withheld[]): Withheld[] {
  const told = new Map<string, Withheld>();
  for (const one of withheld) {
    const key = `${one.originator} ${one.coordinate}`;
    const by = [...new Set([...(told.get(key)?.by ?? []), ...(one.by ?? [])])];
    told.set(key, { ...(told.get(key) ?? one), ...(by.length > 0 && { by }) });
  }
  return [...told.values()];
}

function others(originators: ReadonlySet<string>, { recipient }: Grant): readonly string[] {
  return [...originators].filter((originator) => originator !== recipient.agency);
}

function contactOf(originator: string, agencies: readonly AgencyEntry[]): Desk | null {
  return agencies.find(({ code }) => code === originator)?.desk ?? null;
}

/** Stable: coordinates of one originator keep the order of the operation. */
function byOriginator(a: { readonly originator: string }, b: { readonly originator: string }): number {
  return a.originator === b.originator ? 0 : a.originator < b.originator ? -1 : 1;
}
