import type { Purpose } from '../../../../../schema/purposes.ts';

/** As whom a visitor asks. */
export type Viewer =
  | { readonly is: 'persona'; readonly id: string }
  | { readonly is: 'token'; readonly token: string }
  /** The token is kept by what signed them in. */
  | { readonly is: 'signed-in'; readonly agency: string };

/** Who asks, and what for. */
export interface Session {
  readonly viewer?: Viewer | undefined;
  readonly purpose?: Purpose | undefined;
}
