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
  /** Whose case number the purpose has, as far as that is known. */
  readonly statedFor?: string;
  /** What is left of a purpose whose case number was another agency's. It goes with no question. */
  readonly meant?: Pick<Purpose, 'area' | 'use'> | undefined;
}
