import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { openKeyring, type Keyring } from '../../../platform/keyring.ts';
import { openOwnKey } from '../../../platform/own-key.ts';
import { publicSet, type ScenarioKeys } from '../../support/scenario/keys.ts';
import type { Pins } from '../../support/scenario/pins.ts';

/** A folder of keys that everybody in a world follows, as the product does, but looks more often. */
export interface Home {
  readonly path: string;
  readonly pins: (keys: ScenarioKeys, gatewayKey: JWK) => Promise<Pins>;
  /** Lets everybody look at once. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

const LOOK_MILLISECONDS = 50;

/** An empty one, which is filled when a world starts. */
export function newHome(): Home {
  const path = mkdtempSync(join(tmpdir(), 'concordat-rotation-'));
  const ends: (() => unknown)[] = [];
  let keyring: Keyring | undefined;
  const pins: Home['pins'] = async (keys, gatewayKey) => {
    writeKeys(path, keys, gatewayKey);
    const options = { onTrouble: refuse, lookMilliseconds: LOOK_MILLISECONDS };
    const opened = (keyring = await openKeyring({ folder: join(path, 'keys'), ...options }));
    const own = await openOwnKey({ path: join(path, 'private', 'gateway.json'), ...options });
    ends.push(opened.stop, own.stop);
    return {
      parties: () => opened.parties,
      gatewayKeys: () => opened.gateway,
      gatewayKey: own.current,
      onChange: opened.onChange,
    };
  };
  return {
    path,
    pins,
    look: async () => keyring?.look(),
    stop: async () => void (await Promise.all(ends.map((end) => end()))),
  };
}

function writeKeys(home: string, { published, secret }: ScenarioKeys, gatewayKey: JWK): void {
  const write = (path: string, value: unknown) => writeFileSync(join(home, path), JSON.stringify(value));
  for (const folder of ['keys', 'private']) mkdirSync(join(home, folder), { recursive: true });
  write('keys/gateway.jwks.json', publicSet(gatewayKey));
  write('private/gateway.json', gatewayKey);
  for (const [code, keys] of published) write(`keys/${code}.jwks.json`, keys);
  for (const [code, keys] of secret) write(`private/${code}.json`, keys);
}

function refuse(path: string, error: unknown): never {
  throw new Error(`a rotation left \`${path}\` broken`, { cause: error });
}
