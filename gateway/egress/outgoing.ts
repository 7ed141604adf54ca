import type { HitPlan } from '../../policy/projection/hit-plan.ts';
import type { ObjectPlan } from '../../policy/projection/plan.ts';
import type { Representation } from '../../policy/projection/representations.ts';
import type { FetchShape } from '../../policy/projection/shape.ts';

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
  /** All of it is open to the viewer: the grant leaves it whole, or their own agency answers them. */
  | {
      readonly is: 'whole';
      readonly shape: FetchShape;
      /** Those of an entity fetch, in the order of its answer. */
      readonly representations: readonly Representation[] | undefined;
    }
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
