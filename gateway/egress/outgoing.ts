import type { HitPlan } from '../../policy/projection/hits.ts';
import type { ObjectPlan } from '../../policy/projection/plan.ts';

/** A fetch as Apollo's plan has it. */
export interface Fetch {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What is sent instead, and how its answer is read. */
export type Outgoing =
  /** Nothing may be asked; this is the answer. */
  | { readonly is: 'nothing'; readonly data: Record<string, unknown> | null }
  | {
      readonly is: 'call';
      readonly query: string;
      readonly variables: Readonly<Record<string, unknown>>;
      readonly reading: Reading;
    };

/** How an answer is read. */
export type Reading =
  /** The viewer's own agency answers its own viewer. */
  | { readonly is: 'own' }
  /** Another agency's answer: rows, conditions, treatments. */
  | {
      readonly is: 'agency';
      readonly plan: ObjectPlan;
      readonly positions: readonly number[] | undefined;
      /** Ids of the entities at these positions. */
      readonly ids: readonly unknown[] | undefined;
      readonly sent: number;
    }
  /** A hub's answer: hits. */
  | { readonly is: 'hub'; readonly plan: HitPlan };
