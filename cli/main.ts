import { Command, CommanderError } from 'commander';
import { readFileSync } from 'node:fs';
import { systemFailure } from '../platform/system-failure.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { EXIT, UsageError } from './usage.ts';
import { addArchive } from './verbs/archive.ts';
import { addBlindingKeys } from './verbs/blinding-keys.ts';
import { addCheck } from './verbs/check.ts';
import { addCompile } from './verbs/compile.ts';
import { addConsent } from './verbs/consent.ts';
import { addContribute } from './verbs/contribute.ts';
import { addDiff } from './verbs/diff.ts';
import { addExplain } from './verbs/explain.ts';
import { addExport } from './verbs/export.ts';
import { addGateway } from './verbs/gateway.ts';
import { addKeygen } from './verbs/keygen.ts';
import { addMatrix } from './verbs/matrix.ts';
import { addRelease } from './verbs/release.ts';
import { addReplay } from './verbs/replay.ts';
import { addResume } from './verbs/resume.ts';
import { addRotateKey } from './verbs/rotate-key.ts';
import { addSearch } from './verbs/search.ts';
import { addSign } from './verbs/sign.ts';
import { addSuspend } from './verbs/suspend.ts';
import { addTerminate } from './verbs/terminate.ts';
import { addTest } from './verbs/test.ts';
import { addVerify } from './verbs/verify.ts';

/** Every verb, in the order in which `--help` tells of them. */
// prettier-ignore
const VERBS = [
  addCheck,
  addTest,
  addCompile,
  addMatrix,
  addExplain,
  addDiff,
  addReplay,
  addExport,
  addKeygen,
  addRotateKey,
  addBlindingKeys,
  addSign,
  addVerify,
  addArchive,
  addSuspend,
  addResume,
  addTerminate,
  addConsent,
  addRelease,
  addContribute,
  addSearch,
  addGateway,
];

/** Runs `concordat` with arguments. @returns the exit status: 0 fine, 1 something is wrong, 2 called wrongly */
export async function main(args: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  let status: number = EXIT.fine;
  const program = newProgram(terminal);
  for (const add of VERBS) add(program, terminal, (result) => (status = result));
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    return failed(error, terminal);
  }
}

function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

const EXIT_STATUSES = `
Exit status: 0 fine; 1 something is wrong or differs; 2 called wrongly.
Every verb has examples: concordat matrix --help`;

function newProgram(terminal: Terminal): Command {
  return new Command('concordat')
    .description('For authors of agreements, and those who operate a party of the exchange.')
    .version(version(), '-V, --version')
    .exitOverride()
    .addHelpText('after', EXIT_STATUSES)
    .showHelpAfterError('(`concordat --help` tells more)')
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.complain(text.trimEnd()),
    });
}

function failed(error: unknown, { complain }: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  const told = error instanceof UsageError ? error.message : systemFailure(error);
  if (told === undefined) throw error;
  complain(`error: ${told}`);
  return EXIT.usage;
}
