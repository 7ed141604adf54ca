import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import type { Transaction } from '../store/database.ts';

/** Distinguishes these locks from others of the database. */
const CLASS = 1_145_392_966;
const STRIPES = 64;
const EVENTS = STRIPES;

/** Well before the gateway no longer waits: who declares is to hear that nothing was taken in, and send it again. */
const PATIENCE_MILLISECONDS = 4_000;
const CANCELLED = '57014';

/**
 * INVARIANT: of two targets that have a selector in common, the one that is declared second sees the first: whoever writes
 * or looks for a selector holds its lock until the end of the transaction. Locks are taken in their order, and whoever
 * holds one asks for no second connection: however few connections there are, nobody waits for ever.
 * @throws DeclaredError `DECONFLICTION_BUSY` when others do not end in time
 */
export async function lockSelectors(transaction: Transaction, blinds: readonly string[]): Promise<void> {
  const stripes = new Set(blinds.map(stripeOf));
  await lock(
    transaction,
    [...stripes].sort((a, b) => a - b),
  );
}

/** By the last byte: the first says what is blinded, and is the same for most. */
function stripeOf(blind: string): number {
  return Number.parseInt(blind.slice(-2), 16) % STRIPES;
}

/** The same for operations: how near is near enough differs from agreement to agreement, so they queue. */
export async function lockEvents(transaction: Transaction): Promise<void> {
  await lock(transaction, [EVENTS]);
}

/** For all of them together it waits no longer than so long. */
async function lock(transaction: Transaction, stripes: readonly number[]): Promise<void> {
  await transaction.query(`SET LOCAL statement_timeout = ${PATIENCE_MILLISECONDS}`);
  try {
    await transaction.query(LOCK, [CLASS, stripes]);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== CANCELLED) throw error;
    refuse(DECONFLICTION_ERRORS.DECONFLICTION_BUSY, 'others are declaring for too long');
  }
  await transaction.query('SET LOCAL statement_timeout = 0');
}

const LOCK = `SELECT pg_advisory_xact_lock($1::int, stripe) FROM unnest($2::int[]) WITH ORDINALITY AS taken (stripe, turn)`;
