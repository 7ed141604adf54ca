import { selfAndWider, type Purpose, type Purposes } from '../schema/purposes.ts';
import { expand, type Groups } from './groups.ts';
import type { Consent, Notice, Release } from './notice.ts';

/** What notices of others let a recipient have, for a purpose. */
export interface Consents {
  /** Ids of objects to whose release the originator consents whatever its marks say. */
  readonly own: readonly string[];
  /** The same, by the agreement that it consents under: what a clause asks for is a consent under its own agreement. */
  readonly ownUnder: ReadonlyMap<string, readonly string[]>;
  /** Ids of objects that third parties let the originator pass on, by the third party. */
  readonly thirdParty: ReadonlyMap<string, readonly string[]>;
  /** Ids of objects that the originator released for the purpose's request, by the agreement that it did so under. */
  readonly released: ReadonlyMap<string, readonly string[]>;
}

/** Nobody consented to anything. */
export const NO_CONSENTS: Consents = { own: [], ownUnder: new Map(), thirdParty: new Map(), released: new Map() };

/** From whom to whom, and what for. */
export interface ConsentScope {
  readonly originator: string;
  readonly recipient: string;
  readonly purpose: Pick<Purpose, 'use' | 'request'>;
}

/** The use in court, for which an originator consents explicitly or not at all. */
const EVIDENCE = 'evidence';

/** Whether a purpose is to use something as evidence. */
export function isEvidence(use: string, purposes: Purposes): boolean {
  return selfAndWider(purposes.uses, use).includes(EVIDENCE);
}

/** What the notices that have effect consent to and release. */
export function consentsFor(
  notices: readonly Notice[],
  { originator, recipient, purpose }: ConsentScope,
  groups: Groups,
  purposes: Purposes,
): Consents {
  const toRecipient = notices.filter(
    (notice): notice is Consent | Release =>
      (notice.kind === 'consent' || notice.kind === 'release') && expand(notice.to, groups).has(recipient),
  );
  const consents = toRecipient.filter(
    (notice): notice is Consent => notice.kind === 'consent' && coversUse(notice, purpose.use, purposes),
  );
  const releases = toRecipient.filter(
    (notice) =>
      notice.kind === 'release' &&
      notice.party === originator &&
      purpose.request !== undefined &&
      notice.request === purpose.request,
  );
  const own = consents.filter(({ party }) => party === originator);
  return {
    own: own.flatMap(({ references }) => references),
    ownUnder: referencesBy(own, ({ agreement }) => agreement),
    thirdParty: referencesBy(
      consents.filter(({ party }) => party !== originator),
      ({ party }) => party,
    ),
    released: referencesBy(releases, ({ agreement }) => agreement),
  };
}

function referencesBy<Given extends Consent | Release>(notices: readonly Given[], key: (notice: Given) => string) {
  const references = new Map<string, readonly string[]>();
  for (const notice of notices)
    references.set(key(notice), [...(references.get(key(notice)) ?? []), ...notice.references]);
  return references;
}

/** For evidence only a consent that says so, not one to a wider use. */
function coversUse({ uses }: Consent, use: string, purposes: Purposes): boolean {
  const evidence = isEvidence(use, purposes);
  if (!uses) return !evidence;
  const covered = selfAndWider(purposes.uses, use).filter((code) => uses.includes(code));
  return covered.some((code) => !evidence || isEvidence(code, purposes));
}
