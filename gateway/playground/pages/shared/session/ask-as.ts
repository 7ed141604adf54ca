import { ask, type Asking, type Outcome, type Question } from '../ask.ts';
import { connection } from '../connection.ts';
import { bearerOf } from './bearer.ts';
import { placeOf, refusals } from './refusals.ts';
import { session, viewerKey } from './session.ts';
import type { Session } from './who.ts';

/** Asks the graph as a viewer, for a purpose. */
export async function askAs<Data>(as: Session, question: Question, signal?: AbortSignal): Promise<Outcome<Data>> {
  return sendAs(as, (asking) => ask<Data>(question, asking, signal));
}

/**
 * Sends something as a viewer, for a purpose. A token that the gateway no longer takes is got anew, once.
 * What is wrong with the viewer or the purpose is shown where these are stated.
 */
export async function sendAs<Data>(
  as: Session,
  sending: (asking: Asking) => Promise<Outcome<Data>>,
): Promise<Outcome<Data>> {
  const { viewer, purpose } = as;
  const attempt = async (anew: boolean): Promise<Outcome<Data>> => {
    const token = await bearerOf(viewer, anew).catch(() => null);
    return token === null ? { is: 'unreachable' } : sending({ token, purpose });
  };
  const first = await attempt(false);
  const expired = first.is === 'refused' && first.code === 'TOKEN_INVALID' && viewer?.is !== 'token';
  const outcome = expired ? await attempt(true) : first;
  connection.set(outcome.is === 'unreachable' ? 'lost' : 'there');
  note(outcome, as);
  return outcome;
}

/** What came too late concerns somebody who asks no more. What a page asks for itself states no purpose, and says nothing of one that was refused. */
function note(outcome: Outcome<unknown>, as: Session): void {
  if (outcome.is === 'unreachable' || viewerKey(as.viewer) !== viewerKey(session.get().viewer)) return;
  const { viewer: _, purpose, ...rest } = refusals.get();
  if (outcome.is === 'answered') return refusals.set('purpose' in as || !purpose ? rest : { ...rest, purpose });
  const place = placeOf(outcome);
  if (place) refusals.set({ [place]: outcome });
}
