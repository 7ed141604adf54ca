import type { Command } from 'commander';
import { requireClauses } from '../notices/draft.ts';
import { give } from '../notices/give.ts';
import { requirePart } from '../notices/ground.ts';
import { noticeCommand, withUntil, type NoticeOptions } from '../notices/options.ts';
import type { Terminal } from '../terminal.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat suspend ice-icrf-2010 --party ICE --key .concordat/private/ICE.json --reason "A breach of 6.1"
  concordat suspend ice-icrf-2010 --party ICE --key .concordat/private/ICE.json --clause 2.3 --until 2026-12-31

Nothing is shared from or with the party any more. What the agreement withholds stays withheld.`;

interface Options extends NoticeOptions {
  readonly clause?: readonly string[];
}

/** Adds the verb `suspend`. */
export function addSuspend(program: Command, terminal: Terminal, finish: Finish): void {
  withUntil(noticeCommand(program, 'suspend', 'suspend an agreement, or clauses of it, for a party'))
    .option('--clause <ids...>', 'only these clauses (default: all)')
    .addHelpText('after', EXAMPLES)
    .action(async (agreement: string, options: Options) => finish(await suspend(agreement, options, terminal)));
}

async function suspend(agreement: string, options: Options, terminal: Terminal): Promise<number> {
  const { clause: clauses } = options;
  return give(
    {
      kind: 'suspend',
      agreement,
      options,
      draft(declared, ground) {
        requirePart(ground);
        requireClauses(clauses ?? [], ground.signed.agreement);
        return { kind: 'suspend', ...declared, ...(clauses && { clauses: [...new Set(clauses)] }) };
      },
    },
    terminal,
  );
}
