// Prints a bearer token of a demo viewer, and nothing else: `npm run --silent token -- DEA analyst`.
import { fileURLToPath } from 'node:url';
import { prepareDemo, readDemoParties } from '../platform/demo-keys.ts';
import { DEMO_ROLES, makeDemoToken, type DemoRole } from '../platform/demo-token.ts';
import { readPrivateKeys } from '../platform/party-keys.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import { defaultHome } from './places.ts';
import { processTerminal } from './terminal.ts';
import { EXIT, UsageError } from './usage.ts';

const agreementsDir = process.env['AGREEMENTS_DIR'] ?? fileURLToPath(new URL('../agreements', import.meta.url));
const { print, complain } = processTerminal();

try {
  print(await token(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  complain(error.message);
  process.exitCode = EXIT.usage;
}

async function token([code, role]: readonly string[]): Promise<string> {
  const { agencies } = await readDemoParties(agreementsDir);
  const agency = agencies.find((entry) => entry.code === code);
  if (!agency)
    throw new UsageError(
      wrong(
        'agency',
        code,
        agencies.map((entry) => entry.code),
      ),
    );
  if (!isRole(role)) throw new UsageError(wrong('role', role, DEMO_ROLES));
  return makeDemoToken({ agency, role, keys: await keysOf(agency) });
}

async function keysOf({ code }: AgencyEntry) {
  const home = defaultHome();
  const known = await readPrivateKeys(home, code);
  if (known) return known;
  await prepareDemo({ home, agreementsDir });
  const made = await readPrivateKeys(home, code);
  if (made) return made;
  throw new UsageError(`the private keys of \`${code}\` are not here: it makes its own tokens`);
}

function isRole(role: string | undefined): role is DemoRole {
  return DEMO_ROLES.some((known) => known === role);
}

function wrong(what: 'agency' | 'role', given: string | undefined, known: readonly string[]): string {
  const problem = given === undefined ? `the ${what} is missing` : `unknown ${what} \`${given}\``;
  return `${problem}: one of ${known.join(', ')}\nusage: npm run --silent token -- DEA analyst`;
}
