import { Client } from 'pg';
import { openPostgresLedger } from '../../gateway/ledger/postgres-ledger.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { openRecords } from '../../subgraphs/registry/records.ts';
import { useDatabase } from '../support/database.ts';
import { migrationsUntil } from '../support/migrations-until.ts';

const database = useDatabase();
const earlier = migrationsUntil('gateway/ledger/migrations', '20260101000000_init');

const ROW = `
  INSERT INTO ledger.disclosure (at, viewer, agency, role, area, use, case_number, ruleset, operation, disclosed)
  VALUES ('2026-01-01T12:00:00Z', 'a', 'DEA', 'analyst', 'tax-crime', 'evidence', 'C-1', 'sha256-x', '{records}', $1)`;

it('keeps what an earlier version recorded, readable for those whose it is', async () => {
  await migrate(`${database.url}?schema=ledger`, earlier);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const disclosed = [{ originator: 'ICE', coordinates: ['Record.title'], clauses: ['a#1'] }];
  await client.query(ROW, [JSON.stringify(disclosed)]);
  await client.end();
  const ledger = await openPostgresLedger(database.url);
  await ledger.stop();
  const records = openRecords(database.url);
  const read = (agency: string) => records.disclosures(agency)({ after: undefined, most: 10 });
  try {
    expect(await read('ICE')).toEqual([
      expect.objectContaining({
        purpose: { area: 'tax-crime', use: 'evidence', case: 'C-1' },
        override: false,
        operation: null,
        disclosed,
      }),
    ]);
    expect(await read('DEA')).toEqual([expect.objectContaining({ operation: '{records}' })]);
    expect(await read('ATF')).toEqual([]);
  } finally {
    await records.stop();
  }
});
