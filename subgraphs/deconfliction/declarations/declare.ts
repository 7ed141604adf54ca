import { actOn } from '../conflicts/check.ts';
import type { InForce } from '../conflicts/meeting.ts';
import { meetingsOfEvents } from '../matching/meetings-of-events.ts';
import { meetingsOfTargets } from '../matching/meetings-of-targets.ts';
import { partnersOf, reachOf } from '../matching/partners.ts';
import { inTransaction, type Database } from '../store/database.ts';
import type { PlannedEvent, Target } from './declaration.ts';
import { lockEvents, lockSelectors } from './locks.ts';
import { writeDeclaration, writeSelectors } from './write.ts';

/**
 * Takes a target in, and opens the conflicts that it is in; both or neither. The same that came before changes nothing.
 * @throws DeclaredError `ID_TAKEN`
 */
export async function declareTarget(database: Database, target: Target, inForce: InForce, now: Date): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await lockSelectors(
      transaction,
      target.selectors.map(({ blind }) => blind),
    );
    if (!(await writeDeclaration(transaction, target, now))) return;
    await writeSelectors(transaction, target.kind === 'ON_REQUEST' ? [] : [target]);
    const agencies = partnersOf([target.agency], inForce.duties);
    const found = await meetingsOfTargets(transaction, [target], { agencies, now, earlierOnly: false });
    await actOn(transaction, found, inForce, now);
  });
}

/**
 * Takes a planned operation in, and opens the conflicts that it is in; both or neither. The same that came before changes
 * nothing.
 * @throws DeclaredError `ID_TAKEN`
 */
export async function declareEvent(
  database: Database,
  event: PlannedEvent,
  inForce: InForce,
  now: Date,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await lockEvents(transaction);
    if (!(await writeDeclaration(transaction, event, now))) return;
    const agencies = partnersOf([event.agency], inForce.duties);
    const looking = { agencies, ...reachOf(inForce.duties), earlierOnly: false };
    await actOn(transaction, await meetingsOfEvents(transaction, [event], looking), inForce, now);
  });
}
