import type { Command } from 'commander';
import { requireUses } from '../notices/draft.ts';
import { give } from '../notices/give.ts';
import { requireKnown } from '../notices/ground.ts';
import { noticeCommand, withUntil, type NoticeOptions } from '../notices/options.ts';
import type { Terminal } from '../terminal.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat consent ice-dea-2009 --party FBI --key .concordat/private/FBI.json --to DEA --reference 0197…
  concordat consent ice-dea-2009 --party ICE --key .concordat/private/ICE.json --to DEA --reference 0197… --use evidence

The first: what ICE holds from FBI may go on to DEA. The second: what ICE marked as not for court may be used there.`;

interface Options extends NoticeOptions {
  readonly to: readonly string[];
  readonly reference: readonly string[];
  readonly use?: readonly string[];
}

/** Adds the verb `consent`. */
export function addConsent(program: Command, terminal: Terminal, finish: Finish): void {
  withUntil(noticeCommand(program, 'consent', "consent to what a party's marks, or the third-party rule, keep back"))
    .requiredOption('--to <codes...>', 'who may have it: agencies or groups')
    .requiredOption('--reference <ids...>', 'ids of the records or cases')
    .option('--use <codes...>', 'only for these uses (default: any, `evidence` excepted)')
    .addHelpText('after', EXAMPLES)
    .action(async (agreement: string, options: Options) => finish(await consent(agreement, options, terminal)));
}

async function consent(agreement: string, options: Options, terminal: Terminal): Promise<number> {
  const { to, reference: references, use: uses } = options;
  return give(
    {
      kind: 'consent',
      agreement,
      options,
      draft(declared, { opened }) {
        to.forEach((code) => requireKnown(code, opened));
        requireUses(uses ?? []);
        return { kind: 'consent', ...declared, to, references, ...(uses && { uses }) };
      },
    },
    terminal,
  );
}
