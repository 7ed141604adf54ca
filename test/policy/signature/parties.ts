import { generateKeyPairSync } from 'node:crypto';
import type { JSONWebKeySet, JWK } from 'jose';
import type { Agreement } from '../../../policy/agreement.ts';
import { digestOf } from '../../../policy/signature/canonical.ts';
import type { PartyKeys } from '../../../policy/signature/keys.ts';
import { foundedGroups, signatoriesOf } from '../../../policy/signature/signatories.ts';
import { signAgreement } from '../../../policy/signature/sign.ts';

/** A private key of a test party. */
export function newKey(kid: string): JWK {
  return { ...(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK), kid };
}

/** Its public half, as a set. */
export function published(...keys: readonly JWK[]): JSONWebKeySet {
  return { keys: keys.map(({ d: _private, ...key }) => key as JSONWebKeySet['keys'][number]) };
}

/** Private keys that sign agreements, by party. */
const PRIVATE: Readonly<Record<string, JWK>> = Object.fromEntries(
  ['ICE', 'DEA', 'FBI', 'USAO', 'ATF'].map((code) => [code, newKey(`${code}-1`)]),
);

/** What the parties publish. Viewers' and service keys are others than those for agreements. */
export const KEYS: PartyKeys = new Map(
  Object.entries(PRIVATE).map(([code, key]) => [
    code,
    {
      agreements: published(key),
      viewers: published(newKey(`${code}-viewers`)),
      service: published(newKey(`${code}-service`)),
    },
  ]),
);

/** An agreement of ICE and DEA, or of others. */
export function agreementOf(rest: Partial<Agreement> = {}): Agreement {
  return {
    concordat: 1,
    id: 'ice-dea-2009',
    title: 'ICE and DEA',
    signed: '2009-06-18',
    effective: '2009-06-18',
    parties: ['ICE', 'DEA'],
    clauses: [{ id: 'I', text: 'words', share: { from: ['ICE'], to: ['DEA'], categories: ['FINANCIAL'] } }],
    ...rest,
  };
}

/** The key of the agency that signs for a party. */
export function keyOf(agency: string): JWK {
  const key = PRIVATE[agency];
  if (!key) throw new Error(`the test has no key of ${agency}`);
  return key;
}

/** Every party's signature of an agreement, as its authors sign it knowing the charters of the others. */
export function signedByAll(agreement: Agreement, others: readonly Agreement[] = []): Record<string, string> {
  const groups = foundedGroups(others.map((other) => ({ agreement: other, digest: digestOf(other) })));
  const { agencies, charters } = signatoriesOf(agreement, groups);
  return Object.fromEntries(
    [...agencies].map(([party, agency]) => [party, signAgreement(agreement, party, keyOf(agency), charters)]),
  );
}
