import type { Coordinate, EntityType, Treatment } from '../schema/contract.ts';
import { TREATMENTS } from '../schema/contract.ts';
import { ALWAYS, NEVER, allOf, anyOf, not, type Condition } from './condition/condition.ts';
import { evaluate, type Row } from './condition/evaluate.ts';
import { handlingAllows } from './handling.ts';
import type { ClauseId, Rule } from './rule.ts';

/** What a grant says of one coordinate of one originator. */
export interface Cell {
  readonly coordinate: Coordinate;
  /** The rows on which it is shown: where this is true, not where it is unknown. */
  readonly rows: Condition;
  /** The rows that may be found by its value: where it is shown in full, or a CONTACT or EXISTS clause names it. */
  readonly match: Condition;
  /** How it is shown, most open first; the first whose rows are true applies. */
  readonly treatments: readonly { readonly treatment: Treatment; readonly rows: Condition }[];
  /** Clauses that share it. */
  readonly shares: readonly ClauseId[];
  /** Clauses that withhold it, on some rows or on all. */
  readonly withholds: readonly ClauseId[];
  /** Those of them that withhold it on every row. */
  readonly closedBy: readonly ClauseId[];
}

/** The cell of the originator's own viewers: everything, in full. */
export function ownCell(coordinate: Coordinate): Cell {
  const treatments = [{ treatment: 'full', rows: ALWAYS } as const];
  return { coordinate, rows: ALWAYS, match: ALWAYS, treatments, shares: [], withholds: [], closedBy: [] };
}

/**
 * The rows of a coordinate that some clause shares, none withholds, and the originator's marks leave.
 * No clause, no rows.
 * @param rules those between this originator and recipient, for the viewer and purpose
 */
export function decide(coordinate: Coordinate, family: EntityType, recipient: string, rules: readonly Rule[]): Cell {
  const speaking = rules.filter((rule) => speaksOf(rule, coordinate, family));
  const shares = speaking.filter((rule) => rule.effect === 'share');
  const shown = shares.filter((rule) => rule.disclosure === 'FULL' || callsFor(rule, coordinate));
  const found = shares.filter((rule) => rule.disclosure !== 'FULL');
  const withholds = speaking.filter((rule) => rule.effect === 'withhold');
  const open = allOf([not(rowsOf(withholds, family)), handlingAllows(recipient, family)]);
  const treatments = treatmentsOf(shown, coordinate, family);
  const inFull = treatments.find(({ treatment }) => treatment === 'full')?.rows ?? NEVER;
  return {
    coordinate,
    rows: allOf([anyOf(treatments.map(({ rows }) => rows)), open]),
    match: allOf([anyOf([inFull, rowsOf(found, family)]), open]),
    treatments,
    shares: shown.map((rule) => rule.id),
    withholds: withholds.map((rule) => rule.id),
    closedBy: withholds.filter((rule) => rule.rows(family) === ALWAYS).map((rule) => rule.id),
  };
}

/** How the coordinate is shown on a row; undefined: it is withheld. */
export function treatmentOn(cell: Cell, row: Row): Treatment | undefined {
  if (evaluate(cell.rows, row) !== true) return undefined;
  return cell.treatments.find(({ rows }) => evaluate(rows, row) === true)?.treatment;
}

/** Any of the rules' rows. */
export function rowsOf(rules: readonly Rule[], family: EntityType): Condition {
  return anyOf(rules.map((rule) => rule.rows(family)));
}

/** Whether a rule names the coordinate, or by a whole-object withholding closes it. */
function speaksOf(rule: Rule, coordinate: Coordinate, family: EntityType): boolean {
  if (rule.coordinates) return rule.coordinates.has(coordinate) || callsFor(rule, coordinate);
  return family !== 'LiaisonContact';
}

/** A CONTACT clause names the fields that a record is found by, and shows whom to call, whatever the record. */
function callsFor(rule: Rule, coordinate: Coordinate): boolean {
  return rule.disclosure === 'CONTACT' && coordinate.startsWith('LiaisonContact.');
}

/** Clauses add up: where several share a row, the most open treatment applies. */
function treatmentsOf(rules: readonly Rule[], coordinate: Coordinate, family: EntityType): Cell['treatments'] {
  return TREATMENTS.map((treatment) => ({
    treatment,
    rows: anyOf(
      rules
        .filter((rule) => (rule.treatments[coordinate] ?? 'full') === treatment)
        .map((rule) => (callsFor(rule, coordinate) ? ALWAYS : rule.rows(family))),
    ),
  })).filter(({ rows }) => rows !== NEVER);
}
