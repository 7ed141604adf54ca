import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JSONWebKeySet, JWK } from 'jose';
import { readKeysFolder } from '../platform/agreements.ts';
import { openLog, type Log } from '../platform/log.ts';
import { readDemoParties } from '../platform/demo-keys.ts';
import { vocabularyOf } from '../platform/vocabulary.ts';
import { signingKey, type SigningKey } from '../policy/ed25519.ts';
import type { Vocabulary } from '../policy/document/world.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import type { PartyKeys } from '../policy/signature/keys.ts';
import type { SubgraphOptions } from '../subgraphs/kit/subgraph.ts';
import type { Config } from './config.ts';

/** What everyone who takes part has pinned, and reads from disk. */
export interface Pinned {
  readonly agencies: readonly AgencyEntry[];
  readonly keys: PartyKeys;
  readonly gatewayKeys: JSONWebKeySet;
  readonly vocabulary: Vocabulary;
  readonly log: Log;
}

/** What a subgraph proves callers and viewers by. */
export function proofsOf({ agencies, keys, gatewayKeys }: Pinned): Pick<SubgraphOptions, 'gatewayKeys' | 'identities'> {
  const identities = { agencies, keys };
  return { gatewayKeys: () => gatewayKeys, identities: () => identities };
}

/** Reads what a party pins. @throws Error that names the file that is missing or wrong */
export async function readPinned(config: Config): Promise<Pinned> {
  const { agencies } = await readDemoParties(config.agreementsDir);
  return {
    agencies,
    keys: await readKeysFolder(config.keysDir),
    gatewayKeys: await readJson<JSONWebKeySet>(join(config.keysDir, 'gateway.jwks.json')),
    vocabulary: vocabularyOf(config.supergraph, agencies),
    log: openLog(config.logLevel),
  };
}

/** The gateway's private key. */
export async function readGatewayKey({ gatewayKey }: Config): Promise<SigningKey> {
  return signingKey(await readJson<JWK>(gatewayKey));
}

async function readJson<Value>(path: string): Promise<Value> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Value;
  } catch (cause) {
    throw new Error(
      `\`${path}\` cannot be read as JSON; it is a file of keys, see docs/joining.md (folder ${dirname(path)})`,
      { cause },
    );
  }
}
