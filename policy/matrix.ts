import { contract as shippedContract, type Contract, type Coordinate, type Treatment } from '../schema/contract.ts';
import type { Grant, Reason } from './grant.ts';
import type { ClauseId } from './clause-id.ts';
import type { Rule } from './rule.ts';

/** On which objects a field is shown: wherever its object appears, on some objects, or nowhere. */
export type Openness = 'OPEN' | 'CONDITIONAL' | 'CLOSED';

/** What is told of an object that is found by a field which is not shown, most open first. */
const FOUND = ['CONTACT', 'EXISTS', 'SILENT'] as const;
export type Found = (typeof FOUND)[number];

/** What one viewer may see of one field of one originator, for one purpose. */
export interface MatrixCell {
  readonly coordinate: Coordinate;
  readonly disclosure: Openness;
  /** How it may be shown, most open first. */
  readonly treatments: readonly Treatment[];
  /** Of a closed field by which objects are found: what is told of them. */
  readonly found: Found | null;
  readonly clauses: readonly ClauseId[];
  readonly reason: Reason | null;
}

/** What the grant says of a field of an originator. It is computed from clauses alone, never from data. */
export function matrixCell(originator: string, coordinate: Coordinate, grant: Grant): MatrixCell {
  const { shares, treatments } = grant.cell(originator, coordinate);
  const why = grant.reason(originator, coordinate);
  const disclosure = opennessOf(why?.reason);
  const found = disclosure === 'CLOSED' ? grant.findingClauses(originator, coordinate) : [];
  return {
    coordinate,
    disclosure,
    treatments: disclosure === 'CLOSED' ? [] : treatments.map(({ treatment }) => treatment),
    found: FOUND.find((level) => found.some((clause) => clause.disclosure === level)) ?? null,
    clauses: found.length > 0 ? found.map(({ clause }) => clause) : (why?.clauses ?? shares),
    reason: why?.reason ?? null,
  };
}

/** Fields of an originator that agreements decide about: the contract's, and those of its own that clauses name. */
export function fieldsOf(
  originator: string,
  rules: readonly Rule[],
  contract: Contract = shippedContract,
): readonly Coordinate[] {
  const named = rules.filter((rule) => rule.from.has(originator)).flatMap((rule) => [...(rule.coordinates ?? [])]);
  const own = [...new Set(named)].filter((coordinate) => !contract.governed.has(coordinate)).sort();
  return [...contract.governed.keys(), ...own];
}

function opennessOf(reason: Reason | undefined): Openness {
  if (reason === undefined) return 'OPEN';
  return reason === 'ROW_CONDITION' ? 'CONDITIONAL' : 'CLOSED';
}
