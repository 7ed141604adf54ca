import type { LabelTest, Share, Where, Withhold } from '../../agreement.ts';
import { resolveLabel } from '../../condition/where.ts';
import type { Path } from '../locate.ts';
import { scopesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/** A condition holds for some value: one whose tests of a label exclude each other never does. */
export const contradictions: Rule = ({ agreement }, around) =>
  scopesOf(agreement).flatMap(({ scope, path }) => {
    const tests = [...implied(scope, around), ...testsIn(scope.where ?? {}, [...path, 'where'], around)];
    return [...groupBy(tests)].flatMap((tests): readonly Finding[] => {
      const last = tests.findIndex((_, index) => !possible(tests.slice(0, index + 1)));
      const test = tests[last];
      return test
        ? [{ path: test.path, part: 'key', message: `no value of \`${test.name}\` passes every test here` }]
        : [];
    });
  });

/** One test that has to hold. */
interface TestAt {
  readonly name: string;
  /** The label that the name stands for. */
  readonly label: string;
  readonly path: Path;
  readonly anyOf: readonly string[] | undefined;
  readonly allOf: readonly string[];
  readonly noneOf: readonly string[];
  /** It has one value, so it is in every one of several sets. */
  readonly single: boolean;
}

function testsIn(where: Where, path: Path, around: Surroundings): readonly TestAt[] {
  return Object.entries(where).flatMap(([key, value]) => {
    const at = [...path, key];
    if (key === 'not' || key === 'anyOf') return [];
    if (key !== 'allOf') return testAt(key, value as LabelTest, at, around);
    return (value as readonly Where[]).flatMap((part, index) => testsIn(part, [...at, index], around));
  });
}

/** `records` and `dataSubjects` are conditions too. */
function implied({ records, dataSubjects, cases }: Share | Withhold, around: Surroundings): readonly TestAt[] {
  return [
    ...(records && !cases ? testAt('record.kind', { anyOf: records }, [], around) : []),
    ...(dataSubjects ? testAt('person.dataSubjectCategory', { anyOf: dataSubjects }, [], around) : []),
  ];
}

function testAt(name: string, test: LabelTest, path: Path, { contract }: Surroundings): readonly TestAt[] {
  const label = resolveLabel(name, contract);
  if (!label) return [];
  const sets = typeof test === 'object' ? test : { anyOf: [String(test)] };
  const { anyOf, allOf = [], noneOf = [] } = sets;
  return [
    { name, label: `${label.owners.join()} ${label.name}`, path, anyOf, allOf, noneOf, single: SINGLE.has(label.name) },
  ];
}

/** Labels of one value by which clauses choose. */
const SINGLE = new Set(['kind', 'dataSubjectCategory', 'status', 'minor', 'program', 'contactRole']);

function groupBy(tests: readonly TestAt[]): Iterable<readonly TestAt[]> {
  const groups = new Map<string, TestAt[]>();
  for (const test of tests) groups.set(test.label, [...(groups.get(test.label) ?? []), test]);
  return groups.values();
}

function possible(tests: readonly TestAt[]): boolean {
  const none = new Set(tests.flatMap(({ noneOf }) => noneOf));
  const sets = tests.flatMap(({ anyOf }) => (anyOf ? [anyOf.filter((value) => !none.has(value))] : []));
  if (tests.some(({ allOf }) => allOf.some((value) => none.has(value)))) return false;
  if (sets.some((set) => set.length === 0)) return false;
  const [first, ...rest] = sets;
  if (!first || !tests[0]?.single) return true;
  return first.some((value) => rest.every((set) => set.includes(value)));
}
