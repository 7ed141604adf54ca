import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import { inTransaction, type Database } from '../store/database.ts';
import type { Act, Acting } from './acting.ts';
import { writeEntry } from './entry.ts';
import { holdConflicts } from './hold.ts';
import type { InForce } from './meeting.ts';
import type { SideRow } from './row.ts';
import { seenBy, type SeenConflict } from './seen.ts';
import { settled } from './settle.ts';
import { reachedBy } from './words.ts';
import { writeConflicts } from './write.ts';

/** So often may an agency answer before the conflict opens anew: each time the others are told. */
const MOST_ANSWERS = 20;
const MOST_NOTES = 100;

/**
 * Does something about a conflict, once, and tells the others who are told of it; all of it or nothing.
 * @throws DeclaredError `UNKNOWN_CONFLICT`, `BAD_ANSWER`, `TOO_MUCH_SAID` or `ID_TAKEN`
 */
export async function actOnConflict(database: Database, acting: Acting, inForce: InForce, now: Date): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const { act, agency, conflict } = acting;
    const [row] = await holdConflicts(transaction, LOCK, [conflict]);
    const seen = row && seenBy({ agency, inForce, now }, row);
    if (!seen) return refuse(DECONFLICTION_ERRORS.UNKNOWN_CONFLICT, 'there is no such conflict to be told of');
    const isSaid = isSo(act, seen.own);
    const heard = reachedBy(row, seen.told).map((telling) => telling.agency);
    if (!isSaid && !(await writeEntry(transaction, acting, heard, now))) return;
    if (!isSaid) refuseUnfit(act, seen);
    const own = isSaid ? seen.own : saying(act, seen.own, heard, now);
    const change = settled(row, own, act.event === 'ANSWERED' && !isSaid, { inForce, now });
    if (!isSaid || change.row.status !== row.status) await writeConflicts(transaction, [change]);
  });
}

/** What is set to what it is writes no second line of history. */
function isSo(act: Act, { acknowledgedAt, outcome, first }: SideRow): boolean {
  switch (act.event) {
    case 'ACKNOWLEDGED':
      return acknowledgedAt !== null;
    case 'ANSWERED':
      return act.outcome === outcome && act.first === first;
    case 'NOTED':
      return false;
  }
}

function refuseUnfit({ event }: Act, { row, own }: SeenConflict): void {
  if (event === 'ANSWERED' && row.over_at)
    refuse(DECONFLICTION_ERRORS.BAD_ANSWER, 'one of the two is over: nothing is left to answer');
  if (event === 'ANSWERED' && own.answers >= MOST_ANSWERS)
    refuse(DECONFLICTION_ERRORS.TOO_MUCH_SAID, `the agency has answered ${MOST_ANSWERS} times`);
  if (event === 'NOTED' && own.notes >= MOST_NOTES)
    refuse(DECONFLICTION_ERRORS.TOO_MUCH_SAID, `the agency has written ${MOST_NOTES} notes`);
}

/** A side with what it says now, to those who hear it. */
function saying(act: Act, own: SideRow, heard: readonly string[], now: Date): SideRow {
  const at = now.toISOString();
  switch (act.event) {
    case 'ACKNOWLEDGED':
      return { ...own, acknowledgedAt: at, heard };
    case 'ANSWERED': {
      const { outcome, first } = act;
      const acknowledgedAt = own.acknowledgedAt ?? at;
      return { ...own, acknowledgedAt, outcome, first, answeredAt: at, heard, answers: own.answers + 1 };
    }
    case 'NOTED':
      return { ...own, notes: own.notes + 1 };
  }
}

const LOCK = 'SELECT id FROM conflict WHERE id = $1 FOR UPDATE';
