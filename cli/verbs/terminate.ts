import type { Command } from 'commander';
import { give } from '../notices/give.ts';
import { requirePart } from '../notices/ground.ts';
import { ownNotices, requireEffect } from '../notices/redundant.ts';
import { noticeCommand, type NoticeOptions } from '../notices/options.ts';
import type { Terminal } from '../terminal.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat terminate ice-icrf-2010 --party ICE --key .concordat/private/ICE.json --reason "By decision of 3 May"

The party leaves for good, and not before the agreement's days of notice are over. What the agreement withholds stays
withheld.`;

/** Adds the verb `terminate`. */
export function addTerminate(program: Command, terminal: Terminal, finish: Finish): void {
  noticeCommand(program, 'terminate', 'leave an agreement for good')
    .addHelpText('after', EXAMPLES)
    .action(async (agreement: string, options: NoticeOptions) => finish(await terminate(agreement, options, terminal)));
}

async function terminate(agreement: string, options: NoticeOptions, terminal: Terminal): Promise<number> {
  return give(
    {
      kind: 'terminate',
      agreement,
      options,
      draft(declared, ground) {
        requirePart(ground);
        const notice = { kind: 'terminate', ...declared } as const;
        requireEffect(notice, ownNotices(ground, 'terminate'), ground);
        return notice;
      },
    },
    terminal,
  );
}
