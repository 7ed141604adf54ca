import type { Command } from 'commander';
import { give } from '../notices/give.ts';
import type { Ground } from '../notices/ground.ts';
import { ownNotices, requireEffect } from '../notices/redundant.ts';
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
        const last = lastSuspension(ground);
        const notice = { kind: 'resume', ...declared } as const;
        const since = ownNotices(ground, 'resume').filter(({ given }) => Date.parse(given) > last);
        requireEffect(notice, since, ground);
        return notice;
      },
    },
    terminal,
  );
}

/** When the last one was given. A notice that takes nothing back would leave its party in the belief that it shares. */
function lastSuspension(ground: Ground): number {
  const { signed, party, now } = ground;
  const given = ownNotices(ground, 'suspend').map((notice) => Date.parse(notice.given));
  const before = given.filter((instant) => instant < now.getTime());
  if (before.length > 0) return Math.max(...before);
  throw new UsageError(`no notice here says that \`${party}\` suspended \`${signed.agreement.id}\``);
}
