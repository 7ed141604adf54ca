import { boundedTo } from '../conflicts/bounded-to.ts';
import { actOn } from '../conflicts/check.ts';
import { digestOfDuties } from '../conflicts/duties-digest.ts';
import type { InForce } from '../conflicts/meeting.ts';
import { meetingsOfEvents } from '../matching/meetings-of-events.ts';
import { meetingsOfTargets } from '../matching/meetings-of-targets.ts';
import { partnersOf, reachOf } from '../matching/partners.ts';
import { inTransaction, type Database } from '../store/database.ts';
import { countDeclared } from './count.ts';
import type { PlannedEvent, Target } from './declaration.ts';
import { lockEvents, lockSelectors } from './locks.ts';
import { refuseUnsought } from './own-targets.ts';
import { refuseWithoutRoom } from './room.ts';
import { writeDeclaration, writeSelectors } from './write.ts';

/**
 * Takes a target in, and opens the conflicts that it is in; both or neither. The same that came before changes nothing.
 * @throws DeclaredError `ID_TAKEN`, `TOO_MANY_DECLARED`, `TOO_MANY_TARGETS` or `TOO_MANY_UNRESOLVED`
 */
export async function declareTarget(database: Database, target: Target, inForce: InForce, now: Date): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await lockSelectors(
      transaction,
      target.selectors.map(({ blind }) => blind),
    );
    const id = await writeDeclaration(transaction, target, { duties: digestOfDuties(inForce.duties), now });
    if (id === undefined) return;
    const sought = { ...target, id };
    await countDeclared(transaction, target, now);
    await refuseUnsought(transaction, sought, now);
    await writeSelectors(transaction, target.kind === 'ON_REQUEST' ? [] : [sought]);
    const agencies = partnersOf([target.agency], inForce.duties);
    const found = boundedTo(inForce, await meetingsOfTargets(transaction, [sought], { agencies, now }));
    await refuseWithoutRoom(transaction, { agency: target.agency, agencies }, found, inForce);
    await actOn(transaction, found, inForce, now);
  });
}

/**
 * Takes a planned operation in, and opens the conflicts that it is in; both or neither. The same that came before changes
 * nothing.
 * @throws DeclaredError `ID_TAKEN`, `TOO_MANY_DECLARED` or `TOO_MANY_UNRESOLVED`
 */
export async function declareEvent(
  database: Database,
  event: PlannedEvent,
  inForce: InForce,
  now: Date,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await lockEvents(transaction);
    const id = await writeDeclaration(transaction, event, { duties: digestOfDuties(inForce.duties), now });
    if (id === undefined) return;
    await countDeclared(transaction, event, now);
    const agencies = partnersOf([event.agency], inForce.duties);
    const looking = { agencies, ...reachOf(inForce.duties), now };
    const found = boundedTo(inForce, await meetingsOfEvents(transaction, [{ ...event, id }], looking));
    await refuseWithoutRoom(transaction, { agency: event.agency, agencies }, found, inForce);
    await actOn(transaction, found, inForce, now);
  });
}
