import type { Visibility } from '../../../../explain/explain.ts';
import { refusedBy, send, type AnswerError, type Asking, type Outcome } from '../../shared/ask.ts';
import { sendAs } from '../../shared/session/ask-as.ts';
import type { Session } from '../../shared/session/who.ts';
import { purposeHeader } from '../../shared/words/purpose-header.ts';
import type { Profile } from '../model/profile.ts';
import type { Sought } from '../model/sought.ts';

interface Body extends Partial<Profile> {
  readonly errors?: readonly AnswerError[];
  readonly extensions?: { readonly visibility?: Visibility };
}

/** Asks for the profile of whoever is sought, as a viewer and for a purpose. */
export function askProfile(as: Session, sought: Sought, signal: AbortSignal): Promise<Outcome<Profile>> {
  return sendAs(as, (asking) => asked(asking, sought, signal));
}

async function asked(asking: Asking, sought: Sought, signal: AbortSignal): Promise<Outcome<Profile>> {
  const { purpose } = asking;
  const sent = await send<Body>('/profile', sought, asking, signal, {
    ...(purpose && { 'x-purpose': purposeHeader(purpose) }),
  });
  if ('is' in sent) return sent;
  const { errors = [], extensions, ...profile } = sent.body;
  if (!isWhole(profile)) return refusedBy(errors, sent.status);
  return { is: 'answered', data: profile, errors, visibility: extensions?.visibility };
}

function isWhole(profile: Partial<Profile>): profile is Profile {
  return profile.clusters !== undefined && profile.graph !== undefined;
}
