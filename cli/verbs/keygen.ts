import { join } from 'node:path';
import type { Command } from 'commander';
import { ensurePartyKeys, hasPartyKeys, keyFolders } from '../../platform/party-keys.ts';
import { defaultHome } from '../places.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat keygen ICE                  below .concordat
  concordat keygen ICE --out /etc/concordat

Give DIR/keys/CODE.jwks.json to the other parties, who pin it. DIR/private/CODE.json stays with you.`;

/** Adds the verb `keygen`. */
export function addKeygen(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('keygen')
    .description("make a party's keys: one for agreements, one for its viewers' tokens, one for its service")
    .argument('<code>', 'code of the party: ICE')
    .option('--out <dir>', 'where `keys` and `private` are made', defaultHome())
    .addHelpText('after', EXAMPLES)
    .action(async (code: string, { out }: { out: string }) => finish(await keygen(code, out, terminal)));
}

async function keygen(code: string, out: string, { print, complain }: Terminal): Promise<number> {
  if (!/^[A-Z][A-Z0-9-]{1,15}$/.test(code)) throw new UsageError(`\`${code}\` is no code of a party: \`IRS-CI\``);
  const folders = keyFolders(out);
  if (await hasPartyKeys(out, code)) {
    complain(`keys of \`${code}\` are in \`${out}\` already, and stay as they are`);
    return EXIT.mistakes;
  }
  await ensurePartyKeys(out, code);
  print(`published: ${join(folders.published, `${code}.jwks.json`)}`);
  print(`private:   ${join(folders.private, `${code}.json`)}`);
  return EXIT.fine;
}
