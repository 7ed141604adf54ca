import { change } from '../../shared/session/session.ts';
import { wanted } from '../asking/wanted.ts';
import type { Prepared } from './prepared.ts';

/** Asks a prepared question as the persona and for the purpose that show best what it is about. */
export function seeAsMeant({ persona, purpose, query }: Prepared): void {
  change({ viewer: { is: 'persona', id: persona }, purpose });
  wanted.set({ query, variables: '', run: true });
}

/** Asks it as whoever asks now. */
export function seeAsIs({ query }: Prepared): void {
  wanted.set({ query, variables: '', run: true });
}
