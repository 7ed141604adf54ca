import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';
import type { PrivateKeys } from '../../../platform/party-keys.ts';
import type { PartyKeys } from '../../../policy/signature/keys.ts';

/** Keys of parties that exist for one scenario. */
export interface ScenarioKeys {
  readonly published: PartyKeys;
  readonly secret: ReadonlyMap<string, PrivateKeys>;
}

/** A key set for every party. */
export function scenarioKeys(codes: readonly string[]): ScenarioKeys {
  const secret = new Map(
    codes.map((code) => [
      code,
      {
        agreements: newKey(`${code}-agreements`),
        viewers: newKey(`${code}-viewers`),
        service: newKey(`${code}-service`),
      },
    ]),
  );
  const published = new Map(
    [...secret].map(([code, { agreements, viewers, service }]) => [
      code,
      { agreements: publicSet(agreements), viewers: publicSet(viewers), service: publicSet(service) },
    ]),
  );
  return { secret, published };
}

/** A private Ed25519 key. */
export function newKey(kid: string): JWK {
  return { ...(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK), kid };
}

/** What is published of a private key. */
export function publicSet({ kty, crv, x, kid }: JWK): { keys: JWK[] } {
  return { keys: [{ kty: kty!, crv: crv!, x: x!, kid: kid! }] };
}
