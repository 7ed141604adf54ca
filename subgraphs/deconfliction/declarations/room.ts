import type { InForce } from '../conflicts/meeting.ts';
import { meetingOf, tellings, thingsIn } from '../conflicts/meeting.ts';
import { MOST_UNRESOLVED, unresolvedToldOf } from '../conflicts/room.ts';
import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import type { Found } from '../matching/found.ts';
import type { Transaction } from '../store/database.ts';

/**
 * Refuses what comes to more of one other agency than there is room for: without a conflict its agency would be told to go.
 * INVARIANT: it depends on conflicts of which the agency is told, and of which it would be told, and on nothing else. One
 * statement, over all with whom a duty stands, whatever was found.
 * @throws DeclaredError `TOO_MANY_UNRESOLVED`
 */
export async function refuseWithoutRoom(
  transaction: Transaction,
  { agency, agencies }: { readonly agency: string; readonly agencies: readonly string[] },
  found: readonly Found[],
  inForce: InForce,
): Promise<void> {
  const counts = await unresolvedToldOf(transaction, agency, agencies);
  const told = found
    .map(meetingOf)
    .flatMap(thingsIn)
    .filter((thing) => tellings(thing, inForce).some((telling) => telling.agency === agency));
  for (const { originator } of told) {
    const count = (counts.get(originator.agency) ?? 0) + 1;
    counts.set(originator.agency, count);
    if (count > MOST_UNRESOLVED)
      refuse(
        DECONFLICTION_ERRORS.TOO_MANY_UNRESOLVED,
        `it is in conflict with what another agency works on, and your agency has left ${MOST_UNRESOLVED} such conflicts ` +
          'unresolved: resolve some first',
      );
  }
}
