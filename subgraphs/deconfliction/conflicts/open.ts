import type { Transaction } from '../store/database.ts';
import { holdPairs } from './hold.ts';
import type { DeclaredMeeting, InForce } from './meeting.ts';
import { hasLapsed, occasionOf, tellAnew } from './tell-anew.ts';
import { conflictsOf } from './together.ts';
import { writeConflicts } from './write.ts';

/**
 * Opens a conflict for each meeting of which somebody is told, for all of them at once, or adds to one that there is. Who
 * was told before is not told again, unless the conflict is open again. The same statements, whatever there is.
 */
export async function openConflicts(
  transaction: Transaction,
  meetings: readonly DeclaredMeeting[],
  inForce: InForce,
  now: Date,
): Promise<void> {
  const there = await holdPairs(transaction, meetings);
  const occasion = occasionOf(inForce, now);
  const conflicts = conflictsOf(meetings, there, occasion).filter(
    (row) => row.over_at === null || !hasLapsed(row, now),
  );
  await writeConflicts(
    transaction,
    conflicts.map((row) => tellAnew(row, occasion)),
  );
}
