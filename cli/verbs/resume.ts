import type { Command } from 'commander';
import { give } from '../notices/give.ts';
import type { Ground } from '../notices/ground.ts';
import { noticeCommand, type NoticeOptions } from '../notices/options.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat resume ice-icrf-2010 --party ICE --key .concordat/private/ICE.json

It takes back every suspension of the party's own that was given before. A termination stands.`;

/** Adds the verb `resume`. */
export function addResume(program: Command, terminal: Terminal, finish: Finish): void {
  noticeCommand(program, 'resume', "take back a party's own suspensions of an agreement")
    .addHelpText('after', EXAMPLES)
    .action(async (agreement: string, options: NoticeOptions) => finish(await resume(agreement, options, terminal)));
}

async function resume(agreement: string, options: NoticeOptions, terminal: Terminal): Promise<number> {
  return give(
    {
      kind: 'resume',
      agreement,
      options,
      draft(declared, ground) {
        requireSuspension(ground);
        return { kind: 'resume', ...declared };
      },
    },
    terminal,
  );
}

/** A notice that takes nothing back would leave its party in the belief that it shares. */
function requireSuspension({ opened, signed, party, now }: Ground): void {
  const { id } = signed.agreement;
  const own = opened.notices.filter(({ notice }) => notice.agreement === id && notice.party === party);
  const suspended = own.filter(({ notice }) => notice.kind === 'suspend' && Date.parse(notice.given) < now.getTime());
  if (suspended.length === 0) throw new UsageError(`no notice here says that \`${party}\` suspended \`${id}\``);
}
