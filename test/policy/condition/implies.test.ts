import fc from 'fast-check';
import { allOf, anyOf, not, test, type Condition, type Test } from '../../../policy/condition/condition.ts';
import { evaluate, type Row } from '../../../policy/condition/evaluate.ts';
import { implies } from '../../../policy/condition/implies.ts';

const DAYS = ['2009-12-31', '2010-06-30', '2011-01-01'];
const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 });

const tests: fc.Arbitrary<Test> = fc.oneof(
  some(['a', 'b', 'c']).map((values) => ({ op: 'anyOf' as const, values })),
  some(['a', 'b', 'c']).map((values) => ({ op: 'allOf' as const, values })),
  fc.constantFrom(...DAYS).map((from) => ({ op: 'range' as const, from })),
  fc.tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS)).map(([from, until]) => ({
    op: 'range' as const,
    from,
    until,
  })),
  fc.constantFrom('a', true, 3).map((value) => ({ op: 'equals' as const, value })),
);

const leaf = fc
  .tuple(fc.constantFrom('x', 'y'), tests)
  .map(([name, of]): Condition => test({ name, owners: ['Record'] }, of));

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('condition'), { maxLength: 3 }).map(allOf),
    fc.array(tie('condition'), { maxLength: 3 }).map(anyOf),
    tie('condition').map(not),
  ),
}));

const value = fc.oneof(
  fc.constantFrom('a', 'b', null, true, 3, ...DAYS, '2010'),
  fc.subarray(['a', 'b', 'c']),
  fc.constant(undefined),
);
const row = fc
  .record({ x: value, y: value })
  .map((labels): Row => ({ type: 'Record', labels: JSON.parse(JSON.stringify(labels)) as Row['labels'] }));

const rank = (of: Condition, on: Row) => ({ false: 0, undefined: 1, true: 2 })[`${evaluate(of, on)}`];

/** Pairs that are related more often than by chance: one is made from the other. */
const pair = fc.oneof(
  fc.tuple(condition, condition),
  fc.tuple(condition, condition).map(([a, b]) => [allOf([a, b]), a] as const),
  fc.tuple(condition, condition).map(([a, b]) => [not(anyOf([a, b])), not(a)] as const),
  fc.tuple(condition, condition, condition).map(([a, b, c]) => [allOf([a, c]), allOf([anyOf([a, b]), c])] as const),
);

describe('what implies what', () => {
  it('never calls a condition narrower that is truer on some row', () => {
    fc.assert(
      fc.property(pair, row, ([narrow, wide], on) => {
        fc.pre(implies(narrow, wide));
        expect(rank(narrow, on)).toBeLessThanOrEqual(rank(wide, on));
      }),
      { numRuns: 500, seed: 20090806 },
    );
  });

  it('sees that less of a condition is wider, and more of an alternative', () => {
    const of = (...values: string[]) => test({ name: 'crimeAreas', owners: ['Record'] }, { op: 'anyOf', values });
    expect(implies(of('a'), of('a', 'b'))).toBe(true);
    expect(implies(of('a', 'b'), of('a'))).toBe(false);
    expect(implies(not(of('a', 'b')), not(of('a')))).toBe(true);
    expect(implies(allOf([of('a'), not(of('b'))]), anyOf([of('c'), of('a')]))).toBe(true);
  });
});
