import { Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareNotifications } from '../../../platform/notifications/store.ts';
import { putDownSql } from '../../../subgraphs/index/leads/due.ts';
import { dropLeadsSql, findLeadsSql } from '../../../subgraphs/index/leads/find-sql.ts';
import { watchForLeads } from '../../../subgraphs/index/leads/watch.ts';
import { raw } from '../../../subgraphs/kit/sql/fragments.ts';
import { dataOf } from '../ask.ts';
import { useIndex } from '../database.ts';
import { fillIndex } from '../filled.ts';
import { customReadings, genericReadings, recording, type Reading } from '../plans.ts';
import { leading } from './lead-world.ts';

const POINTERS = 40_000;
const OURS = /^(pointer|selector_\d+|lead|lead_entry)$/;

describe('leads of many cases', () => {
  const index = useIndex();
  const count = async (table: string) =>
    (await index.loads.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]!.n;

  beforeAll(async () => {
    await prepareNotifications(index.url);
    await fillIndex(index.loads, POINTERS);
  });

  /** Nothing is read from end to end: no table, and no index. */
  const isDriven = (readings: readonly Reading[]) => {
    const ours = readings.filter(({ table }) => OURS.test(table));
    for (const reading of ours) {
      expect(reading).toMatchObject({
        table: reading.table,
        how: expect.not.stringMatching(/^(Parallel )?Seq/) as string,
      });
      expect(reading.by).toBeDefined();
    }
    return ours.reduce((sum, { rows }) => sum + (rows ?? 0), 0);
  };

  it('are found as soon as cases are put down, and looked up when somebody asks', async () => {
    const watch = watchForLeads({ url: index.url, pool: index.loads, everyMilliseconds: 600_000 });
    try {
      await sleep(300);
      const { text, values } = putDownSql(raw(`(SELECT id, type FROM pointer WHERE originator = 'DEA')`), raw(`'DEA'`));
      await index.loads.query(text, [...values]);
      while ((await count('lead_due')) > 0) await sleep(100);
      await sleep(200);
    } finally {
      await watch.stop();
    }
    expect(await count('lead')).toBeGreaterThan(1_000);
    await index.loads.query(`INSERT INTO lead_entry (id, lead, at, event, agency, officer)
      SELECT gen_random_uuid(), id, now(), 'ACCEPTED', agency, 'somebody' FROM lead`);
    await index.loads.query('VACUUM ANALYZE lead, lead_entry');
    const { database, statements } = recording(index.database);
    const page = (await dataOf(database, leading('DEA'), '{ leads { edges { node { id rule } } } }')) as {
      leads: { edges: { node: { id: string } }[] };
    };
    expect(page.leads.edges).toHaveLength(20);
    const { id } = page.leads.edges[0]!.node;
    await dataOf(database, leading('DEA'), `{ lead(id: "${id}") { status } }`);
    for (const statement of statements) {
      expect(isDriven(await customReadings(index.loads, statement))).toBeLessThanOrEqual(2_000);
      isDriven(await genericReadings(index.loads, statement));
    }
  });

  it('are looked for from the selectors of a case', async () => {
    const { rows } = await index.loads.query<{ id: string }>(
      `SELECT id FROM pointer WHERE type = 'CASE' ORDER BY id LIMIT 5`,
    );
    const options = ['hashjoin', 'mergejoin', 'seqscan'].map((what) => `-c enable_${what}=off`).join(' ');
    const looking = new Pool({ connectionString: index.url, options, max: 1 });
    looking.on('error', () => undefined);
    try {
      for (const statement of [findLeadsSql, dropLeadsSql].map((sqlOf) => sqlOf(rows.map(({ id }) => id)))) {
        expect(isDriven(await customReadings(looking, statement))).toBeLessThanOrEqual(1_000);
        isDriven(await genericReadings(looking, statement));
      }
    } finally {
      await looking.end();
    }
  });
});
