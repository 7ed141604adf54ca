import type { SelectorKind } from '../../../schema/selectors.ts';

/** A selector of a case, as its agency tells of it. */
export interface CaseSelector {
  /** 16 bytes, as a UUID. */
  readonly blind: string;
  /** What it may be, by the place in the contract that it comes from. */
  readonly kinds: readonly SelectorKind[];
}

/** What an agency tells of a case: that it is worked, with whom to call and its selectors; or that it no longer is. */
export interface CaseEntry {
  /** Rises from entry to entry; what was taken in is never taken in again. */
  readonly sequence: bigint;
  readonly id: string;
  /** Undefined: it is closed, withdrawn, or there is nothing to look for. */
  readonly worked?: {
    readonly contactId: string | null;
    readonly areas: readonly string[];
    readonly selectors: readonly CaseSelector[];
    /** Of the key by which the selectors are blinded. */
    readonly epoch: number;
  };
}

/** The body of `POST /contribute`. */
export interface CaseContribution {
  readonly agency: string;
  readonly entries: readonly CaseEntry[];
}
