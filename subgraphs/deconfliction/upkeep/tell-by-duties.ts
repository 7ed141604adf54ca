import { holdConflicts } from '../conflicts/hold.ts';
import type { InForce } from '../conflicts/meeting.ts';
import { occasionOf, tellAnew } from '../conflicts/tell-anew.ts';
import { writeConflicts } from '../conflicts/write.ts';
import type { Transaction } from '../store/database.ts';

/** At once, so that one replica does not keep the others waiting. */
const MOST = 200;

/**
 * Tells of conflicts, part by part, what duties tell that have changed since: another side, and another time to answer.
 * Several replicas may do it at once: each takes others.
 * @returns whether there was any
 */
export async function tellByDuties(transaction: Transaction, inForce: InForce, now: Date): Promise<boolean> {
  const occasion = occasionOf(inForce, now);
  const rows = await holdConflicts(transaction, LOCK, [occasion.duties, MOST]);
  if (rows.length === 0) return false;
  await writeConflicts(
    transaction,
    rows.map((row) => tellAnew(row, occasion)),
  );
  return true;
}

/** Goes by the index of duties, on both sides of those that stand. */
const LOCK = `
  SELECT id FROM conflict WHERE over_at IS NULL AND (told_by < $1 OR told_by > $1) LIMIT $2 FOR UPDATE SKIP LOCKED`;
