import fc from 'fast-check';
import type { Condition, LabelRef, Test } from '../../policy/condition/condition.ts';
import type { Labels } from '../../policy/condition/evaluate.ts';
import { ENTITY_TYPES } from '../../schema/contract.ts';
import { LABEL_COLUMNS, POINTER_TYPES, type Family, type LabelColumn } from '../../subgraphs/index/columns.ts';

export const FAMILIES = Object.keys(POINTER_TYPES) as readonly Family[];

/** No bound below is as long as the one that is not ASCII: whether it lies in a range is another test's matter. */
const WORDS = ['OCDETF', 'ICE', 'DEA', 'дело №', 'a"b\\c,{}', "o'clock", ''] as const;
const DATES = ['2009-12-31', '2010-03-26', '2010-03-27', '2026-01-01'] as const;

const NAMES = [...new Set(FAMILIES.flatMap((family) => [...LABEL_COLUMNS[family].keys()]))];

/** Labels of a pointer: some not known, some known to be none, some empty. */
export function labels(family: Family): fc.Arbitrary<Labels> {
  const known = [...LABEL_COLUMNS[family]].map(([name, column]) => [name, fc.option(valueOf(column))] as const);
  return fc.record(Object.fromEntries(known), { requiredKeys: [] });
}

function valueOf({ kind }: LabelColumn): fc.Arbitrary<unknown> {
  switch (kind) {
    case 'text':
      return fc.constantFrom(...WORDS);
    case 'date':
      return fc.constantFrom(...DATES);
    case 'boolean':
      return fc.boolean();
    case 'list':
      return fc.array(fc.constantFrom(...WORDS), { maxLength: 3 });
  }
}

const label: fc.Arbitrary<LabelRef> = fc.record({
  name: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...NAMES) }, fc.constantFrom('minor', 'constructor')),
  owners: fc.oneof({ weight: 3, arbitrary: fc.constant(ENTITY_TYPES) }, fc.subarray([...ENTITY_TYPES])),
});

const words = fc.array(fc.constantFrom(...WORDS, ...DATES), { maxLength: 3 });
const bound = fc.oneof(fc.constantFrom(...DATES, 'ICE', 'DEB', '2010', '2010-99-99'), fc.constant(7));

const test: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ op: fc.constant('equals' as const), value: fc.constantFrom(...WORDS, ...DATES, true, false, 7) }),
  fc.record({ op: fc.constant('anyOf' as const), values: words }),
  fc.record({ op: fc.constant('allOf' as const), values: words }),
  fc.record({ op: fc.constant('range' as const), from: bound, until: bound }, { requiredKeys: ['op'] }),
  fc.record({ op: fc.constant('none' as const) }),
);

/** Any formula, unsimplified ones included. */
export const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 4, arbitrary: fc.record({ is: fc.constant('test' as const), label, test }) },
    fc.record({ is: fc.constant('within' as const), type: fc.constantFrom(...ENTITY_TYPES) }),
    fc.record({ is: fc.constant('constant' as const), value: fc.boolean() }),
    fc.record({ is: fc.constant('not' as const), of: tie('condition') }),
    fc.record({
      is: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('condition'), { maxLength: 3 }),
    }),
  ),
})).condition;
