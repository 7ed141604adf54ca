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
    const { rows } = await transaction.query<{ id: string }>(OWN, [agency, id, what === 'EVENT']);
    if (rows.length === 0) refuse(DECONFLICTION_ERRORS.UNKNOWN_DECLARATION, 'there is nothing under this id to end');
    await end(
      transaction,
      rows.map((row) => row.id),
      now,
    );
  });
}

/** Ends declarations, by the ids by which de-confliction knows them. Their selectors are forgotten. */
export async function end(transaction: Transaction, ids: readonly string[], now: Date): Promise<void> {
  await transaction.query('UPDATE declaration SET ended_at = $2 WHERE id = ANY ($1::uuid[]) AND ended_at IS NULL', [
    [...ids],
    now,
  ]);
  await transaction.query('DELETE FROM selector WHERE declaration = ANY ($1::uuid[])', [[...ids]]);
}

/** A case is its own agency's to close, where it keeps its cases. */
const OWN = `
  SELECT id FROM declaration WHERE agency = $1 AND source = 'OFFICER' AND declared_id = $2::uuid AND (kind = 'EVENT') = $3
  FOR UPDATE`;
