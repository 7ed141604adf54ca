import fc from 'fast-check';
import type { Condition, LabelRef, Test } from '../../policy/condition/condition.ts';
import type { Labels } from '../../policy/condition/evaluate.ts';
import { ENTITY_TYPES } from '../../schema/contract.ts';
import {
  LABEL_COLUMNS,
  POINTER_TYPES,
  toldLabels,
  type Family,
  type ToldColumn,
} from '../../subgraphs/index/columns.ts';
import { SUBJECT_LABELS, TOLD_OF_SUBJECTS, type SubjectType } from '../../subgraphs/index/subjects.ts';

export const FAMILIES = Object.keys(POINTER_TYPES) as readonly Family[];

/** No bound below is as long as the one that is not ASCII: whether it lies in a range is another test's matter. */
const WORDS = ['OCDETF', 'ICE', 'DEA', 'дело №', 'a"b\\c,{}', "o'clock", ''] as const;
/** Not every one names a pointer, and one names it otherwise than the graph does. */
const IDS = [idOf(0), idOf(1), idOf(150), idOf(301), idOf(1).toUpperCase(), idOf(999_999)] as const;
const DATES = ['2009-12-31', '2010-03-26', '2010-03-27', '2026-01-01'] as const;

/** The id of the nth pointer. */
export function idOf(n: number): string {
  return `00000000-0000-4000-a000-${String(n).padStart(12, '0')}`;
}

const NAMES = [
  ...new Set(
    [...FAMILIES.map((family) => LABEL_COLUMNS[family]), ...Object.values(SUBJECT_LABELS)].flatMap((labels) => [
      ...labels.keys(),
    ]),
  ),
];

/** Labels that are told of a pointer: some not known, some known to be none, some empty. */
export function labels(family: Family): fc.Arbitrary<Labels> {
  return told(toldLabels(family));
}

/** Labels that are told of a subject. */
export function subjectLabels(type: SubjectType): fc.Arbitrary<Labels> {
  return told(TOLD_OF_SUBJECTS[type]);
}

function told(columns: ReadonlyMap<string, ToldColumn>): fc.Arbitrary<Labels> {
  const known = [...columns].map(([name, column]) => [name, fc.option(valueOf(column))] as const);
  return fc.record(Object.fromEntries(known), { requiredKeys: [] });
}

function valueOf({ kind }: ToldColumn): fc.Arbitrary<unknown> {
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

const names = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 2, arbitrary: fc.constant('reference') },
  fc.constantFrom('minor', 'constructor'),
);

const label: fc.Arbitrary<LabelRef> = fc.record({
  name: names,
  owners: fc.oneof({ weight: 3, arbitrary: fc.constant(ENTITY_TYPES) }, fc.subarray([...ENTITY_TYPES])),
});

const words = fc.array(fc.constantFrom(...WORDS, ...DATES, ...IDS), { maxLength: 3 });
const bound = fc.oneof(fc.constantFrom(...DATES, ...IDS, 'ICE', 'DEB', '2010', '2010-99-99'), fc.constant(7));

const test: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ op: fc.constant('equals' as const), value: fc.constantFrom(...WORDS, ...DATES, ...IDS, true, false, 7) }),
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
