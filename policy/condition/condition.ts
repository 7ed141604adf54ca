/** A label that a condition reads: the nearest object, from the row outward, whose type carries it, gives the value. */
export interface LabelRef {
  readonly name: string;
  /** Contract types whose objects carry it. */
  readonly owners: readonly string[];
}

/** A test of a label's value. A list label passes `anyOf` when the lists overlap. */
export type Test =
  | { readonly op: 'equals'; readonly value: string | number | boolean }
  | { readonly op: 'anyOf'; readonly values: readonly string[] }
  | { readonly op: 'allOf'; readonly values: readonly string[] }
  | { readonly op: 'range'; readonly from?: string | number; readonly until?: string | number }
  | { readonly op: 'none' };

/** Which rows: a formula over labels. It is true, false or, for want of a label, unknown (Kleene's logic). */
export type Condition =
  | { readonly is: 'constant'; readonly value: boolean }
  | { readonly is: 'all'; readonly of: readonly Condition[] }
  | { readonly is: 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  | { readonly is: 'test'; readonly label: LabelRef; readonly test: Test }
  | { readonly is: 'within'; readonly type: string };

export const ALWAYS: Condition = { is: 'constant', value: true };
export const NEVER: Condition = { is: 'constant', value: false };

/** Every one holds. No condition: always. */
export function allOf(conditions: readonly Condition[]): Condition {
  return combine('all', conditions, ALWAYS, NEVER);
}

/** At least one holds. No condition: never. */
export function anyOf(conditions: readonly Condition[]): Condition {
  return combine('any', conditions, NEVER, ALWAYS);
}

/** It does not hold. What is unknown stays unknown. */
export function not(condition: Condition): Condition {
  if (condition.is === 'constant') return condition.value ? NEVER : ALWAYS;
  if (condition.is === 'not') return condition.of;
  return { is: 'not', of: condition };
}

/** The label passes the test. */
export function test(label: LabelRef, test: Test): Condition {
  return { is: 'test', label, test };
}

/** The row is, or lies within, an object of the contract type. Always known. */
export function within(type: string): Condition {
  return { is: 'within', type };
}

/** A text that is equal for equal conditions. */
export function keyOf(condition: Condition): string {
  const known = keys.get(condition);
  if (known !== undefined) return known;
  const key = writeKey(condition);
  keys.set(condition, key);
  return key;
}

/** Of the keys of its parts, which are written once however many conditions share them. */
function writeKey(condition: Condition): string {
  switch (condition.is) {
    case 'all':
    case 'any':
      return `${condition.is}(${condition.of.map(keyOf).join()})`;
    case 'not':
      return `not(${keyOf(condition.of)})`;
    default:
      return JSON.stringify(condition);
  }
}

const keys = new WeakMap<Condition, string>();

/** The labels that a condition reads. */
export function labelsRead(condition: Condition): readonly LabelRef[] {
  switch (condition.is) {
    case 'constant':
    case 'within':
      return [];
    case 'test':
      return [condition.label];
    case 'not':
      return labelsRead(condition.of);
    case 'all':
    case 'any':
      return condition.of.flatMap(labelsRead);
  }
}

/** INVARIANT: one condition alone stays the same object, so that what is known of it is known once. */
function combine(is: 'all' | 'any', conditions: readonly Condition[], neutral: Condition, final: Condition): Condition {
  const kept: Condition[] = [];
  for (const condition of conditions) {
    if (condition.is !== 'constant') kept.push(condition);
    else if (keyOf(condition) === keyOf(final)) return final;
  }
  if (kept.every((condition) => condition === kept[0])) return kept[0] ?? neutral;
  const parts = kept.flatMap((condition) => (condition.is === is ? condition.of : [condition]));
  const of = [...new Map(parts.map((part) => [keyOf(part), part])).values()];
  return of.length === 1 ? of[0]! : { is, of };
}
