import type { ContributedSelectors } from '../../../matching/contributed.ts';
import type { Labels } from '../../../policy/condition/evaluate.ts';

/** What the hub's index is told of. */
export type PointerType = 'RECORD' | 'CASE' | 'LIAISON_CONTACT';

/**
 * What the index keeps of an object: whom to call about it, its labels, and, of a record or a case, its subjects by their
 * labels and the selectors that lead to it, blinded. Never content.
 */
export interface PointerBody extends Partial<ContributedSelectors> {
  readonly contactId: string | null;
  readonly labels: Labels;
}

/** A pointer to one object. */
export interface Pointer extends PointerBody {
  readonly type: PointerType;
  readonly id: string;
}

interface EntryBase {
  /** Rises from entry to entry; what the index has taken in it passes over. */
  readonly sequence: bigint;
  readonly type: PointerType;
  readonly id: string;
}

/** One change, in the order of changes. */
export type OutboxEntry = EntryBase &
  ({ readonly op: 'UPSERT'; readonly pointer: PointerBody } | { readonly op: 'WITHDRAW' });

/** What one call tells the index. */
export interface OutboxBatch {
  /** Code of the agency. */
  readonly agency: string;
  readonly entries: readonly OutboxEntry[];
}

/**
 * Tells the index. It answers with the sequence number up to which it has everything. When it throws, or its answer
 * is lost, the same entries are sent again.
 * @param signal aborted when the relay stops
 */
export type Send = (batch: OutboxBatch, signal: AbortSignal) => Promise<{ readonly acknowledged: bigint }>;
