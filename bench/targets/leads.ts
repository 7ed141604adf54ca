import type { Pool } from 'pg';
import type { Clause } from '../../policy/agreement.ts';
import { lookOnce } from '../../subgraphs/index/leads/look.ts';
import { AGENCIES } from '../index/world.ts';

/** Cases of DEA of which the leads are there before anything is asked: as many in an index of every size. */
const LED = 3_000;

/** Cases that are looked at in one round, one by one. */
export const LOOKED_AT = 100;

/** All agencies show DEA their cases, and whom these are about. */
export const LEADING: readonly Clause[] = [
  {
    id: '3',
    text: 'All show DEA their cases.',
    share: {
      from: AGENCIES.filter((code) => code !== 'DEA'),
      to: ['DEA'],
      cases: true,
      coordinates: ['Case.title', 'Case.districts', 'Case.subjects', 'Person.phones', 'Person.passports'],
    },
  },
];

/** What looks for leads in an index. */
export interface BenchLeads {
  /** Puts the nth case down, one that was not looked at before, and looks at it. */
  readonly look: (n: number) => Promise<unknown>;
}

/** Finds the leads of some cases of DEA, and gets cases of others ready, for so many rounds. */
export async function openLeads(pool: Pool, rounds: number): Promise<BenchLeads> {
  await pool.query('INSERT INTO contribution SELECT unnest($1::text[]), -1 ON CONFLICT DO NOTHING', [AGENCIES]);
  const casesOf = async (whose: string, most: number) => {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT id FROM pointer WHERE type = 'CASE' AND originator ${whose} 'DEA' ORDER BY id LIMIT $1`,
      [most],
    );
    return rows.map(({ id }) => id);
  };
  const putDown = (ids: readonly string[]) =>
    pool.query('INSERT INTO lead_due (case_id) SELECT unnest($1::uuid[])', [ids]);
  await pool.query('TRUNCATE lead_due');
  await putDown(await casesOf('=', LED));
  while (await lookOnce(pool));
  await pool.query('VACUUM ANALYZE lead, lead_due');
  const others = await casesOf('<>', rounds * LOOKED_AT);
  return {
    async look(n) {
      await putDown([others[n % others.length]!]);
      return lookOnce(pool);
    },
  };
}
