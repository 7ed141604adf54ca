import { Pool } from 'pg';
import type { Condition } from '../../policy/condition/condition.ts';
import type { TextRows } from '../../policy/text-search.ts';
import type { TextField } from '../../schema/text-search.ts';
import { textSearchSql } from '../../subgraphs/agency/text/search-sql.ts';
import { customReadings } from '../index/plans.ts';
import { useAgencyDatabase } from './agency-under-test.ts';

const RECORDS = 20_000;

/** Every thousandth record has the word in its title, every hundredth in its synopsis, every tenth in its narrative. */
const FILL = `
  INSERT INTO "Record" (id, kind, title, synopsis, narrative, "crimeAreas", office)
  SELECT gen_random_uuid(), 'REPORT_OF_INVESTIGATION',
    CASE WHEN n % 1000 = 0 THEN 'ephedrine ' ELSE '' END || 'title number ' || n,
    CASE WHEN n % 100 = 0 THEN 'ephedrine ' ELSE '' END || 'synopsis number ' || n,
    CASE WHEN n % 10 = 0 THEN 'ephedrine ' ELSE '' END || 'narrative number ' || n,
    ARRAY[CASE WHEN n % 2 = 0 THEN 'drug-trafficking' ELSE 'fraud' END], 'Elko'
  FROM generate_series(1, ${RECORDS}) AS n`;

const drugs: Condition = {
  is: 'test',
  label: { name: 'crimeAreas', owners: ['Record'] },
  test: { op: 'anyOf', values: ['drug-trafficking'] },
};
const ALWAYS: Condition = { is: 'constant', value: true };

describe("a search by text, in an agency's database", () => {
  const database = useAgencyDatabase();
  let pool: Pool;
  beforeAll(async () => {
    pool = new Pool({ connectionString: database.url, max: 1 });
    // The database is dropped while a connection to it is still there.
    pool.on('error', () => undefined);
    await pool.query(FILL);
    await pool.query('VACUUM ANALYZE "Record"');
  });
  afterAll(() => pool.end());

  it.each<[string, TextRows, readonly string[], number]>([
    ['titles alone', new Map([['TITLE', drugs]]), ['Record_title_text'], 20],
    [
      'titles and synopses',
      new Map<TextField, Condition>([
        ['TITLE', ALWAYS],
        ['SYNOPSIS', drugs],
      ]),
      ['Record_title_text', 'Record_synopsis_text'],
      220,
    ],
  ])('looks for %s by the indexes of just these fields', async (_what, rows, indexes, most) => {
    const plan = await customReadings(pool, textSearchSql('Record', { text: 'ephedrine', first: 20 }, rows));
    const read = plan.filter(({ table }) => table === 'Record');
    expect(read.map(({ how }) => how)).toEqual(['Bitmap Heap Scan']);
    expect(Math.max(...read.map(({ rows: count }) => count ?? Infinity))).toBeLessThanOrEqual(most);
    const used = plan.flatMap(({ how, index }) => (how === 'Bitmap Index Scan' && index ? [index] : []));
    expect(used.sort()).toEqual([...indexes].sort());
  });

  it('reads nothing for what looks for no word', async () => {
    const { rows } = await pool.query(
      textSearchSql('Record', { text: '-ephedrine', first: 20 }, new Map([['TITLE', ALWAYS]])),
    );
    expect(rows).toEqual([]);
  });
});
