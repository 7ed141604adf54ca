import type { Agreement } from '../agreement.ts';
import { isSignedBy } from '../ed25519.ts';
import { canonicalBytes, digestOfBytes } from './canonical.ts';
import { findKey } from './find-key.ts';
import { SIGNATURE_ALGORITHM, SIGNATURE_TYPE, readDetached, signingInput, type DetachedSignature } from './header.ts';
import type { PartyKeys } from './keys.ts';
import type { Charters, Signatories } from './signatories.ts';
import type { PartyVerification, Verification, WrongSignature } from './verification.ts';

/** What a signature must be of. */
interface Expected {
  readonly bytes: Uint8Array;
  readonly agreement: string;
  readonly party: string;
  readonly charters: Charters;
}

/**
 * Checks every party's signature of an agreement against the keys that the party publishes. Never throws.
 * @param signatures detached signatures by party
 * @param keys pinned by the verifier: the channel that brings signatures must not bring keys
 */
export function verifyAgreement(
  agreement: Agreement,
  signatures: Readonly<Record<string, string>>,
  { agencies, charters }: Signatories,
  keys: PartyKeys,
): Verification {
  const bytes = canonicalBytes(agreement);
  const parties = [...agencies].map(([party, agency]) => {
    const jws: unknown = Object.hasOwn(signatures, party) ? signatures[party] : undefined;
    return [party, verifyParty(jws, agency, { bytes, agreement: agreement.id, party, charters }, keys)] as const;
  });
  const complete = parties.length > 0 && parties.every(([, { status }]) => status === 'signed');
  return { digest: digestOfBytes(bytes), parties: new Map(parties), complete };
}

function verifyParty(jws: unknown, agency: string, expected: Expected, keys: PartyKeys): PartyVerification {
  if (jws === undefined) return { status: 'missing' };
  const detached = readDetached(jws);
  if (!detached) return { status: 'wrong', why: 'not a detached signature' };
  const why = mismatch(detached, expected) ?? disproof(detached, agency, expected, keys);
  return why ? { status: 'wrong', why } : { status: 'signed', kid: detached.header.kid };
}

/** What of the header already shows that the signature is of something else. */
function mismatch({ header }: DetachedSignature, { agreement, party, charters }: Expected): WrongSignature | undefined {
  if (header.alg !== SIGNATURE_ALGORITHM) return 'another algorithm';
  if (header.typ !== SIGNATURE_TYPE) return 'another kind of signature';
  if (header.agreement !== agreement) return 'signed for another agreement';
  if (header.party !== party) return 'signed for another party';
  if (Object.values(charters).includes(undefined)) return 'the charter of a group is not signed';
  return sameCharters(header.charters ?? {}, charters) ? undefined : 'signed for another charter of a group';
}

function disproof(
  { header, protectedHeader, signature }: DetachedSignature,
  agency: string,
  { bytes }: Expected,
  keys: PartyKeys,
): WrongSignature | undefined {
  const key = findKey(keys.get(agency)?.agreements, header.kid);
  if (!key) return 'a key that this party does not publish';
  const data = signingInput(protectedHeader, bytes);
  try {
    const right = isSignedBy({ keys: [key] }, header.kid, data, Buffer.from(signature, 'base64url'));
    return right ? undefined : 'bad signature';
  } catch {
    // The published key is no point of the curve.
    return 'a key that this party does not publish';
  }
}

function sameCharters(a: Charters, b: Charters): boolean {
  const codes = Object.keys(a);
  return codes.length === Object.keys(b).length && codes.every((code) => Object.hasOwn(b, code) && a[code] === b[code]);
}
