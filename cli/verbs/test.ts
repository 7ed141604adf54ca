import { dirname } from 'node:path';
import type { Command } from 'commander';
import { coverageOf, type Coverage } from '../../policy/expectations/coverage.ts';
import type { FileResult } from '../../policy/expectations/run-tests.ts';
import { printMistake } from '../../policy/document/mistake.ts';
import { gatherTests } from '../expectations/gather-tests.ts';
import { tellFile, tellSum } from '../expectations/report.ts';
import { runFolder, type FolderResult } from '../expectations/run-folder.ts';
import { defaultAgreements } from '../places.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat test                                  every \`*.test.yaml\` in agreements/
  concordat test agreements/ofc-ice-2009.yaml     the tests of one agreement
  concordat test drafts --min-coverage 90         fails when tests miss more than a tenth of the clauses

The agreements of the folder count as if every party had signed them.`;

interface Options {
  readonly json?: boolean;
  readonly coverage?: boolean;
  readonly minCoverage?: number;
}

/** Adds the verb `test`. */
export function addTest(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('test')
    .description('run the tests that authors put beside an agreement, as `<agreement>.test.yaml`')
    .argument('[paths...]', 'folders, agreements or files of tests (default: agreements)')
    .option('--coverage', 'tell which clauses decide nothing in any test')
    .option('--min-coverage <percent>', 'fail when fewer clauses decide something in a test', percent)
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: Options) => finish(await test(paths, options, terminal)));
}

async function test(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const { files, folders, agreements } = await gatherTests(paths.length > 0 ? paths : [defaultAgreements()]);
  if (files.length === 0) throw new UsageError('there are no tests: no file is named `*.test.yaml`');
  const ofFolders = await Promise.all(
    folders.map((folder) =>
      runFolder(
        folder,
        files.filter(({ path }) => dirname(path) === folder),
      ),
    ),
  );
  const results = ofFolders.flatMap((folder) => folder.results);
  const { minCoverage, json } = options;
  const wanted = options.coverage || minCoverage !== undefined;
  const coverage = wanted ? coverageIn(ofFolders, new Set(agreements)) : undefined;
  if (json) terminal.print(JSON.stringify(plain(ofFolders, coverage), null, 2));
  else tell(ofFolders, coverage, terminal);
  const low = minCoverage !== undefined && coverage !== undefined && coverage.percent < minCoverage;
  if (low && !json) terminal.complain(`fewer than ${minCoverage}% of the clauses decide something in a test`);
  return results.some(isWrong) || ofFolders.some(({ mistakes }) => mistakes.length > 0) || low
    ? EXIT.mistakes
    : EXIT.fine;
}

function tell(folders: readonly FolderResult[], coverage: Coverage | undefined, terminal: Terminal): void {
  for (const { mistakes, results } of folders) {
    for (const mistake of mistakes) terminal.print(printMistake(mistake));
    for (const result of results) tellFile(result, terminal);
  }
  tellSum(
    folders.flatMap(({ results }) => results),
    coverage,
    terminal,
  );
}

function coverageIn(folders: readonly FolderResult[], asked: ReadonlySet<string>): Coverage {
  const agreements = folders.flatMap((folder) =>
    [...folder.agreements].filter(([path]) => asked.has(path)).map(([, agreement]) => agreement),
  );
  return coverageOf(
    agreements,
    new Set(folders.flatMap(({ results }) => results.flatMap(({ decided }) => [...decided]))),
  );
}

function plain(folders: readonly FolderResult[], coverage: Coverage | undefined) {
  return {
    files: folders.flatMap(({ results }) =>
      results.map(({ decided, ...result }) => ({ ...result, decided: [...decided].sort() })),
    ),
    mistakes: folders.flatMap(({ mistakes }) => mistakes),
    ...(coverage ? { coverage } : {}),
  };
}

function isWrong({ mistakes, tests }: FileResult): boolean {
  return mistakes.length > 0 || tests.some(({ failures }) => failures.length > 0);
}

function percent(text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && number >= 0 && number <= 100) return number;
  throw new UsageError(`\`${text}\` is no percentage: 0 to 100`);
}
