import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import { inTransaction, type Database, type Transaction } from '../store/database.ts';

/** What is ended: a target, or an operation. */
export type Ending = 'TARGET' | 'EVENT';

/**
 * Ends what an agency declared itself: from now on nothing meets it. What has ended before stays as it is.
 * @throws DeclaredError `UNKNOWN_DECLARATION`
 */
export async function endDeclared(
  database: Database,
  { id, agency, what }: { readonly id: string; readonly agency: string; readonly what: Ending },
  now: Date,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const { rowCount } = await transaction.query(OWN, [id, agency, what === 'EVENT']);
    if (rowCount === 0) refuse(DECONFLICTION_ERRORS.UNKNOWN_DECLARATION, 'there is nothing under this id to end');
    await end(transaction, [id], now);
  });
}

/** Ends declarations. Their selectors are forgotten. */
export async function end(transaction: Transaction, ids: readonly string[], now: Date): Promise<void> {
  await transaction.query('UPDATE declaration SET ended_at = $2 WHERE id = ANY ($1::uuid[]) AND ended_at IS NULL', [
    [...ids],
    now,
  ]);
  await transaction.query('DELETE FROM selector WHERE declaration = ANY ($1::uuid[])', [[...ids]]);
}

/** A case is its own agency's to close, where it keeps its cases. */
const OWN = `
  SELECT FROM declaration WHERE id = $1 AND agency = $2 AND kind <> 'CASE' AND (kind = 'EVENT') = $3 FOR UPDATE`;
