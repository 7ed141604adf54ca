import { readDetached } from '../../policy/signature/header.ts';
import { foundedGroups, signatoriesOf } from '../../policy/signature/signatories.ts';
import type { OpenedBundle } from '../../policy/bundle.ts';
import type { ReadDocument } from './shelf.ts';

/** What became of a party's signature, in words. */
export const SIGNATURES = {
  VERIFIED: 'It is the party’s, of this text, by a key that the party publishes.',
  MISSING: 'There is none.',
  WRONG: 'There is one that does not count.',
} as const;

/** The signature of one party. */
export interface Signature {
  readonly party: string;
  /** The agency that signs for it: itself, or a group's coordinator. */
  readonly signer: string;
  readonly status: keyof typeof SIGNATURES;
  /** Key id and instant, of a signature that counts: what others say of themselves, nobody has signed. */
  readonly key: string | null;
  readonly given: string | null;
  readonly why: string | null;
}

/** Every party's signature, in the order of the document. Empty where the text is broken, or no longer arrives. */
export function signaturesOf(
  { agreement, report, signatures }: ReadDocument,
  { agreements }: OpenedBundle,
): readonly Signature[] {
  const signers = signatoriesOf(agreement, foundedGroups(agreements)).agencies;
  return [...(report.verification?.parties ?? [])].map(([party, verification]) => {
    const base = { party, signer: signers.get(party) ?? party, key: null, given: null, why: null };
    if (verification.status === 'missing') return { ...base, status: 'MISSING' };
    if (verification.status === 'wrong') return { ...base, status: 'WRONG', why: verification.why };
    const given = readDetached(signatures[party])?.header.given ?? null;
    return { ...base, status: 'VERIFIED', key: verification.kid, given };
  });
}
