import { LEVELS, isAlike, levelOf, type Cell } from './cell.ts';
import { cellAt, fieldsOf, type Matrix } from './matrix.ts';

/** What became of the cells of one viewer when agreements changed. */
export interface Changes {
  readonly opened: number;
  readonly closed: number;
  /** As open as before, and shown in another way. */
  readonly otherwise: number;
}

/** What became of the cells of a matrix. A cell that is shown of fewer objects than before has closed. */
export function changesBetween(before: Matrix, after: Matrix): Changes {
  const changes = { opened: 0, closed: 0, otherwise: 0 };
  for (const { coordinate } of fieldsOf([before, after]))
    for (const originator of after.originators) {
      const change = changeOf(cellAt(before, originator, coordinate), cellAt(after, originator, coordinate));
      if (change) changes[change] += 1;
    }
  return changes;
}

/** For who cannot see it: `3 cells closed, 1 cell opened`. */
export function changesInWords({ opened, closed, otherwise }: Changes): string {
  const parts = [
    ...(closed > 0 ? [`${cells(closed)} closed`] : []),
    ...(opened > 0 ? [`${cells(opened)} opened`] : []),
    ...(otherwise > 0 ? [`${cells(otherwise)} shown in another way`] : []),
  ];
  return parts.length > 0
    ? `Agreements have changed: ${parts.join(', ')}.`
    : 'Agreements have changed: no cell here did.';
}

function changeOf(before: Cell | undefined, after: Cell | undefined): keyof Changes | undefined {
  if (isAlike(before, after)) return undefined;
  const [was, is] = [rankOf(before), rankOf(after)];
  if (was === is) return 'otherwise';
  return is < was ? 'opened' : 'closed';
}

function rankOf(cell: Cell | undefined): number {
  return cell ? LEVELS.indexOf(levelOf(cell)) : LEVELS.length;
}

function cells(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}
