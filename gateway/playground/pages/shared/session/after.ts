import { claimsIn } from './claims.ts';
import type { Session, Viewer } from './who.ts';

/**
 * A session after a part of it has changed. A purpose has the case number of one agency: with a viewer of another it is
 * stated no more, and only its area and its use are left to begin from.
 */
export function after(before: Session, part: Session): Session {
  const { statedFor: was = agencyOf(before.viewer), ...changed } = { ...before, ...part };
  const agency = agencyOf(changed.viewer);
  if ('purpose' in part) return withAgency({ ...changed, meant: undefined }, agency);
  const { purpose } = changed;
  if (!purpose) return changed;
  if (agency === undefined || was === undefined || was === agency) return withAgency(changed, was ?? agency);
  return { ...changed, purpose: undefined, meant: { area: purpose.area, use: purpose.use } };
}

function withAgency(session: Session, agency: string | undefined): Session {
  return session.purpose && agency !== undefined ? { ...session, statedFor: agency } : session;
}

/** By what is said alone: whether it is so is the gateway's to judge. */
function agencyOf(viewer: Viewer | undefined): string | undefined {
  switch (viewer?.is) {
    case undefined:
      return undefined;
    case 'persona':
      return viewer.id.split('/')[0];
    case 'signed-in':
      return viewer.agency;
    case 'token':
      return claimsIn(viewer.token).agency;
  }
}
