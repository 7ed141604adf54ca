import type { JWK } from 'jose';
import type { Agreement } from '../agreement.ts';
import { readNotice } from '../document/read-notice.ts';
import { isSignedBy, signWith, signingKey } from '../ed25519.ts';
import type { Notice, SignedNotice } from '../notice.ts';
import type { SignedAgreement } from '../lifecycle.ts';
import { canonical, digestOfBytes } from './canonical.ts';
import { findKey } from './find-key.ts';
import { SIGNATURE_ALGORITHM, readDetached, signingInput, type DetachedSignature } from './header.ts';
import type { PartyKeys } from './keys.ts';

/** `typ` of a notice's signature: no agreement's signature can be taken for one, nor the other way round. */
const NOTICE_TYPE = 'concordat-notice+jws';

/** A notice as it travels: nothing about it must be trusted. */
export interface NoticeText {
  readonly notice: unknown;
  /** Detached JWS of the party that gives it. */
  readonly signature: unknown;
}

/** What became of one notice of a bundle. Only a signed one has effect. */
export interface NoticeReport {
  /** Undefined when it is too broken to tell. */
  readonly id: string | undefined;
  readonly status: 'signed' | 'wrong';
  /** Why it has no effect. */
  readonly why?: string;
}

/** Notices that count, and what became of every one. */
export interface VerifiedNotices {
  readonly notices: readonly SignedNotice[];
  readonly reports: readonly NoticeReport[];
}

/**
 * Signs a notice for the party that gives it, detached (RFC 7515, appendix F).
 * @param privateKey an Ed25519 key with a `kid`: the party's, or of a group's coordinator
 * @throws Error when the key is of another kind, or the notice has no canonical form
 */
export function signNotice(notice: Notice, privateKey: JWK): string {
  const key = signingKey(privateKey);
  const { agreement, party } = notice;
  const header = { alg: SIGNATURE_ALGORITHM, kid: key.kid, typ: NOTICE_TYPE, agreement, party };
  const protectedHeader = Buffer.from(JSON.stringify(header)).toString('base64url');
  const signature = signWith(key, signingInput(protectedHeader, canonical(notice)));
  return `${protectedHeader}..${signature.toString('base64url')}`;
}

/**
 * Checks notices against the keys that their parties publish, and against the texts of the agreements that they speak
 * of. Of several of one party with one id the first by digest counts, so that their order does not matter. Never throws.
 * INVARIANT: no party's notice takes the place of another's. Otherwise one could end what another suspended, by its id.
 * @param agreements those that are valid and signed by every party
 * @param keys pinned by the verifier
 */
export function verifyNotices(
  texts: readonly NoticeText[],
  agreements: readonly SignedAgreement[],
  keys: PartyKeys,
): VerifiedNotices {
  const digests = new Map(agreements.map(({ agreement, digest }) => [agreement.id, digest]));
  const coordinators = coordinatorsIn(agreements.map(({ agreement }) => agreement));
  const notices = new Map<string, SignedNotice>();
  const reports = texts.map((text): NoticeReport => {
    const read = readNotice(text.notice);
    if (read.kind === 'broken') return { id: undefined, status: 'wrong', why: read.why };
    const { notice } = read;
    const signer = coordinators.get(notice.party) ?? notice.party;
    const digest = digestIfCanonical(notice);
    if (digest === undefined) return { id: notice.notice, status: 'wrong', why: 'it has no canonical form' };
    const why = disproof(text.signature, notice, signer, keys) ?? misses(notice, digests);
    if (why) return { id: notice.notice, status: 'wrong', why };
    const key = `${notice.party} ${notice.notice}`;
    const known = notices.get(key);
    if (!known || digest < known.digest) notices.set(key, { notice, digest });
    return { id: notice.notice, status: 'signed' };
  });
  return { notices: [...notices.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1)), reports };
}

/** A group is spoken for by its coordinator. */
function coordinatorsIn(agreements: readonly Agreement[]): ReadonlyMap<string, string> {
  return new Map(
    agreements.flatMap(({ groups }) =>
      Object.entries(groups ?? {}).map(([code, { coordinator }]) => [code, coordinator] as const),
    ),
  );
}

function digestIfCanonical(notice: Notice): string | undefined {
  try {
    return digestOfBytes(canonical(notice));
  } catch {
    return undefined;
  }
}

function misses({ agreement, digest }: Notice, digests: ReadonlyMap<string, string>): string | undefined {
  const signed = digests.get(agreement);
  if (signed === undefined) return 'the agreement that it speaks of is not signed by every party';
  return signed === digest ? undefined : 'it speaks of another text of the agreement';
}

function disproof(jws: unknown, notice: Notice, signer: string, keys: PartyKeys): string | undefined {
  const detached = readDetached(jws);
  if (!detached) return 'not a detached signature';
  const { header } = detached;
  if (header.alg !== SIGNATURE_ALGORITHM) return 'another algorithm';
  if (header.typ !== NOTICE_TYPE) return 'another kind of signature';
  if (header.agreement !== notice.agreement) return 'signed for another agreement';
  if (header.party !== notice.party) return 'signed for another party';
  const key = findKey(keys.get(signer)?.agreements, header.kid);
  if (!key) return 'a key that this party does not publish';
  return isRight(detached, canonical(notice), key) ? undefined : 'bad signature';
}

function isRight({ header, protectedHeader, signature }: DetachedSignature, bytes: Uint8Array, key: JWK): boolean {
  try {
    const data = signingInput(protectedHeader, bytes);
    return isSignedBy({ keys: [key] }, header.kid, data, Buffer.from(signature, 'base64url'));
  } catch {
    // The published key is no point of the curve.
    return false;
  }
}
