import type { ResponsePath } from '@apollo/query-planner';

/** A place in the answer as it grows: an object, or the objects of lists. */
export interface Cursor {
  readonly path: ResponsePath;
  readonly data: unknown;
}

/** The objects under a path, through lists (`@`). Undefined: there is nothing. */
export function moveInto({ path, data }: Cursor, further: ResponsePath): Cursor | undefined {
  const found = under(data, further, 0);
  return found ? { path: [...path, ...further], data: found } : undefined;
}

function under(value: unknown, path: ResponsePath, depth: number): unknown {
  const step = path[depth];
  if (step === undefined || value === undefined || value === null) return value;
  if (step === '@') return inList(value as readonly unknown[], path, depth + 1);
  if (Array.isArray(value)) throw new Error(`Unexpected array in result for path element ${step}`);
  return under(Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined, path, depth + 1);
}

function inList(items: readonly unknown[], path: ResponsePath, depth: number): readonly unknown[] {
  const found: unknown[] = [];
  for (const item of items) {
    const inside = under(item, path, depth);
    if (Array.isArray(inside)) for (const one of inside) found.push(one);
    else found.push(inside);
  }
  return found;
}

/** Where each of these objects stands in the answer: list positions in the place of `@`. */
export function placesOf({ path }: Cursor, answer: unknown): readonly ResponsePath[] {
  const places: ResponsePath[] = [];
  place([], path, answer, places);
  return places;
}

function place(parent: ResponsePath, path: ResponsePath, data: unknown, places: ResponsePath[]): void {
  if (data === null || data === undefined) return;
  const [head, ...rest] = path;
  if (head === undefined) {
    places.push(parent);
  } else if (Array.isArray(data)) {
    const further = head === '@' ? rest : path;
    data.forEach((item, index) => place([...parent, index], further, item, places));
  } else if (Object.hasOwn(data, head)) {
    place([...parent, head], rest, (data as Record<string | number, unknown>)[head], places);
  }
}
