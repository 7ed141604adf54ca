import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import type { Transaction } from '../store/database.ts';

/** How many targets and operations an agency's officers may declare on a day (UTC), and how many of them one officer. */
export const MOST_DECLARED = { agency: 1_000, officer: 100 } as const;

/** What counts for a whole agency stands under this name, which no officer has. */
const ALL = '';

/**
 * Counts what an officer declares, in the transaction that takes it in.
 * INVARIANT: a count is raised only where it stays within what is allowed, under the row's own lock: what is declared at the
 * same time never passes it together. The agency's is raised first, so that no two wait for each other, and what its
 * officers declare is taken in one after the other from there on.
 * @throws DeclaredError `TOO_MANY_DECLARED`
 */
export async function countDeclared(
  transaction: Transaction,
  { agency, officer }: { readonly agency: string; readonly officer: string | null },
  now: Date,
): Promise<void> {
  const isWithin = async (who: string, most: number) =>
    (await transaction.query(COUNT, [agency, now, who, most])).rows.length === 1;
  if (!(await isWithin(ALL, MOST_DECLARED.agency)))
    refuse(DECONFLICTION_ERRORS.TOO_MANY_DECLARED, `your agency has declared ${MOST_DECLARED.agency} today`);
  if (officer && !(await isWithin(officer, MOST_DECLARED.officer)))
    refuse(DECONFLICTION_ERRORS.TOO_MANY_DECLARED, `you have declared ${MOST_DECLARED.officer} today`);
  await transaction.query(FORGET, [agency, now]);
}

const DAY = `($2::timestamptz AT TIME ZONE 'UTC')::date`;

const COUNT = `
  INSERT INTO declared_on AS counted (agency, day, officer, declared) VALUES ($1, ${DAY}, $3, 1)
  ON CONFLICT (agency, day, officer) DO UPDATE SET declared = counted.declared + 1 WHERE counted.declared < $4::int
  RETURNING declared`;

/** Two days are kept: the clocks of replicas may differ at midnight. */
const FORGET = `DELETE FROM declared_on WHERE agency = $1 AND day < ${DAY} - 1`;
