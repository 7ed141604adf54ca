import type { ClauseId } from '../../policy/clause-id.ts';
import type { Quotas, Use } from './quotas.ts';

/** What counting needs. */
export interface Counting {
  readonly quotas: Quotas;
  /** Is told why nothing could be counted. */
  readonly failed: (error: unknown) => void;
}

/**
 * Counts uses before anything is asked.
 * @returns the clauses that are past a quota. INVARIANT: what cannot be counted counts as past it
 */
export async function spend(uses: readonly Use[], at: Date, counting: Counting): Promise<ReadonlySet<ClauseId>> {
  if (uses.length === 0) return new Set();
  const counted = await count(uses, at, counting);
  return new Set(uses.filter((use) => !counted.includes(use)).map(({ clause }) => clause));
}

async function count(uses: readonly Use[], at: Date, { quotas, failed }: Counting): Promise<readonly Use[]> {
  try {
    return await quotas.count(uses, at);
  } catch (error) {
    failed(error);
    return [];
  }
}
