import type { First, Outcome } from './row.ts';

/** What somebody who is told does about a conflict. */
export type Act =
  | { readonly event: 'ACKNOWLEDGED' }
  | { readonly event: 'ANSWERED'; readonly outcome: Outcome; readonly first: First | null }
  | { readonly event: 'NOTED'; readonly note: string };

/** Who does it, and to which conflict. */
export interface Acting {
  /** A random UUID, of the officer's choice: what comes again under it changes nothing. */
  readonly id: string;
  readonly conflict: string;
  readonly agency: string;
  readonly officer: string;
  readonly act: Act;
}
