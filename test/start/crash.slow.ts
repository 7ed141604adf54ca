import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { agencyDatabase, HUB_DATABASE } from '../../platform/database/names.ts';
import { openServer } from '../../platform/database/server.ts';
import { AGENCIES } from './agencies.ts';
import { killLeftovers, spawnProduct, startProduct } from './product.ts';

afterAll(() => killLeftovers());

/** Kills the first start at several instants, then lets it finish. */
async function interruptedStart(env: Readonly<Record<string, string>>, delays: readonly number[]): Promise<void> {
  for (const delay of delays) {
    const product = spawnProduct('start/all.ts', [], env);
    await pause(delay);
    await product.end('SIGKILL');
  }
  await finish(env);
}

/** Lets it run until the index has heard of everything. */
async function finish(env: Readonly<Record<string, string>>): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    const product = await startProduct('start/all.ts', [], env);
    await pause(5_000);
    expect(await product.end('SIGTERM')).toBe(0);
    if ((await counts(env['CONCORDAT_HOME']!)).waiting === 0) return;
  }
}

/** What agencies hold, and what the index knows of it. */
async function counts(
  home: string,
): Promise<{ readonly held: number; readonly doubled: number; readonly pointers: number; readonly waiting: number }> {
  const server = await openServer({ home });
  try {
    const ofAgencies = await Promise.all(AGENCIES.map((code) => count(server.urlOf(agencyDatabase(code)), HELD)));
    const [hub] = await Promise.all([count(server.urlOf(HUB_DATABASE), POINTERS)]);
    const sum = (name: 'held' | 'waiting') => ofAgencies.reduce((total, row) => total + Number(row[name]), 0);
    return {
      held: sum('held'),
      waiting: sum('waiting'),
      pointers: Number(hub['pointers']),
      doubled: Number(hub['doubled']),
    };
  } finally {
    await server.stop();
  }
}

const HELD = `SELECT (SELECT count(*) FROM "Record") + (SELECT count(*) FROM "Case") + (SELECT count(*) FROM "LiaisonContact") AS held,
  (SELECT count(*) FROM outbox) AS waiting`;
const POINTERS = 'SELECT count(*) AS pointers, count(*) - count(DISTINCT id) AS doubled FROM pointer';

async function count(url: string, query: string): Promise<Readonly<Record<string, string>>> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(query)).rows[0] ?? {};
  } finally {
    await client.end();
  }
}

describe('a first start that is killed again and again', () => {
  it('ends with what an undisturbed one ends with: nothing lost, nothing doubled', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'concordat-crash-'));
    const env = (name: string) => ({ PORT: '0', CONCORDAT_HOME: join(folder, name), DEMO_RECORDS: '400' });
    try {
      await interruptedStart(env('undisturbed'), []);
      await interruptedStart(env('killed'), [1_500, 3_000, 4_000, 5_000, 6_000, 8_000, 11_000]);
      const expected = await counts(join(folder, 'undisturbed'));
      expect(expected).toMatchObject({ pointers: expected.held, doubled: 0, waiting: 0 });
      expect(await counts(join(folder, 'killed'))).toEqual(expected);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
