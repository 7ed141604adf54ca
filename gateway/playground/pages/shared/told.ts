import type { Refused } from './ask.ts';

/** What came of asking. */
export type Told<Value> =
  | { readonly is: 'nobody' }
  | { readonly is: 'loading' }
  | { readonly is: 'failed' }
  | Refused
  | { readonly is: 'told'; readonly value: Value };
