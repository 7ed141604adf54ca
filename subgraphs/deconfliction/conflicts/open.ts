import type { Transaction } from '../store/database.ts';
import { holdPairs } from './hold.ts';
import { toldLate } from './late.ts';
import type { DeclaredMeeting, InForce } from './meeting.ts';
import { withRoom } from './room.ts';
import { hasLapsed, occasionOf, tellAnew, type Occasion } from './tell-anew.ts';
import type { ConflictRow } from './row.ts';
import { joinedTogether, type Joined } from './together.ts';
import { writeConflicts, type ConflictChange } from './write.ts';

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
  await openAmong(transaction, meetings, await holdPairs(transaction, meetings), occasionOf(inForce, now));
}

/** The same, for each way in which two may have met by itself: what is known of the other way round stays apart. */
export async function openThisWay(
  transaction: Transaction,
  meetings: readonly DeclaredMeeting[],
  inForce: InForce,
  now: Date,
): Promise<void> {
  const ways = new Set(meetings.map(({ originator, searcher }) => `${originator.id} ${searcher.id}`));
  const there = await holdPairs(transaction, meetings);
  const thisWay = there.filter((row) => ways.has(`${row.originator_declaration} ${row.searcher_declaration}`));
  await openAmong(transaction, meetings, thisWay, occasionOf(inForce, now));
}

async function openAmong(
  transaction: Transaction,
  meetings: readonly DeclaredMeeting[],
  there: readonly ConflictRow[],
  occasion: Occasion,
): Promise<void> {
  const { now } = occasion;
  const within = await withRoom(transaction, meetings, there, occasion.inForce);
  const joined = joinedTogether(within, there, occasion).filter(({ row }) => !row.over_at || !hasLapsed(row, now));
  await writeConflicts(
    transaction,
    joined.map((one) => toldBy(one, occasion)),
  );
}

/** Whom duties tell, and nothing new, is left to the upkeep, which tells by duties. */
function toldBy({ row, toldNow }: Joined, occasion: Occasion): ConflictChange {
  const late = toldLate(row, occasion.inForce).filter((agency) => !toldNow.includes(agency));
  const change = tellAnew(row, occasion, late);
  return late.length > 0 ? { ...change, row: { ...change.row, told_by: LEFT } } : change;
}

/** No digest. */
const LEFT = '-';
