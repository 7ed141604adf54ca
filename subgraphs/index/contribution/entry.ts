import type { Labels } from '../../../policy/condition/evaluate.ts';
import type { ContributedSelectors } from '../../../matching/contributed.ts';
import type { PointerType } from '../columns.ts';

/** One change of what an agency holds, as its outbox tells it. */
export type Entry = Upsert | Withdrawal;

interface EntryBase {
  /** Rises from entry to entry; what the index has taken in is never taken in again. */
  readonly sequence: bigint;
  readonly type: PointerType;
  readonly id: string;
}

/** The object is there now, with these labels. */
export interface Upsert extends EntryBase {
  readonly op: 'UPSERT';
  readonly pointer: PointerBody;
}

/** The object is no longer there. */
export interface Withdrawal extends EntryBase {
  readonly op: 'WITHDRAW';
}

/** What the index keeps of an object: with the subjects in it and the selectors that lead to it, where any are told. */
export interface PointerBody extends Partial<ContributedSelectors> {
  /** The contact to call about it. */
  readonly contactId: string | null;
  /** Left out: not known. `null` or an empty list: known that there is none. */
  readonly labels: Labels;
}

/** The body of `POST /contribute`. */
export interface Contribution {
  readonly agency: string;
  readonly entries: readonly Entry[];
}
