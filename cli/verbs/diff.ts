import type { Command } from 'commander';
import { documentChanges } from '../../policy/diff/documents.ts';
import { impactsOf } from '../../policy/diff/impact.ts';
import { readSides } from '../diff/sides.ts';
import { isOpening, tell } from '../diff/tell.ts';
import { tellLeftOut } from '../source.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat diff agreements drafts                   two folders
  concordat diff agreements/ofc-ice-2009.yaml drafts/ofc-ice-2009.yaml
  concordat diff agreements/ofc-ice-2009.yaml drafts/ofc-ice-2009-amended.yaml --allow-opening

A later file with another id stands beside the earlier one, as an amendment does. Without --at, both are compared on the
first day on which everything in them has begun, today at the earliest.
The exit status is 1 when anything opens, on any object: so that it must be meant.`;

interface Options {
  readonly at?: string;
  readonly allowOpening?: boolean;
  readonly json?: boolean;
}

/** Adds the verb `diff`. */
export function addDiff(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('diff')
    .description('tell what an amendment opens and closes: for whom, of whom, for what')
    .argument('<old>', 'folder or file of agreements')
    .argument('<new>', 'folder or file of agreements')
    .option('--at <date>', 'compare both at this instant')
    .option('--allow-opening', 'the exit status is 0 although something opens')
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async (old: string, now: string, options: Options) => finish(await diff(old, now, options, terminal)));
}

async function diff(old: string, now: string, options: Options, terminal: Terminal): Promise<number> {
  const { before, after, at, sources } = await readSides(old, now, options.at);
  const [documents, impacts] = [documentChanges(before, after), impactsOf(before, after)];
  const broken = sources.map((source) => tellLeftOut(source, terminal)).includes(true);
  if (options.json) terminal.print(JSON.stringify({ at: at.toISOString(), documents, impacts }, null, 2));
  else tell(impacts, documents, broken, terminal);
  const opens = impacts.some(isOpening) && !options.allowOpening;
  return opens || broken ? EXIT.mistakes : EXIT.fine;
}
