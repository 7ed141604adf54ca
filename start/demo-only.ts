import type { Personas } from '../gateway/playground/tokens.ts';
import { makeDemoToken } from '../platform/demo-token.ts';
import { readPrivateKeys } from '../platform/party-keys.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import type { Config } from './config.ts';
import { demoPersonas } from './demo-personas.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);
/** Names that lead nowhere (RFC 2606): an agency whose issuer has one vouches for nobody who exists. */
const RESERVED = /\.(?:example|test|invalid)$/;
const HOUR_SECONDS = 60 * 60;

/**
 * The personas of a demo. Undefined where this is none: where others than this machine could ask, an agency is elsewhere,
 * viewers sign in, or keys are their agency's own.
 *
 * INVARIANT: a token that anybody gets for the asking is worth nothing only where everybody and everything is invented.
 */
export async function personasOf(
  config: Config,
  agencies: readonly AgencyEntry[],
  clock = () => new Date(),
): Promise<Personas | undefined> {
  const isDemo =
    LOOPBACK.has(config.host) &&
    config.proxies.length === 0 &&
    config.signIn(agencies).length === 0 &&
    agencies.every((agency) => isInvented(agency) && config.subgraphUrl(agency.code) === undefined);
  if (!isDemo || !(await areAllHere(config.home, agencies))) return undefined;
  const personas = demoPersonas(agencies);
  return {
    all: personas.map(({ vouched: _, ...persona }) => persona),
    tokenOf: async (id) => {
      const persona = personas.find((one) => one.id === id)!;
      const agency = agencies.find(({ code }) => code === persona.agency)!;
      const keys = await readPrivateKeys(config.home, agency.code);
      if (!keys) throw new Error(`the private keys of \`${agency.code}\` are gone`);
      const now = clock();
      const expiresAt = new Date((Math.floor(now.getTime() / 1000) + HOUR_SECONDS) * 1000).toISOString();
      return {
        token: await makeDemoToken({ ...persona.vouched, agency, keys, now, seconds: HOUR_SECONDS }),
        expiresAt,
      };
    },
  };
}

function isInvented({ issuer, url }: AgencyEntry): boolean {
  return url === undefined && RESERVED.test(new URL(issuer).hostname);
}

async function areAllHere(home: string, agencies: readonly AgencyEntry[]): Promise<boolean> {
  const keys = await Promise.all(agencies.map(({ code }) => readPrivateKeys(home, code)));
  return keys.every((own) => own !== undefined);
}
