import { join } from 'node:path';
import type { Command } from 'commander';
import type { BesideFolder } from '../opened.ts';
import { defaultHome } from '../places.ts';

/** What is said of every notice. */
export interface NoticeOptions extends BesideFolder {
  readonly party: string;
  /** File of the party's private key. */
  readonly key: string;
  readonly reason?: string;
  readonly from?: string;
  readonly until?: string;
  /** Absent: the default folder. */
  readonly agreements?: string;
  readonly json?: boolean;
}

/** A verb by which a party gives a notice. */
export function noticeCommand(program: Command, name: string, description: string): Command {
  const home = defaultHome();
  return program
    .command(name)
    .description(description)
    .argument('<agreement>', 'id of the agreement: ice-icrf-2010')
    .requiredOption('--party <code>', 'the party that gives the notice')
    .requiredOption('--key <file>', 'its private key: a JWK, or what `keygen` made')
    .option('--reason <text>', 'why, for the other parties')
    .option('--from <date>', 'from this instant on: 2026-03-01, or 2026-03-01T12:00:00Z (default: now)')
    .option('--agreements <dir>', 'folder of agreements (default: agreements)')
    .option('--notices <dir>', 'where notices are kept', join(home, 'notices'))
    .option('--signatures <dir>', 'where signatures are kept', join(home, 'signatures'))
    .option('--keys <dir>', "the parties' published keys", join(home, 'keys'))
    .option('--json', 'print one JSON document');
}

/** For notices that may end by themselves. */
export function withUntil(command: Command): Command {
  return command.option('--until <date>', 'until this instant (default: without end)');
}
