import { Held } from '../held.ts';
import { after } from './after.ts';
import { sessionIn } from './kept.ts';
import { refusals } from './refusals.ts';
import { tab } from './tab.ts';
import type { Session, Viewer } from './who.ts';

/** The session lives as long as the tab: a token must not outlive it, and no other tab may ask in its name. */
const KEY = 'concordat.session';

export const session = new Held<Session>(sessionIn(tab.read(KEY)));

/** Changes a part of the session, and keeps it for the other pages of this tab. */
export function change(part: Session): void {
  const changed = after(session.get(), part);
  tab.keep(KEY, JSON.stringify(changed));
  refusals.set({});
  session.set(changed);
}

/** Two viewers are one when the same questions get the same answers. */
export function viewerKey(viewer: Viewer | undefined): string {
  return JSON.stringify(viewer ?? null);
}
