import { isPlainText } from './plain-text.ts';

/** Whether a claim's value is as it must be. */
export type Check = (value: unknown) => boolean;

/** A check for every member of a claim. */
export type Shape<Value> = { readonly [Name in keyof Value]-?: Check };

/** Plain text of at most so many characters. */
export function textUpTo(longest: number): Check {
  return (value) => isPlainText(value, longest);
}

/** A whole number between these, both included. */
export function wholeNumber(least: number, most: number): Check {
  return (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

/** A list of at least and at most so many, each as it must be. */
export function listOf(item: Check, least: number, most: number): Check {
  return (value) => Array.isArray(value) && value.length >= least && value.length <= most && value.every(item);
}

/**
 * Whether a value has the required members, and each member that it has is as the shape says.
 * INVARIANT: a member that the shape does not know is refused, since it could be one that narrows.
 */
export function fits<Value>(
  value: unknown,
  shape: Shape<Value>,
  required: readonly (keyof Value & string)[],
): value is Value {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const checks = new Map<string, Check>(Object.entries(shape));
  const lacks = required.some((name) => !Object.hasOwn(value, name));
  return !lacks && Object.entries(value).every(([name, member]) => checks.get(name)?.(member) ?? false);
}
