import { LEVELS, isAlike, levelOf, type Level } from './cell.ts';
import { cellAt, fieldsOf, type Field, type Matrix } from './matrix.ts';

/** How many cells are of each level. */
export type Counts = Readonly<Record<Level, number>>;

/** Of a whole matrix. */
export function countsOf({ cells }: Matrix): Counts {
  const counts = Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
  for (const ofOriginator of cells.values()) for (const cell of ofOriginator.values()) counts[levelOf(cell)] += 1;
  return counts;
}

/** How many cells two viewers see otherwise. */
export function differences(matrix: Matrix, other: Matrix): number {
  return fieldsOf([matrix, other]).reduce((count, { coordinate }) => {
    const unlike = matrix.originators.filter(
      (originator) => !isAlike(cellAt(matrix, originator, coordinate), cellAt(other, originator, coordinate)),
    );
    return count + unlike.length;
  }, 0);
}

/** Of some fields of an originator: how many are open everywhere, how many on some rows, and how many it has. */
export interface Shown {
  readonly open: number;
  readonly some: number;
  readonly all: number;
}

/** How many of some fields of an originator are shown, told apart by how openly. */
export function shownOf(matrix: Matrix, originator: string, fields: readonly Field[]): Shown {
  const levels = fields.flatMap(({ coordinate }) => cellAt(matrix, originator, coordinate) ?? []).map(levelOf);
  const count = (level: Level) => levels.filter((one) => one === level).length;
  return { open: count('open'), some: count('some'), all: levels.length };
}
