import { join } from 'node:path';
import type { Command } from 'commander';
import { ensurePartyKeys, hasPartyKeys, keyFolders } from '../../platform/party-keys.ts';
import { gather } from '../gather.ts';
import { defaultAgreements, defaultHome } from '../places.ts';
import { sourceFrom } from '../source.ts';
import { known } from '../asked.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat keygen ICE                  below .concordat
  concordat keygen ICE --out /etc/concordat

Give DIR/keys/CODE.jwks.json to the other parties, who pin it. DIR/private/CODE.json stays with you.`;

interface Options {
  readonly out: string;
  readonly agreements?: string;
  readonly json?: boolean;
}

/** Adds the verb `keygen`. */
export function addKeygen(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('keygen')
    .description("make a party's keys: one for agreements, one for its viewers' tokens, one for its service")
    .argument('<code>', 'code of the party: ICE')
    .option('--out <dir>', 'where `keys` and `private` are made', defaultHome())
    .option('--agreements <dir>', 'folder with the `parties.yaml` that names the party (default: agreements)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async (code: string, options: Options) => finish(await keygen(code, options, terminal)));
}

async function keygen(code: string, options: Options, { print, complain }: Terminal): Promise<number> {
  const { out, agreements = defaultAgreements(), json } = options;
  await requireAgency(code, agreements);
  const folders = keyFolders(out);
  if (await hasPartyKeys(out, code)) {
    complain(`keys of \`${code}\` are in \`${out}\` already, and stay as they are`);
    return EXIT.mistakes;
  }
  await ensurePartyKeys(out, code);
  const made = {
    published: join(folders.published, `${code}.jwks.json`),
    private: join(folders.private, `${code}.json`),
  };
  if (json) print(JSON.stringify({ code, ...made }, null, 2));
  else [`published: ${made.published}`, `private:   ${made.private}`].forEach(print);
  return EXIT.fine;
}

/** A group has no keys of its own, and what nobody lists nobody would pin. @throws UsageError */
async function requireAgency(code: string, folder: string): Promise<void> {
  const { ruleset, world } = await sourceFrom(await gather([folder]), {});
  const codes = world.parties.agencies.map((agency) => agency.code);
  if (codes.includes(code)) return;
  const groups = ruleset.agreements.map(({ agreement }) => agreement.groups?.[code]);
  const coordinator = groups.find((group) => group !== undefined)?.coordinator;
  if (coordinator === undefined) return known('party', code, codes);
  throw new UsageError(
    `\`${code}\` is a group, which has no keys: \`${coordinator}\` coordinates it, and signs for it`,
  );
}
