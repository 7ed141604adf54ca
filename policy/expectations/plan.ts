import { inReadingOrder, type Mistake, type Position } from '../document/mistake.ts';
import type { Path } from '../document/locate.ts';
import { didYouMean } from '../document/suggest.ts';
import type { Agreement } from '../agreement.ts';
import type { Finding } from '../document/references/rule.ts';
import { checkSetting } from './check-setting.ts';
import type { Claim } from './claim.ts';
import type { Claimed } from './column.ts';
import { claimExpected } from './expect.ts';
import type { AuthorsTest, Setting } from './expectations.ts';
import { readMatrix } from './matrix.ts';
import type { ReadExpectations } from './read-expectations.ts';
import { checkScene, sceneOf } from './scene.ts';
import { within } from './setting.ts';
import type { TestWorld } from './surroundings.ts';
import { linesOf } from './table.ts';

/** A test that can be run. */
export interface PlannedTest {
  readonly name: string;
  readonly claims: readonly Claim[];
}

/** Tests that can be run, or every mistake that keeps the file from it. */
export interface Plan {
  readonly tests: readonly PlannedTest[];
  readonly mistakes: readonly Mistake[];
}

/** Resolves every word of authors' tests. Mistakes stand in the test's own file; with one, none of its tests is run. */
export function planTests(read: ReadExpectations, world: TestWorld): Plan {
  const { file, expectations, at } = read;
  const agreement = world.agreements.find(({ id }) => id === expectations.agreement);
  if (!agreement) {
    const hint = didYouMean(
      expectations.agreement,
      world.agreements.map(({ id }) => id),
    );
    const message = `no agreement \`${expectations.agreement}\` without mistakes is beside it`;
    return { tests: [], mistakes: [{ file, ...at.value(['agreement']), message, ...(hint ? { hint } : {}) }] };
  }
  const common = expectations.common ?? {};
  const ofCommon = checkSetting(common, common, ['common'], world).map((finding) => placed(finding, read));
  const planned = expectations.tests.map((test, index) => planTest(test, ['tests', index], { read, agreement, world }));
  const mistakes = [...ofCommon, ...planned.flatMap((test) => test.mistakes)];
  return {
    tests: mistakes.length > 0 ? [] : planned,
    mistakes: inReadingOrder(mistakes.map((mistake) => ({ file, ...mistake }))),
  };
}

type Expect = NonNullable<AuthorsTest['expect']>;

interface Planning {
  readonly read: ReadExpectations;
  readonly agreement: Agreement;
  readonly world: TestWorld;
}

function planTest(test: AuthorsTest, path: Path, planning: Planning): PlannedTest & Claimed {
  const { read, world } = planning;
  const whole = within(read.expectations.common ?? {}, test);
  const parts = [
    ...(test.expect ? [expectIn(test.expect, whole, path, planning)] : []),
    ...(test.matrix === undefined ? [] : [matrixIn(test.matrix, test.columns ?? {}, whole, path, planning)]),
  ];
  const empty = parts.length === 0 ? [{ ...read.at.value(path), message: 'a test has `expect` or `matrix`' }] : [];
  const own = checkSetting(test, whole, path, world).map((finding) => placed(finding, read));
  return {
    name: test.name,
    claims: parts.flatMap(({ claims }) => claims),
    mistakes: [...own, ...empty, ...parts.flatMap(({ mistakes }) => mistakes)],
  };
}

function expectIn(expect: Expect, setting: Setting, path: Path, { read, agreement, world }: Planning): Claimed {
  const lacking = checkScene(setting, path).map((finding) => placed(finding, read));
  if (lacking.length > 0) return { claims: [], mistakes: lacking };
  return claimExpected(expect, sceneOf(setting, agreement.effective), [...path, 'expect'], read.at, world);
}

function matrixIn(
  matrix: string,
  columns: Readonly<Record<string, Setting>>,
  setting: Setting,
  path: Path,
  { read, agreement, world }: Planning,
): Claimed {
  const start = read.at.value([...path, 'matrix']);
  const inColumns = Object.entries(columns).map(([name, column]) => {
    const at = [...path, 'columns', name];
    const whole = within(setting, column);
    const findings = [...checkSetting(column, whole, at, world), ...checkScene(whole, at)];
    return { name, whole, mistakes: findings.map((finding) => placed(finding, read)) };
  });
  const mistakes = [
    ...(inColumns.length === 0 ? [{ ...start, message: '`columns` of the matrix are missing' }] : []),
    ...(isBlock(read, start) ? [] : [{ ...start, message: 'a matrix is a block of lines, after `matrix: |`' }]),
    ...inColumns.flatMap((column) => column.mistakes),
  ];
  if (mistakes.length > 0) return { claims: [], mistakes };
  const scenes = new Map(inColumns.map(({ name, whole }) => [name, sceneOf(whole, agreement.effective)]));
  return readMatrix(linesOf(matrix, read.lines, start), scenes, world);
}

/** Only in a literal block the lines of the text are the lines of the value. */
function isBlock({ lines }: ReadExpectations, { line, column }: Position): boolean {
  return /^\|[-+]?\s*(#.*)?$/.test((lines[line - 1] ?? '').slice(column - 1));
}

function placed({ path, part = 'value', message, hint }: Finding, { at }: ReadExpectations): Omit<Mistake, 'file'> {
  return { ...at[part](path), message, ...(hint ? { hint } : {}) };
}
