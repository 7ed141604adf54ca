import { holdConflicts } from '../conflicts/hold.ts';
import { toldLate } from '../conflicts/late.ts';
import { tellings, type InForce } from '../conflicts/meeting.ts';
import { openThisWay } from '../conflicts/open.ts';
import { SELECT_CONFLICTS, meetingIn, type ConflictRow } from '../conflicts/row.ts';
import { occasionOf, tellAnew } from '../conflicts/tell-anew.ts';
import { turned } from '../conflicts/together.ts';
import { writeConflicts } from '../conflicts/write.ts';
import type { Transaction } from '../store/database.ts';

/** At once, so that one replica does not keep the others waiting. */
const MOST = 200;

/**
 * Tells of conflicts, part by part, what duties tell that have changed since: another side, and another time to answer.
 * Several replicas may do it at once: each takes others.
 *
 * To who is told by such a duty for the first time, the originator is who declared first, as if the two had not met before:
 * where it is not, the two have another conflict, of which that one is told.
 * @returns whether there was any
 */
export async function tellByDuties(transaction: Transaction, inForce: InForce, now: Date): Promise<boolean> {
  const occasion = occasionOf(inForce, now);
  const { rows } = await transaction.query<ConflictRow>(OTHERWISE_TOLD, [occasion.duties, MOST]);
  if (rows.length === 0) return false;
  const late = (row: ConflictRow) => toldLate(row, inForce);
  const others = rows.filter((row) => late(row).length > 0);
  const turnedRound = others.map((row) => turned(meetingIn(row)));
  await openThisWay(
    transaction,
    turnedRound.filter((meeting) => tellings(meeting, inForce).length > 0),
    inForce,
    now,
  );
  const held = await holdConflicts(transaction, LOCK, [occasion.duties, rows.map(({ id }) => id)]);
  const ready = held.filter((row) => late(row).length === 0 || others.some(({ id }) => id === row.id));
  await writeConflicts(
    transaction,
    ready.map((row) => tellAnew(row, occasion, late(row))),
  );
  return true;
}

/** By the index of duties, on both sides of those that stand. */
const OTHERWISE = 'over_at IS NULL AND (told_by < $1 OR told_by > $1)';

export const OTHERWISE_TOLD = `${SELECT_CONFLICTS} WHERE ${OTHERWISE} LIMIT $2`;

const LOCK = `SELECT id FROM conflict WHERE ${OTHERWISE} AND id = ANY ($2::uuid[]) FOR UPDATE SKIP LOCKED`;
