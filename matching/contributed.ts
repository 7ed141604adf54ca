/** A person, a group or an organization in a record or a case, as the index knows it: by its labels. */
export interface ContributedSubject {
  /** The originator's own id of it, a UUID. */
  readonly id: string;
  readonly type: 'PERSON' | 'GROUP' | 'ORGANIZATION';
  /** Left out: not known. `null` or an empty list: known that there is none. */
  readonly labels: Readonly<Record<string, unknown>>;
}

/** A selector as the index holds it: blinded, with the place in the contract where it stands. */
export interface ContributedSelector {
  /** Number of its source (`schema/selectors.ts`). */
  readonly source: number;
  /** Which of the pointer's subjects it is of, from 0; absent: of the record or case itself. */
  readonly subject?: number;
  /** 16 bytes, base64url: the feature of a name, or 0, and 15 bytes of the HMAC. 22 characters. */
  readonly blind: string;
}

/** What the index holds of a record or a case besides its labels. */
export interface ContributedSelectors {
  readonly subjects: readonly ContributedSubject[];
  readonly selectors: readonly ContributedSelector[];
  /** The epoch of the key by which all of them are blinded. */
  readonly epoch: number;
}
