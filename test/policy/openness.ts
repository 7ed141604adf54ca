import { treatmentOn, type Cell } from '../../policy/cell.ts';
import type { Row } from '../../policy/condition/evaluate.ts';
import { entityOf, familiesOf } from '../../policy/families.ts';
import type { Grant } from '../../policy/grant.ts';
import { contract, TREATMENTS, type Coordinate } from '../../schema/contract.ts';
import { agencyEntry } from '../support/toy-federation.ts';
import { COORDINATES } from './arbitraries.ts';

/** How open coordinates are on a row, by originator and coordinate: 0 is closed. */
export type Openness = Readonly<Record<string, number>>;

const ICE = agencyEntry('ICE');

/** How open every coordinate of these originators is on a row. */
export function opennessOn(row: Row, grant: Grant, originators: readonly string[]): Openness {
  return Object.fromEntries(
    originators.flatMap((originator) =>
      coordinatesOn(row).map((coordinate) => [
        `${originator} ${coordinate}`,
        openness(grant.cell(originator, coordinate), row),
      ]),
    ),
  );
}

/** What is more open now than before. */
export function opened(before: Openness, now: Openness): readonly string[] {
  return Object.keys(now).filter((key) => now[key]! > before[key]!);
}

/** Coordinates of objects of the row's type. */
export function coordinatesOn({ type }: Row): readonly Coordinate[] {
  return COORDINATES.filter((coordinate) => {
    const of = coordinate.split('.')[0] ?? '';
    return (familiesOf(contract).get(of) ?? entityOf(of, ICE)) === type;
  });
}

/** How open a coordinate is on a row: 0 is closed. */
export function openness(cell: Cell, row: Row): number {
  const treatment = treatmentOn(cell, row);
  return treatment === undefined ? 0 : TREATMENTS.length - TREATMENTS.indexOf(treatment);
}
