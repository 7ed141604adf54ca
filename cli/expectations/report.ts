import type { Coverage } from '../../policy/expectations/coverage.ts';
import type { Failure, FileResult, TestResult } from '../../policy/expectations/run-tests.ts';
import { printMistake } from '../../policy/document/mistake.ts';
import type { Terminal } from '../terminal.ts';

/** Failures of one test that are told one by one. */
const MOST_TOLD = 20;

/** Tells what became of the tests of a file. */
export function tellFile(result: FileResult, terminal: Terminal): void {
  terminal.print(terminal.mark('strong', result.file));
  for (const mistake of result.mistakes) terminal.print(`  ${printMistake(mistake)}`);
  for (const test of result.tests) tellTest(test, result.file, terminal);
}

/** Tells the sum of it, and the clauses that no test would miss. */
export function tellSum(
  results: readonly FileResult[],
  coverage: Coverage | undefined,
  { print, mark }: Terminal,
): void {
  const tests = results.flatMap((result) => result.tests);
  const failing = tests.filter(({ failures }) => failures.length > 0).length;
  const mistakes = results.flatMap((result) => result.mistakes).length;
  const expected = tests.reduce((sum, test) => sum + test.expected, 0);
  const sum = [
    counted(tests.length, 'test'),
    `${counted(expected, 'cell')} looked at`,
    ...(failing > 0 ? [`${failing} failed`] : []),
    ...(mistakes > 0 ? [counted(mistakes, 'mistake')] : []),
  ].join(', ');
  print(mark(failing + mistakes > 0 ? 'bad' : 'good', sum));
  if (!coverage) return;
  print(`clauses that decide something in a test: ${coverage.decided} of ${coverage.clauses} (${coverage.percent}%)`);
  for (const clause of coverage.never) print(`  never: ${clause}`);
}

function tellTest({ name, expected, failures }: TestResult, file: string, { print, mark }: Terminal): void {
  const failed = failures.length > 0;
  print(`  ${mark(failed ? 'bad' : 'good', failed ? '✗' : '✓')} ${name} ${mark('faint', `(${expected})`)}`);
  const alike = groupAlike(failures);
  for (const [failure, ...others] of alike.slice(0, MOST_TOLD)) {
    print(`      ${file}:${failure.line}:${failure.column}: ${inWords(failure, others.length)}`);
    print(mark('faint', `        ${failure.why}`));
  }
  if (alike.length > MOST_TOLD) print(`      and ${alike.length - MOST_TOLD} more`);
}

/** Fields of one object that fail alike, as those of a category do. */
function groupAlike(failures: readonly Failure[]): readonly (readonly [Failure, ...Failure[]])[] {
  const groups = new Map<string, [Failure, ...Failure[]]>();
  for (const failure of failures) {
    const { about: _, ...rest } = failure;
    const key = JSON.stringify(rest);
    const known = groups.get(key);
    if (known) known.push(failure);
    else groups.set(key, [failure]);
  }
  return [...groups.values()];
}

function inWords({ object, situation, about, expected, actual }: Failure, others: number): string {
  const what = others > 0 ? `${about} and ${others} more` : about;
  const where = situation === undefined ? '' : ` in \`${situation}\``;
  return `${what} of \`${object}\`${where}: expected ${expected}, is ${actual}`;
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
