import { keyOf, type Condition, type Test } from './condition.ts';

/**
 * Whether one condition can be seen, by its form alone, to hold wherever another does. `false` says nothing: it does not
 * imply, or it is not plain to see.
 * INVARIANT: when it says yes, the first is at most as true as the second on every row (false, unknown, true), so that
 * it may be negated.
 */
export function implies(narrow: Condition, wide: Condition): boolean {
  if (isPlain(narrow, wide)) return true;
  if (narrow.is === 'any') return narrow.of.every((part) => implies(part, wide));
  if (wide.is === 'all') return wide.of.every((part) => implies(narrow, part));
  if (narrow.is === 'all' && narrow.of.some((part) => implies(part, wide))) return true;
  if (wide.is === 'any') return wide.of.some((part) => implies(narrow, part));
  if (narrow.is === 'not' && wide.is === 'not') return implies(wide.of, narrow.of);
  if (narrow.is !== 'test' || wide.is !== 'test') return false;
  return sameLabel(narrow, wide) && passesToo(narrow.test, wide.test);
}

function isPlain(narrow: Condition, wide: Condition): boolean {
  if (keyOf(narrow) === keyOf(wide)) return true;
  return (narrow.is === 'constant' && !narrow.value) || (wide.is === 'constant' && wide.value);
}

function sameLabel(a: Extract<Condition, { is: 'test' }>, b: Extract<Condition, { is: 'test' }>): boolean {
  return a.label.name === b.label.name && a.label.owners.join() === b.label.owners.join();
}

/** Only tests of one kind are compared: those of others know a value, or do not, in other cases. */
function passesToo(narrow: Test, wide: Test): boolean {
  if (narrow.op === 'anyOf' && wide.op === 'anyOf') return narrow.values.every((value) => wide.values.includes(value));
  if (narrow.op === 'allOf' && wide.op === 'allOf') return wide.values.every((value) => narrow.values.includes(value));
  return narrow.op === 'range' && wide.op === 'range' && isWithin(narrow, wide);
}

type Range = Extract<Test, { readonly op: 'range' }>;

/** All bounds are of one precision: a value that compares with one of them compares with every one. */
function isWithin(narrow: Range, wide: Range): boolean {
  const bounds = [narrow.from, narrow.until, wide.from, wide.until].filter((bound) => bound !== undefined);
  if (new Set(bounds.map(precision)).size !== 1) return false;
  const above = wide.from === undefined || (narrow.from !== undefined && narrow.from >= wide.from);
  return above && (wide.until === undefined || (narrow.until !== undefined && narrow.until <= wide.until));
}

function precision(bound: string | number): string {
  return typeof bound === 'number' ? 'number' : `text of ${bound.length}`;
}
