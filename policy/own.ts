/** What an object has of its own under a key; undefined: nothing. What it inherits, `constructor` say, is none of its own. */
export function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
