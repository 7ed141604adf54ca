import type { Visibility } from '../explain/explain.ts';

/** How many selectors are checked at once: no more than the hub checks in one operation. */
export const CHUNK = 100;

/** How many hits are told of a selector, of either kind. The counts tell of all. */
const FIRST = 10;

const HIT = 'disclosure originator { code } contact { name role phone email }';

/**
 * What a batch asks for each of its selectors: who has what, and whom to call. What is in a record is asked for afterwards, of
 * those that matter.
 */
export const BATCH_QUERY = `query BatchSearch($selectors: [SelectorSought!]!) {
  selectorChecks(selectors: $selectors) {
    recordCount
    records(first: ${FIRST}) { ${HIT} record { id } }
    caseCount
    cases(first: ${FIRST}) { ${HIT} case { id } }
  }
}`;

/** An answer to it. */
export interface BatchAnswer {
  /** Of an answer that is nothing but a refusal. */
  readonly status: number;
  /** Seconds after which to ask again, where the refusal says so. */
  readonly retryAfter?: string | undefined;
  readonly data?: { readonly selectorChecks: readonly Checked[] } | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly remedy: string };
  }[];
  readonly extensions?: { readonly visibility: Visibility };
}

/** What one selector leads to, as the hub tells it. */
export interface Checked {
  readonly recordCount: number;
  readonly records: readonly unknown[];
  readonly caseCount: number;
  readonly cases: readonly unknown[];
}
