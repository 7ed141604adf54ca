import type { Mistake, Position } from '../document/mistake.ts';
import type { ClauseId } from '../clause-id.ts';
import type { Claim } from './claim.ts';
import { decisive } from './decisive.ts';
import { expectsOpen, seeing } from './judge.ts';
import { planTests, type PlannedTest } from './plan.ts';
import type { ReadExpectations } from './read-expectations.ts';
import { testRulesets, type TestRulesets } from './rulesets.ts';
import type { TestWorld } from './surroundings.ts';
import { why } from './why.ts';

/** What became of the tests of one file. */
export interface FileResult {
  readonly file: string;
  /** The agreement that they test. */
  readonly agreement: string;
  /** None of the tests is run when there is one. */
  readonly mistakes: readonly Mistake[];
  readonly tests: readonly TestResult[];
  /** Clauses that decided something that a test expects, and it is as expected. */
  readonly decided: ReadonlySet<ClauseId>;
}

/** What became of one test. */
export interface TestResult {
  readonly name: string;
  /** How many things it expects. */
  readonly expected: number;
  readonly failures: readonly Failure[];
}

/** Something that is not as expected. */
export interface Failure extends Position {
  readonly object: string;
  /** Name of the matrix's column, where there is one. */
  readonly situation?: string;
  /** The coordinate, `disclosure`, or `found by` and the coordinate. */
  readonly about: string;
  readonly expected: string;
  readonly actual: string;
  readonly why: string;
}

/** Runs authors' tests against the agreements of their folder, as if every party had signed them. Pure. */
export function runTests(read: ReadExpectations, world: TestWorld): FileResult {
  const { agreement } = read.expectations;
  const { tests, mistakes } = planTests(read, world);
  const rulesets = testRulesets(world, agreement);
  const decided = new Set<ClauseId>();
  const results = tests.map((test) => runTest(test, rulesets, decided));
  return { file: read.file, agreement, mistakes, tests: results, decided };
}

function runTest({ name, claims }: PlannedTest, rulesets: TestRulesets, decided: Set<ClauseId>): TestResult {
  const failures = claims.flatMap((claim): readonly Failure[] => {
    const actual = seeing(claim, rulesets.asSigned(claim.scene));
    if (actual !== claim.expected) return [failed(claim, actual, rulesets)];
    for (const clause of decisive(claim, undecided(claim, rulesets, decided), rulesets)) decided.add(clause);
    return [];
  });
  return { name, expected: claims.length, failures };
}

/** Clauses that speak of what the claim is about, and of which it is not known yet that they decide something. */
function undecided(
  claim: Claim,
  { asSigned, sharing }: TestRulesets,
  decided: ReadonlySet<ClauseId>,
): readonly ClauseId[] {
  const speaking = () => {
    if (claim.is !== 'field') return sharing(claim.scene);
    const { shares, withholds } = asSigned(claim.scene).cell(claim.scene.originator, claim.coordinate);
    return expectsOpen(claim) ? shares : withholds;
  };
  return speaking().filter((clause) => !decided.has(clause));
}

function failed(claim: Claim, actual: Claim['expected'], rulesets: TestRulesets): Failure {
  const { object, column, expected, at } = claim;
  return {
    ...at,
    object,
    ...(column === undefined ? {} : { situation: column }),
    about: aboutOf(claim),
    expected: inWords(expected),
    actual: inWords(actual),
    why: why(claim, actual, rulesets),
  };
}

function aboutOf(claim: Claim): string {
  if (claim.is === 'disclosure') return 'disclosure';
  return claim.is === 'found' ? `found by ${claim.coordinate}` : claim.coordinate;
}

function inWords(seen: Claim['expected']): string {
  return typeof seen === 'boolean' ? (seen ? 'found' : 'not found') : seen;
}
