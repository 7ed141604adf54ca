import { Client } from 'pg';
import type { Disclosure, Ledger } from '../../gateway/ledger/ledger.ts';
import { openPostgresLedger } from '../../gateway/ledger/postgres-ledger.ts';
import type { Notification } from '../../platform/notifications/notification.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
let client: Client;
let ledger: Ledger;

beforeAll(async () => {
  client = new Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  ledger = await openPostgresLedger(database.url);
});
afterAll(async () => {
  await ledger.stop();
  await client.end();
});

const at = new Date('2026-03-01T12:00:00Z');
const purpose = { area: 'drug-trafficking', use: 'threat-to-life', case: 'C-1', justification: 'Tonight.' };
const offence = { code: '18 USC 1591', maxPenaltyMonths: 180 };

const disclosure = (viewer: string): Disclosure => ({
  ...{ at, viewer, agency: 'DEA', role: 'analyst', area: purpose.area, use: purpose.use, case: purpose.case },
  purpose: { ...purpose, stage: 'core-data', matches: ['m-1'], offence },
  ...{ override: true, ruleset: 'sha256-x', operation: '{records{totalCount}}' },
  disclosed: [{ originator: 'ICE', coordinates: ['Record.title'], clauses: ['a#1'] }],
});

const notification = (viewer: string, rest: Partial<Notification> = {}): Notification => ({
  ...{ at, originator: 'ICE', kind: 'override', recipient: 'DEA', viewer, purpose },
  ...{ clauses: ['a#1', 'a#2'], coordinates: ['Record.title'], ruleset: 'sha256-x' },
  ...rest,
});

async function rowsOf(viewer: string) {
  const of = async (table: string) =>
    (await client.query<Record<string, unknown>>(`SELECT * FROM ${table} WHERE viewer = $1`, [viewer])).rows;
  return { recorded: await of('ledger.disclosure'), told: await of('notification.notification') };
}

describe('the ledger', () => {
  it('keeps the whole purpose and the override, and what originators are told', async () => {
    await ledger.record(disclosure('one'), [notification('one'), notification('one', { originator: 'FBI' })]);
    const { recorded, told } = await rowsOf('one');
    expect(recorded).toEqual([
      expect.objectContaining({
        override: true,
        purpose: { ...purpose, stage: 'core-data', matches: ['m-1'], offence },
      }),
    ]);
    expect(told).toEqual([
      expect.objectContaining({ originator: 'ICE', at, clauses: ['a#1', 'a#2'], purpose }),
      expect.objectContaining({ originator: 'FBI' }),
    ]);
  });

  it('records all of a disclosure or nothing of it, and the others that come with it all the same', async () => {
    const impossible = notification('two', { kind: 'rumour' as Notification['kind'] });
    const together = await Promise.allSettled([
      ledger.record(disclosure('three'), []),
      ledger.record(disclosure('two'), [notification('two'), impossible]),
      ledger.record(disclosure('four'), [notification('four')]),
    ]);
    expect(together.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await rowsOf('two')).toEqual({ recorded: [], told: [] });
    expect((await rowsOf('four')).told).toHaveLength(1);
  });

  it.each(['ledger.disclosure', 'notification.notification'])('is only ever added to: %s', async (table) => {
    await expect(client.query(`UPDATE ${table} SET viewer = 'nobody'`)).rejects.toThrow(/only ever added to/);
    await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow(/only ever added to/);
    await expect(client.query(`TRUNCATE ${table}`)).rejects.toThrow(/only ever added to/);
  });
});
