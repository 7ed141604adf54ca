import { isAlike } from './cell.ts';
import { cellAt, categoryName, fieldsOf, type Field, type Matrix } from './matrix.ts';

/** The fields of a category that are shown. */
export interface Group {
  readonly category: string;
  readonly fields: readonly Field[];
}

/** Which fields are shown. */
export interface Filter {
  /** Every word of it is in the field's or its category's name, or in the id of a clause that spoke. */
  readonly text: string;
  /** Only where two viewers see something else. */
  readonly onlyDifferences: boolean;
}

/** The fields to show, by category. Categories of which none is left are left out. */
export function groupsOf(matrix: Matrix, other: Matrix | undefined, filter: Filter): readonly Group[] {
  const matrices = other ? [matrix, other] : [matrix];
  const groups = new Map<string, Field[]>();
  for (const field of fieldsOf(matrices)) {
    if (!isShown(field, matrix, other, filter)) continue;
    const known = groups.get(field.category);
    if (known) known.push(field);
    else groups.set(field.category, [field]);
  }
  return [...groups].map(([category, fields]) => ({ category, fields }));
}

/** The originators of whom two viewers see a field otherwise. */
export function differing(matrix: Matrix, other: Matrix, coordinate: string): readonly string[] {
  return matrix.originators.filter(
    (originator) => !isAlike(cellAt(matrix, originator, coordinate), cellAt(other, originator, coordinate)),
  );
}

function isShown(field: Field, matrix: Matrix, other: Matrix | undefined, { text, onlyDifferences }: Filter): boolean {
  if (onlyDifferences && other && differing(matrix, other, field.coordinate).length === 0) return false;
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const searched = searchedOf(field, other ? [matrix, other] : [matrix]);
  return words.every((word) => searched.includes(word));
}

function searchedOf({ coordinate, category }: Field, matrices: readonly Matrix[]): string {
  const clauses = matrices.flatMap((matrix) =>
    matrix.originators.flatMap((originator) => cellAt(matrix, originator, coordinate)?.clauses ?? []),
  );
  return [coordinate, category, categoryName(category), ...clauses].join('\n').toLowerCase();
}
