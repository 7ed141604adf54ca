import type { Found } from '../matching/found.ts';
import { meetingOf, tellings, type InForce } from './meeting.ts';

/** So many declarations of one other agency a declaration meets at most, of which the same agencies are told. */
export const MOST_MEETINGS = 20;

/**
 * Of what was found, that of which somebody is told, and of the declarations of one other agency those that came first.
 * INVARIANT: what the same agencies are told of is counted, and nothing else: to nobody does it make a difference what
 * there is of which they are not told.
 */
export function boundedTo(inForce: InForce, found: readonly Found[]): readonly Found[] {
  const counts = new Map<string, number>();
  return found.filter((one) => {
    const told = toldOf(one, inForce);
    if (told.length === 0) return false;
    const place = JSON.stringify([one.mine.id, one.theirs.agency, told]);
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return count <= MOST_MEETINGS;
  });
}

function toldOf(found: Found, inForce: InForce): readonly string[] {
  return tellings(meetingOf(found), inForce)
    .map(({ agency }) => agency)
    .sort();
}
