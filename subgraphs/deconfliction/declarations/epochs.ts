import type { Database } from '../store/database.ts';

/** How many targets of one agency, that are still looked for, are blinded under just these epochs of the key. */
export interface TargetsUnder {
  readonly agency: string;
  /** Whether they are its cases, which it contributes, or what its officers declared. */
  readonly source: 'CASE' | 'OFFICER';
  /** Ascending. By each of them alone they are still found. */
  readonly epochs: readonly number[];
  readonly count: number;
}

/** Counts the targets that are still looked for by the epochs of the key under which their selectors are blinded. */
export async function targetsByEpoch(database: Pick<Database, 'query'>, now: Date): Promise<readonly TargetsUnder[]> {
  const { rows } = await database.query<TargetsUnder>(COUNT, [now]);
  return rows;
}

const COUNT = `
  SELECT agency, source, epochs, count(*)::float AS count FROM (
    SELECT declaration.agency, declaration.source, array_agg(DISTINCT selector.epoch ORDER BY selector.epoch) AS epochs
    FROM selector JOIN declaration ON declaration.id = selector.declaration
    WHERE selector.until IS NULL OR selector.until > $1
    GROUP BY declaration.id) AS target
  GROUP BY agency, source, epochs ORDER BY agency, source, epochs`;
