import type { PoolClient } from 'pg';
import { uuidOfBlind } from '../../matching/blind-uuid.ts';
import { Queues } from '../../subgraphs/deconfliction/contribution/queues.ts';
import { readCases } from '../../subgraphs/deconfliction/contribution/read.ts';
import { lockSelectors } from '../../subgraphs/deconfliction/declarations/locks.ts';
import { bounded } from '../../subgraphs/deconfliction/store/bounded.ts';
import type { Database } from '../../subgraphs/deconfliction/store/database.ts';
import { conflictsOf, watch } from './asked.ts';
import { caseTeller, source } from './cases.ts';
import { blinded, id, sealed, useWorld } from './world.ts';

const world = useWorld();
const { entry, tell, beginAnew } = caseTeller(world);
beforeEach(beginAnew);

const EARLY = '+12025550143';
const LATE = '+12025550171';
const BUSY = expect.objectContaining({ code: 'DECONFLICTION_BUSY' }) as Error;
const TARGET = `mutation ($id: ID!, $phone: String!) {
  declareTarget(id: $id, kind: WATCH, selectors: [{ phone: $phone }]) { conflicts { id } } }`;

/** Forty-five cases: the first twenty have one number, the others another one. */
const cases = () => Array.from({ length: 45 }, (_, n) => entry({ n: n + 1, phone: n < 20 ? EARLY : LATE }));

/** Keeps a number locked while something is done, as who declares it does. */
async function holding<Result>(phone: string, work: () => Promise<Result>): Promise<Result> {
  const client = await world.database.connect();
  await client.query('BEGIN');
  await lockSelectors(client, [uuidOfBlind(blinded('PHONE', phone))]);
  return work().finally(() => client.query('ROLLBACK').then(() => client.release()));
}

async function lastSequence(): Promise<number> {
  const { rows } = await world.database.query<{ last_sequence: string }>('SELECT last_sequence FROM contribution');
  return Number(rows[0]?.last_sequence ?? -1);
}

/** The database, over connections that are changed so. */
function changed(change: (client: PoolClient) => PoolClient): Database {
  const { database } = world;
  const connect = async () => change(await database.connect());
  return { query: database.query.bind(database), end: () => database.end(), connect };
}

describe('many cases of one agency', () => {
  it('are taken in part by part: what another agency declares is matched in between', async () => {
    const all = cases();
    const telling = await holding(LATE, async () => {
      const told = tell('DEA', ...all);
      while ((await lastSequence()) < 20) await new Promise(setImmediate);
      expect((await watch(world, 'ICE', { n: 90, phone: EARLY })).conflicts).toHaveLength(20);
      expect(await lastSequence()).toBe(20);
      return { told };
    });
    expect(await telling.told).toBe(45n);
  });

  it('go on where they were broken off, and meet once', async () => {
    await watch(world, 'ICE', { n: 90, phone: EARLY });
    const all = cases();
    let parts = 0;
    world.served = changed((client) => {
      if (++parts < 2) return client;
      client.release();
      throw new Error('gone');
    });
    await expect(tell('DEA', ...all)).rejects.toThrow('gone');
    expect(await lastSequence()).toBe(20);
    world.served = world.database;
    expect(await tell('DEA', ...all)).toBe(45n);
    expect(await conflictsOf(world, 'ICE')).toHaveLength(20);
  });

  it('are divided by their selectors, too: many of few cases', async () => {
    const selectors = Array.from({ length: 150 }, (_, n) => ({
      source: source('Person.phones'),
      subject: 0,
      blind: blinded('PHONE', `+1202555${1000 + n}`),
    }));
    let parts = 0;
    world.served = changed((client) => (parts++, client));
    await tell('DEA', entry({ n: 1, selectors }), entry({ n: 2, selectors }), entry({ n: 3, status: 'CLOSED' }));
    expect(parts).toBe(2);
  });
});

describe('what an officer declares while others do not end', () => {
  it('is refused, and taken in when it is sent again: DECONFLICTION_BUSY', async () => {
    const declared = { id: id(1), phone: sealed('PHONE', EARLY) };
    world.served = changed(impatient);
    await holding(EARLY, async () => {
      expect(await world.refusal('ICE', TARGET, declared)).toBe('DECONFLICTION_BUSY');
    });
    expect(await world.data('ICE', TARGET, declared)).toEqual({ declareTarget: { conflicts: [] } });
  });
});

/** A connection that waits for locks no more than 20 milliseconds, where it does not wait for ever. */
function impatient(client: PoolClient): PoolClient {
  const query = (text: string, values?: unknown[]) =>
    client.query(text.replace(/(?<=statement_timeout = )[1-9]\d*$/, '20'), values);
  return { query, release: () => client.release() } as unknown as PoolClient;
}

describe('the share of the connections that some work may have', () => {
  it('leaves the others to who reads, and gives turns in order', async () => {
    const share = bounded(world.database, { most: 1, patienceMilliseconds: 60_000 });
    const order: string[] = [];
    const first = await share.connect();
    const others = ['second', 'third'].map((name) =>
      share.connect().then((client) => {
        order.push(name);
        client.release();
      }),
    );
    expect((await share.query('SELECT 1')).rowCount).toBe(1);
    order.push('first');
    first.release();
    await Promise.all(others);
    expect(order).toEqual(['first', 'second', 'third']);
  });

  it('is refused to who waits too long, and there again when it is given back: DECONFLICTION_BUSY', async () => {
    const share = bounded(world.database, { most: 1, patienceMilliseconds: 1 });
    const first = await share.connect();
    await expect(share.connect()).rejects.toEqual(BUSY);
    first.release();
    (await share.connect()).release();
  });
});

describe('contributions of one agency', () => {
  it('are taken in one after the other, those of another one at once, and no more than four wait', async () => {
    const queues = new Queues();
    const order: number[] = [];
    let end = () => undefined as void;
    const first = queues.take('DEA', () => new Promise<void>((resolve) => (end = resolve)));
    const others = [1, 2, 3, 4].map((n) => queues.take('DEA', () => Promise.resolve(order.push(n))));
    await expect(queues.take('DEA', () => Promise.resolve())).rejects.toEqual(BUSY);
    await queues.take('ICE', () => Promise.resolve(order.push(0)));
    end();
    await Promise.all([first, ...others]);
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(await queues.take('DEA', () => Promise.resolve('again'))).toBe('again');
  });

  it.each([
    ['of epoch 0', { epoch: 0 }],
    ['of an epoch that the index cannot keep', { epoch: 99_999 }],
    ['in an area that there is not', { labels: { status: 'OPEN', crimeAreas: ['gardening'] } }],
    ['in a state that is no text', { labels: { status: { is: 'CLOSED' } } }],
  ])('are refused when they tell of a case %s, and the entry is named: BAD_CONTRIBUTION', (_, wrong) => {
    const right = entry({ n: 1 }) as { readonly pointer: object };
    const entries = [right, { ...entry({ n: 2 }), pointer: { ...right.pointer, ...wrong } }];
    expect(() => readCases({ agency: 'DEA', entries })).toThrow(
      expect.objectContaining({
        code: 'BAD_CONTRIBUTION',
        message: expect.stringContaining('`entries[1]`') as string,
        more: { refused: ['2'] },
      }) as Error,
    );
  });
});
