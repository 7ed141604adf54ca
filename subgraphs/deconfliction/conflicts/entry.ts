import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import type { Transaction } from '../store/database.ts';
import type { Acting } from './acting.ts';

/**
 * Writes down what somebody did, for those who are told of the conflict now.
 * @returns whether it is new; the same that came before is not
 * @throws DeclaredError `ID_TAKEN`
 */
export async function writeEntry(
  transaction: Transaction,
  { id, conflict, agency, officer, act }: Acting,
  told: readonly string[],
  now: Date,
): Promise<boolean> {
  const { event, outcome, first, note } = { outcome: null, first: null, note: null, ...act };
  const said = [id, conflict, event, agency, outcome, first, note];
  const { rowCount } = await transaction.query(INSERT_ENTRY, [...said, officer, now, [...told]]);
  if (rowCount === 1) return true;
  const { rows } = await transaction.query(SAME_ENTRY, said);
  if (rows.length > 0) return false;
  return refuse(DECONFLICTION_ERRORS.ID_TAKEN, 'something else was sent under this id');
}

const INSERT_ENTRY = `
  INSERT INTO entry (id, conflict, event, agency, outcome, first, note, officer, at, told)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING`;

/** The same, whichever officer of the agency sends it again. */
const SAME_ENTRY = `
  SELECT FROM entry WHERE id = $1 AND conflict = $2 AND event = $3 AND agency = $4 AND outcome IS NOT DISTINCT FROM $5
    AND first IS NOT DISTINCT FROM $6 AND note IS NOT DISTINCT FROM $7`;
