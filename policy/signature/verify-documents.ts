import type { Agreement } from '../agreement.ts';
import type { PartyKeys } from './keys.ts';
import { foundedGroups, signatoriesOf } from './signatories.ts';
import type { Verification } from './verification.ts';
import { verifyAgreement } from './verify.ts';

/** Signatures by agreement id, then by party. */
export type SignaturesById = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Verifies agreements that may found each other's groups. A group counts once the agreement that founds it is signed
 * by every party, so charters come first, whatever the order of the documents.
 */
export function verifyDocuments(
  agreements: readonly Agreement[],
  signatures: SignaturesById,
  keys: PartyKeys,
): ReadonlyMap<Agreement, Verification> {
  const verifications = new Map<Agreement, Verification>();
  const isOpen = (agreement: Agreement) => !verifications.get(agreement)?.complete;
  for (let open = agreements, before = Infinity; open.length < before; open = open.filter(isOpen)) {
    before = open.length;
    const groups = foundedGroups(signedLast(agreements, verifications));
    for (const agreement of open) {
      const given = Object.hasOwn(signatures, agreement.id) ? signatures[agreement.id] : undefined;
      const signatories = signatoriesOf(agreement, groups);
      verifications.set(agreement, verifyAgreement(agreement, given ?? {}, signatories, keys));
    }
  }
  return verifications;
}

/** Signed charters come last, and so count: an unsigned one of the same group does not take their place. */
function signedLast(agreements: readonly Agreement[], verifications: ReadonlyMap<Agreement, Verification>) {
  const founding = agreements.map((agreement) => withDigest(agreement, verifications.get(agreement)));
  return [...founding].sort((a, b) => Number(a.digest !== undefined) - Number(b.digest !== undefined));
}

function withDigest(agreement: Agreement, verification: Verification | undefined) {
  return { agreement, digest: verification?.complete ? verification.digest : undefined };
}
