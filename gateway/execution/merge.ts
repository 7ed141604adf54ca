import { own } from '../../policy/own.ts';

type Data = Record<string, unknown>;

/**
 * Adds what a subgraph answered to what is known of an object, in place. Lists of the same length are taken item by item;
 * whatever else is there twice is taken from the later answer.
 */
export function merge(target: Data, source: Readonly<Data> | null | undefined): void {
  if (source === undefined || source === null) return;
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined) continue;
    const known = own(target, key);
    if (known && isObject(value)) merge(known as Data, value);
    else if (Array.isArray(value) && Array.isArray(known) && value.length === known.length) mergeItems(known, value);
    else setOwn(target, key, value);
  }
}

/** Sets a key that the object has of its own, also where it inherits one of that name. */
export function setOwn(target: Data, key: string, value: unknown): void {
  if (key in target && !Object.hasOwn(target, key)) {
    Object.defineProperty(target, key, { configurable: true, enumerable: true, value, writable: true });
  } else target[key] = value;
}

/** Whether something is an object, and no list. */
export function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mergeItems(known: unknown[], items: readonly unknown[]): void {
  items.forEach((item, index) => {
    const target = known[index];
    if (isObject(target) && isObject(item)) merge(target, item);
    else known[index] = item;
  });
}
