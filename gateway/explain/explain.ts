import type { Grant, Reason } from '../../policy/grant.ts';
import type { AgencyEntry, Desk } from '../../policy/parties.ts';
import type { Survey } from '../../policy/projection/survey.ts';
import type { ClauseId } from '../../policy/clause-id.ts';
import type { Coordinate } from '../../schema/contract.ts';
import type { Purpose } from '../../schema/purposes.ts';
import type { Disclosing } from '../obligations/disclosing.ts';
import type { Owed } from '../obligations/owed.ts';

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
  /** Whom to ask. */
  readonly contact: Desk | null;
}

/** What an answer is explained by. */
export interface Explained {
  readonly survey: Survey;
  readonly disclosing: readonly Disclosing[];
  readonly obligations: readonly Owed[];
  /** Clauses that are past a quota. */
  readonly spent: ReadonlySet<ClauseId>;
}

/**
 * Explains an answer by the operation and the grant, never by the data: a reason must not prove that a row exists.
 * The viewer's own agency's data is left out: it is not disclosed to them.
 */
export function explain(
  { survey: { coordinates }, disclosing, obligations, spent }: Explained,
  grant: Grant,
  purpose: Purpose | undefined,
  agencies: readonly AgencyEntry[],
): Visibility {
  const withheld = [...coordinates].flatMap(([coordinate, originators]) =>
    [...originators]
      .filter((originator) => originator !== grant.recipient.agency)
      .flatMap((originator) => withheldOf(originator, coordinate, grant, agencies)),
  );
  return {
    ruleset: grant.ruleset,
    purpose: purpose ?? null,
    disclosed: disclosing.map(({ originator, clauses }) => ({ originator, clauses: [...clauses.keys()] })),
    withheld: withheld.sort(byOriginator),
    obligations,
    ...(spent.size > 0 && { spent: [...spent].sort() }),
  };
}

function withheldOf(
  originator: string,
  coordinate: Coordinate,
  grant: Grant,
  agencies: readonly AgencyEntry[],
): readonly Withheld[] {
  const closed = grant.reason(originator, coordinate);
  const contact = agencies.find(({ code }) => code === originator)?.desk ?? null;
  return closed ? [{ originator, coordinate, ...closed, contact }] : [];
}

/** Stable: coordinates of one originator keep the order of the operation. */
function byOriginator(a: { readonly originator: string }, b: { readonly originator: string }): number {
  return a.originator === b.originator ? 0 : a.originator < b.originator ? -1 : 1;
}
