import type { Command } from 'commander';
import { give } from '../notices/give.ts';
import { requireKnown, requirePart } from '../notices/ground.ts';
import { noticeCommand, withUntil, type NoticeOptions } from '../notices/options.ts';
import type { Terminal } from '../terminal.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat release ice-dea-2009 --party ICE --key .concordat/private/ICE.json --to DEA --request RFI-7 --reference 0197…

What is named is shown under the agreement's clauses that wait for a release, those of the stage follow-up among them, to
viewers whose purpose states this request.`;

interface Options extends NoticeOptions {
  readonly to: readonly string[];
  readonly request: string;
  readonly reference: readonly string[];
}

/** Adds the verb `release`. */
export function addRelease(program: Command, terminal: Terminal, finish: Finish): void {
  withUntil(noticeCommand(program, 'release', 'answer a request: open what is named to the stage follow-up'))
    .requiredOption('--to <codes...>', 'who asked: agencies or groups')
    .requiredOption('--request <number>', 'number of the request')
    .requiredOption('--reference <ids...>', 'ids of the records or cases')
    .addHelpText('after', EXAMPLES)
    .action(async (agreement: string, options: Options) => finish(await release(agreement, options, terminal)));
}

async function release(agreement: string, options: Options, terminal: Terminal): Promise<number> {
  const { to, request, reference: references } = options;
  return give(
    {
      kind: 'release',
      agreement,
      options,
      draft(declared, ground) {
        requirePart(ground);
        to.forEach((code) => requireKnown(code, ground.opened));
        return { kind: 'release', ...declared, to, request, references };
      },
    },
    terminal,
  );
}
