import type { Command } from 'commander';
import { checkAgreements } from '../check/agreements.ts';
import { report, type Checked } from '../check/report.ts';
import { checkTests } from '../check/tests.ts';
import { TESTS_SUFFIX } from '../gather.ts';
import { defaultAgreements } from '../places.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat check                              every agreement in agreements/
  concordat check agreements/ofc-2009.yaml     one, with its neighbours' groups in mind
  concordat check drafts --json                for an editor or a pipeline
  concordat check drafts/x.test.yaml           the words of a file of tests, which is not run

Folders in a folder that have a \`parties.yaml\` of their own are checked too, each with its own parties.`;

/** Adds the verb `check`. */
export function addCheck(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('check')
    .description('tell every mistake in agreements, as file:line:column: message')
    .argument('[paths...]', 'folders, agreements or files of tests (default: agreements)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: { json?: boolean }) => finish(await check(paths, options, terminal)));
}

async function check(paths: readonly string[], { json }: { json?: boolean }, terminal: Terminal): Promise<number> {
  const named = paths.length > 0 ? paths : [defaultAgreements()];
  const checked = await checkAll(named);
  if (checked.every(isNothing)) throw new UsageError(`there is no agreement in ${quoted(named)}: ${WHAT_TO_NAME}`);
  if (json) terminal.print(JSON.stringify(plain(checked), null, 2));
  else report(checked, terminal);
  return checked.some(({ mistakes }) => mistakes.length > 0) ? EXIT.mistakes : EXIT.fine;
}

const WHAT_TO_NAME = 'name a folder of agreements, an agreement, or a file of tests';

function isNothing({ files, mistakes }: Checked): boolean {
  return files.length === 0 && mistakes.length === 0;
}

function quoted(paths: readonly string[]): string {
  return paths.map((path) => `\`${path}\``).join(' or ');
}

async function checkAll(paths: readonly string[]): Promise<readonly Checked[]> {
  const tests = paths.filter((path) => path.endsWith(TESTS_SUFFIX));
  const agreements = paths.filter((path) => !path.endsWith(TESTS_SUFFIX));
  return [...(await checkAgreements(agreements)), ...(await checkTests(tests))];
}

function plain(checked: readonly Checked[]) {
  return {
    agreements: checked.filter(({ what }) => what === 'agreement').flatMap(({ files }) => files).length,
    checked: checked.flatMap(({ files }) => files),
    mistakes: checked.flatMap(({ mistakes }) => mistakes),
    warnings: checked.flatMap(({ warnings }) => warnings),
  };
}
