import type { Agreement } from '../agreement.ts';
import type { PartyKeys } from './keys.ts';
import { readDetached } from './header.ts';
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
    const founding = signedLast(agreements, verifications);
    const groups = foundedGroups(founding);
    const contested = isContested(founding);
    for (const agreement of open) {
      const given = (Object.hasOwn(signatures, agreement.id) ? signatures[agreement.id] : undefined) ?? {};
      const meant = contested ? foundedGroups(statedLast(founding, given)) : groups;
      verifications.set(agreement, verifyAgreement(agreement, given, signatoriesOf(agreement, meant), keys));
    }
  }
  return verifications;
}

/** Signed charters come last, and so count: an unsigned one of the same group does not take their place. */
function signedLast(agreements: readonly Agreement[], verifications: ReadonlyMap<Agreement, Verification>) {
  const founding = agreements.map((agreement) => withDigest(agreement, verifications.get(agreement)));
  return [...founding].sort((a, b) => Number(a.digest !== undefined) - Number(b.digest !== undefined));
}

interface Founding {
  readonly agreement: Agreement;
  readonly digest: string | undefined;
}

/** Whether two signed charters found a group of one code. */
function isContested(founding: readonly Founding[]): boolean {
  const codes = founding.flatMap(({ agreement, digest }) => (digest ? Object.keys(agreement.groups ?? {}) : []));
  return new Set(codes).size < codes.length;
}

/**
 * Of several signed charters of one code that one is meant which the signatures name.
 * INVARIANT: otherwise a stranger's charter would leave unsigned what was signed with the group's own.
 */
function statedLast(founding: readonly Founding[], given: Readonly<Record<string, unknown>>): readonly Founding[] {
  const stated = new Set(
    Object.values(given).flatMap((jws) => Object.values(readDetached(jws)?.header.charters ?? {})),
  );
  return [...founding].sort((a, b) => Number(stated.has(a.digest)) - Number(stated.has(b.digest)));
}

function withDigest(agreement: Agreement, verification: Verification | undefined): Founding {
  return { agreement, digest: verification?.complete ? verification.digest : undefined };
}
