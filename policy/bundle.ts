import type { Agreement } from './agreement.ts';
import { isBundleShaped } from './bundle-shape.ts';
import type { Mistake } from './document/mistake.ts';
import type { Vocabulary, World } from './document/world.ts';
import { checkDocuments, type CheckedDocument } from './document/check-documents.ts';
import { readParties } from './document/read-parties.ts';
import type { SignedNotice } from './notice.ts';
import type { Parties } from './parties.ts';
import type { SignedAgreement } from './lifecycle.ts';
import type { PartyKeys } from './signature/keys.ts';
import { verifyNotices, type NoticeReport, type NoticeText } from './signature/notices.ts';
import type { Verification } from './signature/verification.ts';
import { verifyDocuments, type SignaturesById } from './signature/verify-documents.ts';

/** One agreement document as text. */
export interface BundledDocument {
  /** File name that mistakes are reported under. */
  readonly path: string;
  readonly text: string;
}

/** How agreements travel: texts and signatures, nothing that must be trusted. */
export interface Bundle {
  /** Text of `parties.yaml`. Nobody signs it: who has pinned the parties does not read it. */
  readonly parties: string;
  readonly documents: readonly BundledDocument[];
  /** Detached signatures (JWS) by agreement id, then by party. */
  readonly signatures: SignaturesById;
  /** What single parties declared since. Absent: nothing. */
  readonly notices?: readonly NoticeText[];
}

/** What became of one document of a bundle. Only a signed one discloses anything. */
export interface AgreementReport {
  readonly path: string;
  /** Absent when the document is too broken to tell. */
  readonly id?: string;
  readonly status: 'signed' | 'unsigned' | 'broken';
  readonly mistakes: readonly Mistake[];
  /** Absent for a broken document. */
  readonly verification?: Verification;
}

/** What mistakes in the parties' text are reported under. */
export const PARTIES_PATH = 'parties.yaml';

/** An opened bundle. */
export interface OpenedBundle {
  /** Empty when the parties' file is broken: then nothing is disclosed. */
  readonly parties: Parties;
  /** Those that are valid and signed by every party, and no others. A disputed one is here for what it withholds. */
  readonly agreements: readonly SignedAgreement[];
  /** Those that their parties signed, and that speak of an agreement as it was signed. */
  readonly notices: readonly SignedNotice[];
  readonly noticeReports: readonly NoticeReport[];
  /** One for every document, and one for the parties' file when it is broken. */
  readonly reports: readonly AgreementReport[];
}

/**
 * Opens a bundle: reads, checks and verifies every document. A broken, unsigned or tampered one is reported and
 * discloses nothing, while the others stay. Never throws, whatever the bundle holds.
 * @param keys pinned by whoever opens it; a bundle brings none
 * @param pinned the parties, as whoever opens it knows them. Absent: those that the bundle names, for authors, whose own
 * folder it is. INVARIANT: whoever brings a bundle from elsewhere does not say who is who in it: of which country an agency
 * is, and which types are its own, decides what a clause covers.
 */
export function openBundle(bundle: Bundle, keys: PartyKeys, vocabulary: Vocabulary, pinned?: Parties): OpenedBundle {
  if (!isBundleShaped(bundle)) return nothing('not a bundle');
  const read = pinned ? ({ kind: 'valid', parties: pinned } as const) : readParties(PARTIES_PATH, bundle.parties);
  const parties = read.kind === 'valid' ? read.parties : { agencies: [] };
  const world = { ...vocabulary, parties };
  const { checked, verifications } = examine(bundle, keys, world);
  const reports = checked.map((document) => report(document, verifications));
  const agreements = checked.flatMap((document) => signed(document, verifications));
  const undisputed = agreements.filter(({ disputed }) => !disputed);
  const { notices, reports: noticeReports } = verifyNotices(bundle.notices ?? [], undisputed, keys);
  if (read.kind === 'valid') return { parties, agreements, notices, noticeReports, reports };
  return {
    parties,
    agreements,
    notices,
    noticeReports,
    reports: [{ path: PARTIES_PATH, status: 'broken', mistakes: read.mistakes }, ...reports],
  };
}

/**
 * Verifies first, then checks: signed documents among themselves, every other one beside all.
 * INVARIANT: a document that is not signed takes nothing out of force, and a signed one of the same id, or that founds the
 * same group, no more than what is shared. Otherwise whoever adds a file could end what others withhold.
 */
function examine({ documents, signatures }: Bundle, keys: PartyKeys, world: World) {
  const first = checkDocuments(documents, world);
  const agreements = first.flatMap(({ agreement }) => agreement ?? []);
  const verifications = verifyDocuments(agreements, signatures, keys);
  const digests = new Set<string>();
  const isSigned = ({ agreement }: CheckedDocument): boolean => {
    const verification = agreement && verifications.get(agreement);
    if (!verification?.complete || digests.has(verification.digest)) return false;
    return digests.add(verification.digest).has(verification.digest);
  };
  const among = first.map(isSigned);
  const signedOnes = documents.filter((_, position) => among[position]);
  const [meaning, disputes] = (['signed', 'disputed'] as const).map(
    (occasion) => new Map(checkDocuments(signedOnes, world, occasion).map(({ path, mistakes }) => [path, mistakes])),
  );
  const checked = first.map((document, position): ExaminedDocument => {
    if (!among[position]) return { ...document, disputes: [] };
    const { path } = document;
    return { ...document, mistakes: meaning?.get(path) ?? document.mistakes, disputes: disputes?.get(path) ?? [] };
  });
  return { checked, verifications };
}

interface ExaminedDocument extends CheckedDocument {
  /** What other signed documents dispute of it. */
  readonly disputes: readonly Mistake[];
}

function report(
  { path, agreement, ...found }: ExaminedDocument,
  verifications: ReadonlyMap<Agreement, Verification>,
): AgreementReport {
  const id = agreement ? { id: agreement.id } : {};
  const mistakes = [...found.mistakes, ...found.disputes];
  const verification = agreement && verifications.get(agreement);
  if (!verification || mistakes.length > 0) return { path, ...id, status: 'broken', mistakes };
  return { path, ...id, status: verification.complete ? 'signed' : 'unsigned', mistakes, verification };
}

function signed(
  { agreement, mistakes, disputes }: ExaminedDocument,
  verifications: ReadonlyMap<Agreement, Verification>,
): readonly SignedAgreement[] {
  const verification = agreement && verifications.get(agreement);
  if (!agreement || !verification?.complete || mistakes.length > 0) return [];
  return [{ agreement, digest: verification.digest, ...(disputes.length > 0 && { disputed: true }) }];
}

function nothing(message: string): OpenedBundle {
  const mistakes = [{ file: PARTIES_PATH, line: 1, column: 1, message }];
  const reports = [{ path: PARTIES_PATH, status: 'broken', mistakes }] as const;
  return { parties: { agencies: [] }, agreements: [], notices: [], noticeReports: [], reports };
}
