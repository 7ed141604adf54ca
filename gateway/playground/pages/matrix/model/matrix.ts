import type { Cell } from './cell.ts';

/** What one viewer may see of every originator, for one purpose. */
export interface Matrix {
  /** Digest of the agreements that it was told under. */
  readonly ruleset: string;
  /** Codes, in the order of the columns. */
  readonly originators: readonly string[];
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, Cell>>;
}

/** A field, and the category that governs it. */
export interface Field {
  readonly coordinate: string;
  readonly category: string;
}

/** The matrix of what was told of each originator. */
export function matrixOf(
  ruleset: string,
  told: readonly (readonly [originator: string, cells: readonly Cell[]])[],
): Matrix {
  return {
    ruleset,
    originators: told.map(([originator]) => originator),
    cells: new Map(
      told.map(([originator, cells]) => [originator, new Map(cells.map((cell) => [cell.coordinate, cell]))]),
    ),
  };
}

/** One cell; undefined: the originator has no such field. */
export function cellAt({ cells }: Matrix, originator: string, coordinate: string): Cell | undefined {
  return cells.get(originator)?.get(coordinate);
}

/** Every field of some originator, each once: those of the contract in its order, then those that agencies add. */
export function fieldsOf(matrices: readonly Matrix[]): readonly Field[] {
  const told = matrices.flatMap(({ cells }) =>
    [...cells.values()].flatMap((ofOriginator) => [...ofOriginator.values()]),
  );
  const fields = new Map<string, Field>();
  for (const { coordinate, category } of told)
    if (!fields.has(coordinate)) fields.set(coordinate, { coordinate, category });
  const all = [...fields.values()];
  return [...all.filter(({ category }) => category !== OWN), ...all.filter(({ category }) => category === OWN)];
}

/** The category of fields that agencies add to the contract. */
const OWN = 'OWN';

/** A category as it is read: `PERSONAL_IDENTITY` is Personal identity. */
export function categoryName(category: string): string {
  if (category === OWN) return 'Fields of single agencies';
  const words = category.toLowerCase().replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
