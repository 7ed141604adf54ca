import type { Agreement } from './agreement.ts';
import type { Mistake } from './document/mistake.ts';
import type { Parties } from './parties.ts';
import type { Verification } from './signature/verification.ts';

/** One agreement document as text. */
export interface BundledDocument {
  /** File name that mistakes are reported under. */
  readonly path: string;
  readonly text: string;
}

/** How agreements travel: texts and signatures, nothing that must be trusted. */
export interface Bundle {
  /** Text of `parties.yaml`. */
  readonly parties: string;
  readonly documents: readonly BundledDocument[];
  /** Detached signatures (JWS) by agreement id, then by party. */
  readonly signatures: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** An agreement that is valid and that every party has signed. */
export interface SignedAgreement {
  readonly agreement: Agreement;
  /** `sha256-…` of its canonical bytes. */
  readonly digest: string;
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

/** An opened bundle. */
export interface OpenedBundle {
  /** Empty when the parties' file is broken: then nothing is disclosed. */
  readonly parties: Parties;
  /** Those that are valid and signed by every party, and no others. */
  readonly agreements: readonly SignedAgreement[];
  /** One for every document, and one for the parties' file when it is broken. */
  readonly reports: readonly AgreementReport[];
}
