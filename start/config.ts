import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Limits } from '../gateway/limits/limits.ts';
import type { SignInAt } from '../gateway/playground/settings.ts';
import { databasesIn } from '../platform/database/names.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import { flag, number, onOrOff, url, type Environment } from './environment.ts';
import { refuseUnknown, refuseUnknownAgencies, subgraphVariable } from './known-variables.ts';
import { readLimits } from './limits.ts';
import { readOrigins } from './origins.ts';
import { readProxies } from './proxies.ts';
import { readSignIn } from './sign-in.ts';

/** How this process is set up: environment variables, each documented in the README. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Folder of the demo's keys, signatures and databases. */
  readonly home: string;
  readonly agreementsDir: string;
  readonly signaturesDir: string;
  readonly noticesDir: string;
  readonly keysDir: string;
  /** The gateway's private key, a JWK. */
  readonly gatewayKey: string;
  /** The keys by which selectors are blinded. Undefined: the demo's, in its home. */
  readonly blindingKeys: string | undefined;
  readonly supergraph: string;
  readonly databaseUrl: string | undefined;
  readonly databases: ReadonlyMap<string, string>;
  /** Records per agency that the synthetic data starts with. */
  readonly demoRecords: number;
  readonly logLevel: string;
  readonly subgraphTimeoutMilliseconds: number;
  readonly limits: Limits;
  /** Origins whose pages may ask the gateway. */
  readonly origins: readonly string[];
  /** Addresses and networks whose `x-forwarded-for` is believed. */
  readonly proxies: readonly string[];
  /** The manifest of listed operations. */
  readonly persistedOperations: string | undefined;
  /** Whether nothing else is answered. */
  readonly persistedOnly: boolean;
  /** Ports of the hub, for agencies that run elsewhere. 0: any free one. */
  readonly registryPort: number;
  readonly indexPort: number;
  readonly deconflictionPort: number;
  /** The hub, for an agency that runs alone. */
  readonly registryUrl: string | undefined;
  readonly indexUrl: string | undefined;
  readonly deconflictionUrl: string | undefined;
  /** Whether pages are served to people. */
  readonly playground: boolean;
  /** GraphQL endpoint of an agency that runs elsewhere; undefined: it runs here. */
  subgraphUrl(code: string): string | undefined;
  /** Where viewers of these agencies sign in, of whom it is set. @throws Error that says how to mend it */
  signIn(agencies: readonly AgencyEntry[]): readonly SignInAt[];
  /** @throws Error when something of an agency is set whose code is none of these */
  refuseOtherAgencies(codes: readonly string[]): void;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Reads the configuration. @throws Error that says which variable is wrong, and how to mend it */
export function readConfig(env: Environment): Config {
  refuseUnknown(env);
  const home = resolve(env['CONCORDAT_HOME'] ?? join(ROOT, '.concordat'));
  const path = (name: string, fallback: string) => resolve(env[name] ?? fallback);
  return {
    host: env['HOST'] ?? '127.0.0.1',
    port: number(env, 'PORT', 4000, 0, 65_535),
    home,
    agreementsDir: path('AGREEMENTS_DIR', join(ROOT, 'agreements')),
    signaturesDir: path('SIGNATURES_DIR', join(home, 'signatures')),
    noticesDir: path('NOTICES_DIR', join(home, 'notices')),
    keysDir: path('KEYS_DIR', join(home, 'keys')),
    gatewayKey: path('GATEWAY_KEY', join(home, 'private', 'gateway.json')),
    blindingKeys: env['BLINDING_KEYS'] ? resolve(env['BLINDING_KEYS']) : undefined,
    supergraph: path('SUPERGRAPH', join(ROOT, 'schema', 'supergraph.graphql')),
    databaseUrl: env['DATABASE_URL'],
    databases: databasesIn(env),
    demoRecords: number(env, 'DEMO_RECORDS', 80, 0, 10_000_000),
    logLevel: env['LOG_LEVEL'] ?? 'warn',
    subgraphTimeoutMilliseconds: number(env, 'SUBGRAPH_TIMEOUT_MS', 10_000, 1, 600_000),
    limits: readLimits(env),
    origins: readOrigins(env),
    proxies: readProxies(env),
    ...persisted(env),
    registryPort: number(env, 'REGISTRY_PORT', 0, 0, 65_535),
    indexPort: number(env, 'INDEX_PORT', 0, 0, 65_535),
    deconflictionPort: number(env, 'DECONFLICTION_PORT', 0, 0, 65_535),
    registryUrl: url(env, 'REGISTRY_URL'),
    indexUrl: url(env, 'INDEX_URL'),
    deconflictionUrl: url(env, 'DECONFLICTION_URL'),
    playground: onOrOff(env, 'PLAYGROUND', true),
    subgraphUrl: (code) => url(env, subgraphVariable(code)),
    signIn: (agencies) => readSignIn(env, agencies),
    refuseOtherAgencies: (codes) => refuseUnknownAgencies(env, codes),
  };
}

function persisted(env: Environment): Pick<Config, 'persistedOperations' | 'persistedOnly'> {
  const file = env['PERSISTED_OPERATIONS'];
  const persistedOnly = flag(env, 'PERSISTED_ONLY');
  if (persistedOnly && !file)
    throw new Error('PERSISTED_ONLY is `true`, and nothing is listed: set PERSISTED_OPERATIONS to a manifest');
  return { persistedOperations: file ? resolve(file) : undefined, persistedOnly };
}
