import fc from 'fast-check';

/** Leaves out what is undefined. */
export const present = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Value;
/** A record, some of whose parts may be undefined, and are then left out. */
export const optional = <Value extends object>(parts: { [Name in keyof Value]: fc.Arbitrary<Value[Name]> }) =>
  fc.record(parts).map((value) => present(value));

/** One or two of the parts, so that each is met alone. */
export function few<Value extends object>(parts: {
  [Name in keyof Value]: fc.Arbitrary<Value[Name]>;
}): fc.Arbitrary<Value> {
  const single = Object.entries(parts).map(([name, value]) =>
    (value as fc.Arbitrary<unknown>).map((of) => ({ [name]: of })),
  );
  const one = fc.oneof(...single);
  const two = fc.tuple(one, one).map(([a, b]) => ({ ...a, ...b }));
  return fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: two },
  ) as fc.Arbitrary<unknown> as fc.Arbitrary<Value>;
}

/** One or more of them. */
export const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });

/** Left out mostly. */
export const sometimes = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value> => leftOut(5, value);

/** Left out twice in three times. */
export const now = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value> => leftOut(2, value);

/** Left out as often as not. */
export const often = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value> => leftOut(1, value);

/** Hardly ever. */
export const rarely = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value> => leftOut(8, value);

function leftOut<Value>(weight: number, value: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  const nothing = fc.constant(undefined) as fc.Arbitrary<never>;
  return fc.oneof({ weight, arbitrary: nothing }, { weight: 1, arbitrary: value });
}
