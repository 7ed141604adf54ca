import { Held } from '../../shared/held.ts';

/** What the editors are to show, and whether it is to be asked at once. Each is a wish of its own. */
export interface Wanted {
  readonly query: string;
  readonly variables: string;
  readonly run: boolean;
}

/** What was last wished of the editors; those that come later fulfil it too. */
export const wanted = new Held<Wanted | undefined>(undefined);
