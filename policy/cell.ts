import type { Coordinate, EntityType, Treatment } from '../schema/contract.ts';
import { TREATMENTS } from '../schema/contract.ts';
import { ALWAYS, NEVER, allOf, anyOf, not, type Condition } from './condition/condition.ts';
import { evaluateOnce, type Row } from './condition/evaluate.ts';
import { handlingAllows, thirdPartiesAllow, type Release } from './handling.ts';
import type { ClauseId } from './clause-id.ts';
import type { Disclosure, Rule } from './rule.ts';

/** A clause that speaks for a viewer and a purpose, with the rows of each family that it then speaks of. */
export interface SpeakingRule extends Omit<Rule, 'rows'> {
  readonly rows: (family: EntityType) => Condition;
  /** What must name an object before the clause speaks of it. None of them names a contact. */
  readonly needs: readonly Need[];
}

/** What names single objects: the viewer's staff, or a notice of the originator. */
export type Need = 'match' | 'release' | 'consent';

/** What a grant says of one coordinate of one originator. */
export interface Cell {
  readonly coordinate: Coordinate;
  /** The rows on which it is shown: where this is true, not where it is unknown. */
  readonly rows: Condition;
  /** The rows of which a clause tells, when they are found by its value, that they exist, or whom to call about them. */
  readonly told: Readonly<Record<'CONTACT' | 'EXISTS', Condition>>;
  /** The rows of which the originator is told, and nobody else, that somebody searched by its value. */
  readonly silent: Condition;
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
  return {
    coordinate,
    rows: ALWAYS,
    told: { CONTACT: NEVER, EXISTS: NEVER },
    silent: NEVER,
    treatments,
    shares: [],
    withholds: [],
    closedBy: [],
  };
}

/**
 * The rows of a coordinate that some clause shares, none withholds, and the originator's marks leave; and those that a
 * clause releases because life is in danger. No clause, no rows.
 * @param rules those that speak, between this originator and recipient
 */
export function decide(
  coordinate: Coordinate,
  family: EntityType,
  rules: readonly SpeakingRule[],
  release: Release,
): Cell {
  const speaking = rules.filter((rule) => speaksOf(rule, coordinate, family));
  const shares = speaking.filter((rule) => rule.effect === 'share');
  const shown = shares.filter((rule) => rule.disclosure === 'FULL' || callsFor(rule, coordinate));
  const of = (disclosure: SpeakingRule['disclosure']) => shares.filter((rule) => rule.disclosure === disclosure);
  const withholds = speaking.filter((rule) => rule.effect === 'withhold');
  const limits: Limits = {
    open: allOf([not(rowsOf(withholds, family)), handlingAllows(family, release)]),
    released: thirdPartiesAllow(family, release),
  };
  const rows = (some: readonly SpeakingRule[]) => shownRows(some, coordinate, family);
  return {
    coordinate,
    rows: within(shown, rows, limits),
    told: { CONTACT: within(of('CONTACT'), rows, limits), EXISTS: within(of('EXISTS'), rows, limits) },
    silent: within(of('SILENT'), rows, limits),
    treatments: TREATMENTS.map((treatment) => {
      const treated = shown.filter((rule) => treatmentBy(rule, coordinate) === treatment);
      return { treatment, rows: shown.some(isOverride) ? within(treated, rows, limits) : rows(treated) };
    }).filter((treated) => treated.rows !== NEVER),
    shares: shown.map((rule) => rule.id),
    withholds: withholds.map((rule) => rule.id),
    closedBy: withholds.filter((rule) => rule.rows(family) === ALWAYS).map((rule) => rule.id),
  };
}

/** How the coordinate is shown on a row; undefined: it is withheld. */
export function treatmentOn(cell: Cell, row: Row): Treatment | undefined {
  if (evaluateOnce(cell.rows, row) !== true) return undefined;
  for (const { rows, treatment } of cell.treatments) if (evaluateOnce(rows, row) === true) return treatment;
  return undefined;
}

/** The rows on which the value is shown as it is. */
export function shownInFull({ rows, treatments }: Cell): Condition {
  const full = treatments.find(({ treatment }) => treatment === 'full');
  return full ? allOf([rows, full.rows]) : NEVER;
}

/**
 * The rows that are hits of a disclosure by the value: shown in full, or told of by clauses of that disclosure.
 * INVARIANT: what a hit tells was opened for that. Were it found by what another clause opens, it would tell of one object
 * what clauses tell of several, or name the one that another clause shows.
 */
export function foundAt(disclosure: Disclosure, cell: Cell): Condition {
  return disclosure === 'FULL' ? shownInFull(cell) : cell.told[disclosure];
}

/** The rows that are found by the value at all, whatever is then disclosed of them. */
export function foundAnyhow(cell: Cell): Condition {
  return anyOf([shownInFull(cell), cell.told.CONTACT, cell.told.EXISTS]);
}

/** Any of the rules' rows. */
export function rowsOf(rules: readonly SpeakingRule[], family: EntityType): Condition {
  return anyOf(rules.map((rule) => rule.rows(family)));
}

/** Whether a rule names the coordinate, or by a whole-object withholding closes it. */
function speaksOf(rule: SpeakingRule, coordinate: Coordinate, family: EntityType): boolean {
  if (rule.coordinates) return rule.coordinates.has(coordinate) || callsFor(rule, coordinate);
  return family !== 'LiaisonContact';
}

/** A CONTACT clause names the fields that a record is found by, and shows whom to call, whatever the record. */
function callsFor(rule: SpeakingRule, coordinate: Coordinate): boolean {
  return rule.disclosure === 'CONTACT' && rule.needs.length === 0 && coordinate.startsWith('LiaisonContact.');
}

/** Which rows are left: to clauses, and to those that a threat to life calls for. */
interface Limits {
  readonly open: Condition;
  readonly released: Condition;
}

/** Clauses add up. One that a threat to life calls for releases what others withhold and marks restrict. */
function within(
  rules: readonly SpeakingRule[],
  rows: (of: readonly SpeakingRule[]) => Condition,
  { open, released }: Limits,
): Condition {
  const plain = rules.filter((rule) => !isOverride(rule));
  return anyOf([allOf([rows(plain), open]), allOf([rows(rules.filter(isOverride)), released])]);
}

function isOverride({ override }: SpeakingRule): boolean {
  return override;
}

function shownRows(rules: readonly SpeakingRule[], coordinate: Coordinate, family: EntityType): Condition {
  return anyOf(rules.map((rule) => (callsFor(rule, coordinate) ? ALWAYS : rule.rows(family))));
}

function treatmentBy({ treatments }: SpeakingRule, coordinate: Coordinate): Treatment {
  return treatments[coordinate] ?? 'full';
}
