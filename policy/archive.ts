import type { Bundle, OpenedBundle } from './bundle.ts';
import { takesThePlaceOf, type SignedAgreement } from './lifecycle.ts';
import type { SignedNotice } from './notice.ts';
import { givenIn } from './signature/given.ts';

/** An agreement that was once verified as signed by every party. It stays so, whatever arrives later. */
export interface RememberedAgreement extends Pick<SignedAgreement, 'agreement' | 'digest'> {
  /** The parties' detached signatures, by party: they name the charters that they were given for. */
  readonly signatures: Readonly<Record<string, string>>;
  /** When it was first seen, in milliseconds since the epoch: what came in one bundle was seen at once. */
  readonly since: number;
}

/** What a party has verified so far, by digest. It only grows. */
export interface Remembered {
  readonly agreements: ReadonlyMap<string, RememberedAgreement>;
  readonly notices: ReadonlyMap<string, SignedNotice>;
}

/** What a bundle adds to it. */
export interface Learned {
  readonly agreements: readonly RememberedAgreement[];
  readonly notices: readonly SignedNotice[];
}

/**
 * What a bundle holds that was not known: agreements that every party signed, or signed again, and signed notices that
 * take away.
 * INVARIANT: only what the bundle's opener verified against pinned keys, so nobody fills an archive without them.
 */
export function learnedFrom(opened: OpenedBundle, bundle: Bundle, known: Remembered, now: Date): Learned {
  const newest = newestOf(known);
  const fresh = opened.agreements
    .filter(({ digest }) => !newest.has(digest))
    .map(({ agreement, digest }) => ({ agreement, digest, signatures: signaturesOf(agreement, bundle) }))
    .filter((text) => !known.agreements.has(text.digest) || isSignedAgain(text, newest));
  const since = fresh.length > 0 ? after(known, now) : 0;
  return {
    agreements: fresh.map((text) => ({ ...text, since })),
    notices: opened.notices.filter((signed) => isClosing(signed) && !known.notices.has(signed.digest)),
  };
}

/**
 * Whether all parties of a text signed it again after anybody signed what has its place.
 * INVARIANT: each party's own word is needed, in its own signature. Otherwise one of them could bring an old text back.
 */
function isSignedAgain(
  { agreement, signatures }: Omit<RememberedAgreement, 'since'>,
  newest: ReadonlyMap<string, RememberedAgreement>,
): boolean {
  const { first } = givenIn(signatures);
  const others = [...newest.values()].filter((other) => other.agreement.id === agreement.id);
  return others.every((other) => first > givenIn(other.signatures).last);
}

/** Clocks are set back; what came later stays later. */
function after({ agreements }: Remembered, now: Date): number {
  let last = 0;
  for (const { since } of agreements.values()) last = Math.max(last, since);
  return Math.max(now.getTime(), last + 1);
}

function signaturesOf({ id, parties }: SignedAgreement['agreement'], { signatures }: Bundle) {
  const given = (Object.hasOwn(signatures, id) ? signatures[id] : undefined) ?? {};
  return Object.fromEntries(parties.flatMap((party) => (given[party] === undefined ? [] : [[party, given[party]]])));
}

/**
 * A bundle with what was known before it: agreements that it leaves out are there for what they withhold, and its
 * notices are joined by those that it leaves out and that take away. What came back although its parties had signed a
 * newer text is out.
 * INVARIANT: leaving out a document, a signature or a notice opens nothing to those who saw it once.
 * @param known holds what the bundle adds already
 */
export function withRemembered(opened: OpenedBundle, known: Remembered): OpenedBundle {
  const newest = newestOf(known);
  const present = new Set(opened.agreements.map(({ digest }) => digest));
  const absent = [...newest.values()].filter(({ digest }) => !present.has(digest));
  const arrived = opened.agreements.map((signed) => markedBy(signed, newest, absent));
  const notices = noticesAbout(arrived, [...opened.notices, ...[...known.notices.values()].filter(isClosing)]);
  if (
    absent.length === 0 &&
    arrived.every((signed, at) => signed === opened.agreements[at]) &&
    sameNotices(notices, opened.notices)
  )
    return opened;
  const kept = absent.map(({ agreement, digest }): SignedAgreement => ({ agreement, digest, absent: true }));
  return { ...opened, agreements: [...arrived, ...kept], notices };
}

/** A bundle as whoever remembers this sees it when it arrives now: what it adds is learned first. */
export function arrivingNow(opened: OpenedBundle, bundle: Bundle, known: Remembered, now: Date): OpenedBundle {
  const learned = learnedFrom(opened, bundle, known, now);
  return withRemembered(opened, {
    agreements: new Map([...known.agreements, ...learned.agreements.map((text) => [text.digest, text] as const)]),
    notices: new Map([...known.notices, ...learned.notices.map((notice) => [notice.digest, notice] as const)]),
  });
}

/** Those whose place no newer text of their id has taken, by digest. */
function newestOf({ agreements }: Remembered): ReadonlyMap<string, RememberedAgreement> {
  const texts = new Map<string, RememberedAgreement[]>();
  for (const text of agreements.values()) {
    const { id } = text.agreement;
    const others = texts.get(id);
    if (others) others.push(text);
    else texts.set(id, [text]);
  }
  const newest = [...texts.values()].flatMap((of) => of.filter((text) => !of.some((other) => isNewer(other, text))));
  return new Map(newest.map((text) => [text.digest, text]));
}

/** Whoever signed the earlier text signed the newer one too. Of texts that came at once nobody can tell which is newer. */
function isNewer(text: RememberedAgreement, than: RememberedAgreement): boolean {
  return text.since > than.since && than.agreement.parties.every((party) => text.agreement.parties.includes(party));
}

function markedBy(
  signed: SignedAgreement,
  newest: ReadonlyMap<string, RememberedAgreement>,
  absent: readonly RememberedAgreement[],
): SignedAgreement {
  const own = newest.get(signed.digest);
  if (!own) return { ...signed, outdated: true };
  const isDisputed = absent.some(
    (other) => other.since <= own.since && claimsTheSame(other, own) && !succeeds(own, other, [...newest.values()]),
  );
  return isDisputed && !signed.disputed ? { ...signed, disputed: true } : signed;
}

/** Whether it supersedes the earlier one, or one that does. */
function succeeds(
  later: RememberedAgreement,
  earlier: RememberedAgreement,
  all: readonly RememberedAgreement[],
): boolean {
  if (takesThePlaceOf(later.agreement, earlier.agreement)) return true;
  const rest = all.filter((other) => other !== later);
  return rest.some((other) => takesThePlaceOf(later.agreement, other.agreement) && succeeds(other, earlier, rest));
}

/** Whether two documents have one id, or found groups of one code: leaving one out does not settle which was meant. */
function claimsTheSame({ agreement: a }: RememberedAgreement, { agreement: b }: RememberedAgreement): boolean {
  return a.id === b.id || Object.keys(a.groups ?? {}).some((code) => Object.hasOwn(b.groups ?? {}, code));
}

/**
 * Whether a notice only takes away.
 * INVARIANT: one that opens (a consent, a release, a resumption) counts while it arrives with a signature that counts, and
 * no longer. Otherwise what a thief signed would stay open after its party has retired the stolen key.
 */
function isClosing({ notice: { kind } }: SignedNotice): boolean {
  return kind === 'suspend' || kind === 'terminate';
}

/** Notices about the texts that count. Of several of one party with one id the first by digest counts. */
function noticesAbout(
  agreements: readonly SignedAgreement[],
  notices: readonly SignedNotice[],
): readonly SignedNotice[] {
  const counting = agreements.filter(({ disputed, outdated }) => !disputed && !outdated);
  const digests = new Map(counting.map(({ agreement, digest }) => [agreement.id, digest]));
  const byId = new Map<string, SignedNotice>();
  for (const signed of notices) {
    const { party, notice: id, agreement, digest } = signed.notice;
    if (digests.get(agreement) !== digest) continue;
    const known = byId.get(`${party} ${id}`);
    if (!known || signed.digest < known.digest) byId.set(`${party} ${id}`, signed);
  }
  return [...byId.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1));
}

function sameNotices(some: readonly SignedNotice[], others: readonly SignedNotice[]): boolean {
  return some.length === others.length && some.every(({ digest }, at) => digest === others[at]?.digest);
}
