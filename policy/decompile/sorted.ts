/** Texts in order, each once. */
export function sortedTexts(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort();
}

/** Values in the order of their keys, one of each key. */
export function uniqueBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): readonly Value[] {
  const byKey = new Map(values.map((value) => [keyOf(value), value]));
  return sortedTexts(byKey.keys()).map((key) => byKey.get(key)!);
}

/**
 * An object of what is said: what is undefined, false or an empty object is left out. Undefined: nothing is said.
 * INVARIANT: an empty list stays. Nothing is in it, so that what it names is closed; left out, it would be open.
 */
export function present<Value extends object>(of: Value): Value | undefined {
  const entries = Object.entries(of).filter(([, value]) => says(value));
  return entries.length > 0 ? (Object.fromEntries(entries) as Value) : undefined;
}

function says(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined && value !== false;
  return Array.isArray(value) || Object.keys(value).length > 0;
}
