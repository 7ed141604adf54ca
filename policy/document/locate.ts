import { isMap, isScalar, isSeq, type Document } from 'yaml';
import type { Position } from './mistake.ts';

/** Keys and indices from the root of a document to one of its values. */
export type Path = readonly (string | number)[];

/** Finds values of a document in its text. A path that does not exist is located at what comes nearest to it. */
export interface Locator {
  /** Where the value begins. */
  readonly value: (path: Path) => Position;
  /** Where the key of the value begins; for an item of a list, the item. */
  readonly key: (path: Path) => Position;
}

/** A locator over a parsed YAML document, by the positions of offsets in its text. */
export function locate(document: Document, position: (offset: number) => Position): Locator {
  return {
    value: (path) => position(walk(document.contents, path).value),
    key: (path) => position(walk(document.contents, path).key),
  };
}

interface Offsets {
  readonly key: number;
  readonly value: number;
}

function walk(root: unknown, path: Path): Offsets {
  let node = root;
  let at: Offsets = { key: offsetOf(root, 0), value: offsetOf(root, 0) };
  for (const step of path) {
    const next = childOf(node, step);
    if (!next) return at;
    const key = offsetOf(next.key, at.value);
    at = { key, value: offsetOf(next.value, key) };
    node = next.value;
  }
  return at;
}

function childOf(node: unknown, step: string | number): { key: unknown; value: unknown } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { key: item, value: item };
  }
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => keyText(pair.key) === String(step));
}

/** The text of a mapping's key. */
export function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

/** Where a node begins in the text. */
export function offsetOf(node: unknown, otherwise: number): number {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return range?.[0] ?? otherwise;
}
