import { NEVER } from '../../policy/condition/condition.ts';
import type { Grant, Reason } from '../../policy/grant.ts';
import type { AgencyEntry, Desk } from '../../policy/parties.ts';
import type { Survey } from '../../policy/projection/survey.ts';
import type { ClauseId } from '../../policy/rule.ts';
import type { Coordinate } from '../../schema/contract.ts';
import type { Purpose } from '../../schema/purposes.ts';

/** `extensions.visibility` of an answer. */
export interface Visibility {
  /** Digest of the agreements in force. */
  readonly ruleset: string;
  readonly purpose: Purpose | null;
  /** Under which clauses each originator's data was, or would have been, disclosed. */
  readonly disclosed: readonly { readonly originator: string; readonly clauses: readonly ClauseId[] }[];
  /** What was asked for and is withheld, on every row or (ROW_CONDITION) on some. */
  readonly withheld: readonly Withheld[];
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

/**
 * Explains an answer by the operation and the grant, never by the data: a reason must not prove that a row exists.
 * The viewer's own agency's data is left out: it is not disclosed to them.
 */
export function explain(
  { coordinates, searched }: Survey,
  grant: Grant,
  purpose: Purpose | undefined,
  agencies: readonly AgencyEntry[],
): Visibility {
  const clauses = new Map<string, Set<ClauseId>>();
  const withheld: Withheld[] = [];
  for (const [coordinate, originators] of coordinates) {
    for (const originator of others(originators, grant)) {
      const cell = grant.cell(originator, coordinate);
      if (cell.rows !== NEVER) add(clauses, originator, cell.shares);
      const closed = grant.reason(originator, coordinate);
      const desk = agencies.find(({ code }) => code === originator)?.desk ?? null;
      if (closed) withheld.push({ originator, coordinate, ...closed, contact: desk });
    }
  }
  for (const [family, originators] of searched) {
    for (const originator of others(originators, grant))
      add(clauses, originator, grant.tellingClauses(originator, family));
  }
  return {
    ruleset: grant.ruleset,
    purpose: purpose ?? null,
    disclosed: sorted(clauses),
    withheld: withheld.sort(byOriginator),
  };
}

function others(originators: ReadonlySet<string>, { recipient }: Grant): readonly string[] {
  return [...originators].filter((originator) => originator !== recipient.agency);
}

function add(clauses: Map<string, Set<ClauseId>>, originator: string, ids: readonly ClauseId[]): void {
  if (ids.length > 0) clauses.set(originator, new Set([...(clauses.get(originator) ?? []), ...ids]));
}

function sorted(clauses: ReadonlyMap<string, ReadonlySet<ClauseId>>): Visibility['disclosed'] {
  return [...clauses].map(([originator, ids]) => ({ originator, clauses: [...ids].sort() })).sort(byOriginator);
}

/** Stable: coordinates of one originator keep the order of the operation. */
function byOriginator(a: { readonly originator: string }, b: { readonly originator: string }): number {
  return a.originator === b.originator ? 0 : a.originator < b.originator ? -1 : 1;
}
