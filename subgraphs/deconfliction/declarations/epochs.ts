import type { Database } from '../store/database.ts';

/** How many targets of each agency, that are still looked for, have selectors blinded under which epoch of the key. */
export async function targetsByEpoch(
  database: Pick<Database, 'query'>,
): Promise<readonly { readonly agency: string; readonly epoch: number; readonly count: number }[]> {
  const { rows } = await database.query<{ readonly agency: string; readonly epoch: number; readonly count: number }>(`
    SELECT agency, epoch, count(DISTINCT declaration)::float AS count FROM selector
    GROUP BY agency, epoch ORDER BY agency, epoch`);
  return rows;
}
