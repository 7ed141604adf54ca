import { LEVELS, isAlike, levelOf, type Cell } from './cell.ts';
import { cellAt, fieldsOf, type Matrix } from './matrix.ts';

/** What became of the cells of one viewer when agreements changed. */
export interface Changes {
  readonly opened: number;
  readonly closed: number;
  /** Shown as before, but masked, or of other objects. */
  readonly otherwise: number;
}

/**
 * What became of the cells of a matrix. INVARIANT: one that was shown of some objects and now is wherever its object
 * appears has not opened: where a clause has ended that opened further objects, those do not appear any more.
 */
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
    ...(otherwise > 0 ? [`${cells(otherwise)} shown otherwise`] : []),
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
  if (!cell) return LEVELS.length;
  return cell.disclosure === 'CLOSED' ? LEVELS.indexOf(levelOf(cell)) : 0;
}

function cells(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}
