import type { Command } from 'commander';
import { checkDocuments } from '../../policy/document/check-documents.ts';
import { printMistake, type Mistake } from '../../policy/document/mistake.ts';
import { readAgreement } from '../../policy/document/read-agreement.ts';
import { gather, type Gathered } from '../gather.ts';
import { defaultAgreements } from '../places.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT } from '../usage.ts';
import type { Finish } from '../verb.ts';
import { readWorld } from '../world.ts';

const EXAMPLES = `
Examples:
  concordat check                              every agreement in agreements/
  concordat check agreements/ofc-2009.yaml     one, with its neighbours' groups in mind
  concordat check drafts --json                for an editor or a pipeline`;

/** Adds the verb `check`. */
export function addCheck(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('check')
    .description('tell every mistake in agreements, as file:line:column: message')
    .argument('[paths...]', 'folders or files of agreements (default: agreements)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: { json?: boolean }) => finish(await check(paths, options, terminal)));
}

async function check(paths: readonly string[], { json }: { json?: boolean }, terminal: Terminal): Promise<number> {
  const gathered = await gather(paths.length > 0 ? paths : [defaultAgreements()]);
  const mistakes = await mistakesIn(gathered);
  if (json) terminal.print(JSON.stringify({ agreements: gathered.chosen.size, mistakes }, null, 2));
  else report(mistakes, gathered.chosen.size, terminal);
  return mistakes.length > 0 ? EXIT.mistakes : EXIT.fine;
}

/** When the parties' file is broken, only the shape of agreements can be checked: nobody is known. */
async function mistakesIn({ documents, chosen, partiesPath }: Gathered): Promise<readonly Mistake[]> {
  const read = await readWorld(partiesPath);
  if (read.kind === 'valid') {
    return checkDocuments(documents, read.world).flatMap(({ path, mistakes }) => (chosen.has(path) ? mistakes : []));
  }
  const shapes = documents.filter(({ path }) => chosen.has(path)).map(({ path, text }) => readAgreement(path, text));
  return [...read.mistakes, ...shapes.flatMap((shape) => (shape.kind === 'broken' ? shape.mistakes : []))];
}

function report(mistakes: readonly Mistake[], agreements: number, { print, mark }: Terminal): void {
  for (const mistake of mistakes) print(coloured(mistake, mark));
  const files = new Set(mistakes.map(({ file }) => file)).size;
  const counted = `${agreements} ${agreements === 1 ? 'agreement' : 'agreements'}`;
  if (mistakes.length === 0) return print(mark('good', `${counted}, no mistakes`));
  const many = `${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}`;
  print(mark('bad', `${many} in ${files} ${files === 1 ? 'file' : 'files'}; ${counted} checked`));
}

function coloured(mistake: Mistake, mark: Terminal['mark']): string {
  const place = `${mistake.file}:${mistake.line}:${mistake.column}:`;
  const rest = printMistake(mistake).slice(place.length);
  return mark('strong', place) + rest;
}
