// Prints a bearer token of a demo viewer, and nothing else: `npm run --silent token -- DEA analyst`.
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { prepareDemo, readDemoParties } from '../platform/demo-keys.ts';
import { makeDemoToken } from '../platform/demo-token.ts';
import { readPrivateKeys } from '../platform/party-keys.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import { viewerTerms } from '../schema/viewers.ts';
import { defaultHome } from './places.ts';
import { processTerminal } from './terminal.ts';
import { EXIT, UsageError } from './usage.ts';
import { known, vouchedViewer, type VouchedOptions } from './vouched.ts';

const USAGE = 'usage: npm run --silent token -- DEA analyst --training privacy --clearance secret --contact-point';

const agreementsDir = process.env['AGREEMENTS_DIR'] ?? fileURLToPath(new URL('../agreements', import.meta.url));
const { print, complain } = processTerminal();

try {
  await command().parseAsync();
} catch (error) {
  process.exitCode = failed(error);
}

function command(): Command {
  const { roles, trainings, clearances } = viewerTerms;
  return new Command('npm run --silent token --')
    .description('Prints a bearer token of a viewer who does not exist, as the demo agency would vouch for one.')
    .argument('[agency]', 'code of the agency: DEA')
    .argument('[role]', `one of ${[...roles.keys()].join(', ')}`)
    .option('--training <code>', `may be given again; of ${[...trainings.keys()].join(', ')}`, collected)
    .option('--clearance <code>', `one of ${[...clearances.keys()].join(', ')}`)
    .option('--contact-point', "the viewer is the agency's contact point")
    .option('--name <name>', "the viewer's name")
    .option('--sub <id>', 'unique at the agency, as clauses name officers; default: the agency and the role')
    .exitOverride()
    .configureOutput({ writeOut: (text) => print(text.trimEnd()), writeErr: (text) => complain(text.trimEnd()) })
    .action(async (code: string | undefined, role: string | undefined, options: VouchedOptions) => {
      print(await token(code, role, options));
    });
}

function collected(code: string, before: readonly string[] = []): readonly string[] {
  return [...before, code];
}

function failed(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.fine;
  if (!(error instanceof CommanderError) && !(error instanceof UsageError)) throw error;
  complain(error instanceof UsageError ? `${error.message}\n${USAGE}` : USAGE);
  return EXIT.usage;
}

async function token(code: string | undefined, role: string | undefined, options: VouchedOptions): Promise<string> {
  const { agencies } = await readDemoParties(agreementsDir);
  const byCode = new Map(agencies.map((agency) => [agency.code, agency]));
  const agency = byCode.get(known('agency', code, [...byCode.keys()]))!;
  const viewer = vouchedViewer(role, options);
  return makeDemoToken({ ...viewer, agency, keys: await keysOf(agency) });
}

async function keysOf({ code }: AgencyEntry) {
  const home = defaultHome();
  const made = await readPrivateKeys(home, code);
  if (made) return made;
  await prepareDemo({ home, agreementsDir });
  const prepared = await readPrivateKeys(home, code);
  if (prepared) return prepared;
  throw new UsageError(`the private keys of \`${code}\` are not here: it makes its own tokens`);
}
