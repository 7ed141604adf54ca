import { join } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import { demoBlindingKeys } from '../platform/blinding-file.ts';
import { followBlindingKeys, type OwnBlindingKeys } from '../platform/blinding-keys.ts';
import { readDemoParties } from '../platform/demo-keys.ts';
import { openKeyring } from '../platform/keyring.ts';
import { openLog, type Log } from '../platform/log.ts';
import { openOwnKey, type OwnKey } from '../platform/own-key.ts';
import { keyFolders, type PrivateKeys } from '../platform/party-keys.ts';
import { vocabularyOf } from '../platform/vocabulary.ts';
import type { Vocabulary } from '../policy/document/world.ts';
import type { Identities } from '../policy/issued-token.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import type { PartyKeys } from '../policy/signature/keys.ts';
import type { SubgraphOptions } from '../subgraphs/kit/subgraph.ts';
import type { Config } from './config.ts';
import { keptAgreements, type KeptAgreements } from './kept-agreements.ts';

/** What everyone who takes part has pinned, and reads from disk. */
export interface Pinned {
  readonly agencies: readonly AgencyEntry[];
  /** As they are at this moment, and so are those of the gateway. */
  readonly keys: () => PartyKeys;
  readonly gatewayKeys: () => JSONWebKeySet;
  /** Tells that keys are others now. */
  readonly onKeys: (listener: () => void) => void;
  readonly vocabulary: Vocabulary;
  readonly log: Log;
  /** Hears of agreements that no longer arrive. */
  readonly kept: KeptAgreements;
  /** Ends the looking for other keys. */
  stop(): Promise<void>;
}

/** What a subgraph proves callers and viewers by. */
export function proofsOf({ agencies, keys, gatewayKeys }: Pinned): Pick<SubgraphOptions, 'gatewayKeys' | 'identities'> {
  return { gatewayKeys, identities: (): Identities => ({ agencies, keys: keys() }) };
}

/** Reads what a party pins, and follows the keys. @throws Error that names the file that is missing or wrong */
export async function readPinned(config: Config): Promise<Pinned> {
  const { agencies } = await readDemoParties(config.agreementsDir);
  config.refuseOtherAgencies(agencies.map(({ code }) => code));
  const log = openLog(config.logLevel);
  const kept = keptAgreements(log);
  const keyring = await openKeyring({ folder: config.keysDir, onTrouble: keptKeys(log) });
  return {
    agencies,
    keys: () => keyring.parties,
    gatewayKeys: () => keyring.gateway,
    onKeys: (listener) => keyring.onChange(listener),
    vocabulary: vocabularyOf(config.supergraph, agencies),
    log,
    kept,
    stop: async () => {
      keyring.stop();
      kept.settle();
    },
  };
}

/** The gateway's private key, followed. */
export function openGatewayKey({ gatewayKey }: Config, { log }: Pinned): Promise<OwnKey> {
  return openOwnKey({ path: gatewayKey, onTrouble: keptKeys(log) });
}

/** The key with which an agency's servers call the hub, followed. */
export async function openServiceKey(code: string, { home }: Config, { log }: Pinned): Promise<OwnKey> {
  const path = join(keyFolders(home).private, `${code}.json`);
  const pick = (file: unknown) => (file as PrivateKeys).service;
  try {
    return await openOwnKey({ path, pick, onTrouble: keptKeys(log) });
  } catch (cause) {
    const remedy = `make them with \`npx concordat keygen\``;
    throw new Error(`the private keys of ${code} are not in \`${path}\`: ${remedy}`, { cause });
  }
}

/** The keys by which agencies and the gateway blind selectors, followed. The index has none. */
export function openBlindingKeys({ home, blindingKeys }: Config, { log }: Pinned): Promise<OwnBlindingKeys> {
  const path = blindingKeys ?? demoBlindingKeys(home);
  return followBlindingKeys({ path, isNeeded: blindingKeys !== undefined, onTrouble: keptKeys(log) });
}

function keptKeys(log: Log) {
  return (path: string, error: unknown) =>
    log.error({ path, error }, 'a file of keys cannot be read: those before stay');
}
