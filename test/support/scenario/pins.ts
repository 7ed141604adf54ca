import type { JSONWebKeySet, JWK } from 'jose';
import { signingKey, type SigningKey } from '../../../policy/ed25519.ts';
import type { PartyKeys } from '../../../policy/signature/keys.ts';
import { publicSet, type ScenarioKeys } from './keys.ts';

/** The keys that everybody in a world pins, and the one with which its gateway signs, as they are at a moment. */
export interface Pins {
  readonly parties: () => PartyKeys;
  readonly gatewayKeys: () => JSONWebKeySet;
  readonly gatewayKey: () => SigningKey;
  readonly onChange: (listener: () => void) => void;
}

/** Keys that stay as they are. */
export async function fixedPins({ published }: ScenarioKeys, gatewayKey: JWK): Promise<Pins> {
  const [signing, gatewayKeys] = [signingKey(gatewayKey), publicSet(gatewayKey)];
  return {
    parties: () => published,
    gatewayKeys: () => gatewayKeys,
    gatewayKey: () => signing,
    onChange: () => undefined,
  };
}
