/** Why a signature does not count. */
export type WrongSignature =
  | 'not a detached signature'
  | 'another algorithm'
  | 'another kind of signature'
  | 'a key that this party does not publish'
  | 'signed for another party'
  | 'signed for another agreement'
  | 'signed for another charter of a group'
  | 'the charter of a group is not signed'
  | 'bad signature';

/** What became of the signature of one party. */
export type PartyVerification =
  | { readonly status: 'signed'; /** Key id. */ readonly kid: string }
  | { readonly status: 'missing' }
  | { readonly status: 'wrong'; readonly why: WrongSignature };

/** Whose signature of an agreement is right, missing or wrong, over which bytes. */
export interface Verification {
  /** Digest of the canonical bytes that must have been signed. */
  readonly digest: string;
  /** By party, agency or group, in the order of the document. */
  readonly parties: ReadonlyMap<string, PartyVerification>;
  /** Every party's signature is right. */
  readonly complete: boolean;
}
