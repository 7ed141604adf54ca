import type { InForce } from '../conflicts/meeting.ts';
import type { Transaction } from '../store/database.ts';

/** At once, so that nobody waits long for what is being forgotten. */
const MOST = 1_000;

/**
 * Forgets, part by part, what nobody looks at again: what was checked and has been told, and the selectors of targets that
 * are over. What was told to whom is in the history of each conflict.
 * @returns whether there may be more
 */
export async function forget(transaction: Transaction, _: InForce, now: Date): Promise<boolean> {
  const told = await transaction.query(FORGET_TOLD, [MOST]);
  const over = await transaction.query(FORGET_OVER, [now, MOST]);
  return told.rowCount === MOST || over.rowCount === MOST;
}

const FORGET_TOLD = `
  DELETE FROM checked WHERE number IN (
    SELECT number FROM checked WHERE told_at IS NOT NULL ORDER BY number LIMIT $1 FOR UPDATE SKIP LOCKED)`;

const FORGET_OVER = `
  DELETE FROM selector WHERE (blind, declaration) IN (
    SELECT blind, declaration FROM selector WHERE until <= $1 ORDER BY until LIMIT $2 FOR UPDATE SKIP LOCKED)`;
