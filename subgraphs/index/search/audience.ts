import { NEVER, keyOf } from '../../../policy/condition/condition.ts';
import type { Cell } from '../../../policy/cell.ts';
import type { Grant, Levels } from '../../../policy/grant.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import type { Family } from '../columns.ts';

/** Originators of whose pointers the grant says the same. */
export interface Audience {
  readonly originators: readonly string[];
  readonly levels: Levels;
  /** By coordinate: those that the search reads, and that which tells which subjects a pointer has. */
  readonly cells: ReadonlyMap<Coordinate, Cell>;
}

/** What the grant says of every originator that discloses any pointer at all, like ones together. */
export function audiencesOf(
  grant: Grant,
  originators: readonly string[],
  family: Family,
  coordinates: readonly Coordinate[],
): readonly Audience[] {
  const audiences = new Map<string, Audience>();
  for (const originator of originators) {
    const levels = grant.levels(originator, family);
    if (Object.values(levels).every((rows) => rows === NEVER)) continue;
    const cells = new Map([...coordinates, linkOf(family)].map((read) => [read, grant.cell(originator, read)]));
    const key = JSON.stringify([Object.values(levels).map(keyOf), [...cells.values()].map(keyOfCell)]);
    const alike = audiences.get(key)?.originators ?? [];
    audiences.set(key, { originators: [...alike, originator], levels, cells });
  }
  return [...audiences.values()];
}

/** The field that tells which subjects a record or a case has. */
export function linkOf(family: Family): Coordinate {
  return `${family}.subjects`;
}

/** INVARIANT: of cells with equal keys the same is shown, and in the same way. */
function keyOfCell({ rows, told, treatments }: Cell): unknown {
  return [
    keyOf(rows),
    keyOf(told.CONTACT),
    keyOf(told.EXISTS),
    treatments.map(({ treatment, rows: treated }) => [treatment, keyOf(treated)]),
  ];
}
