import { NEVER } from '../../policy/condition/condition.ts';
import type { Grant } from '../../policy/grant.ts';
import type { Survey } from '../../policy/projection/survey.ts';
import type { ClauseId } from '../../policy/clause-id.ts';
import type { Coordinate } from '../../schema/contract.ts';

/** The clauses under which an operation is answered with one originator's data. */
export interface Disclosing {
  readonly originator: string;
  /** Sorted. With what each of them shares of what is asked; nothing: it only tells that an object is there. */
  readonly clauses: ReadonlyMap<ClauseId, readonly Coordinate[]>;
}

/**
 * Under which clauses others' data is disclosed, or would be if there were any: told from the operation and the grant,
 * never from a row. The viewer's own agency's data is left out: it is not disclosed to them. Sorted by originator.
 */
export function disclosingOf({ coordinates, searched, conflicts }: Survey, grant: Grant): readonly Disclosing[] {
  const found = new Map<string, Map<ClauseId, Coordinate[]>>();
  const note = (originator: string, clauses: readonly ClauseId[], coordinate?: Coordinate) => {
    const known = found.get(originator) ?? new Map<ClauseId, Coordinate[]>();
    for (const clause of clauses)
      known.set(clause, [...(known.get(clause) ?? []), ...(coordinate === undefined ? [] : [coordinate])]);
    if (clauses.length > 0) found.set(originator, known);
  };
  for (const [coordinate, originators] of coordinates) {
    for (const originator of others(originators, grant)) {
      const { rows, shares } = grant.cell(originator, coordinate);
      if (rows !== NEVER) note(originator, shares, coordinate);
    }
  }
  for (const [family, originators] of searched) {
    for (const originator of others(originators, grant)) note(originator, grant.tellingClauses(originator, family));
  }
  for (const originator of others(conflicts, grant)) note(originator, grant.conflicts.clauses(originator));
  return sortedByKey(found).map(([originator, clauses]) => ({ originator, clauses: new Map(sortedByKey(clauses)) }));
}

function others(originators: ReadonlySet<string>, { recipient }: Grant): readonly string[] {
  return [...originators].filter((originator) => originator !== recipient.agency);
}

function sortedByKey<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
