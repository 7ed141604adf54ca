import type { ClauseId } from '../../policy/clause-id.ts';

/** Searches of an agency that count towards a quota of a clause. */
export interface Use {
  readonly clause: ClauseId;
  /** The viewer's agency. */
  readonly agency: string;
  /** The kind of search that the quota names; empty: any. */
  readonly kind: string;
  /** How many searches the operation has. */
  readonly searches: number;
  readonly perDay: number;
}

/** Counts searches, by day (UTC), for all replicas of the gateway. */
export interface Quotas {
  /**
   * Counts these, each as a whole or not at all.
   * @returns those that were counted; the others are past their quota
   * @throws when nothing can be counted
   */
  count(uses: readonly Use[], at: Date): Promise<readonly Use[]>;
  stop(): Promise<void>;
}
