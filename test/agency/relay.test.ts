import { Client } from 'pg';
import type { PointerBody } from '../../subgraphs/agency/outbox/entry.ts';
import { pointerOf } from '../../subgraphs/agency/outbox/pointer.ts';
import { indexReceiver } from '../../subgraphs/agency/outbox/receiver.ts';
import { startRelay, type Relay } from '../../subgraphs/agency/outbox/relay.ts';
import type { TestIndex } from './index-under-test.ts';
import { testIndex, until } from './index-under-test.ts';
import type { StoredRecord } from '../../subgraphs/agency/rows/stored.ts';
import { importEntities } from '../../subgraphs/agency/store/import.ts';
import { saveContact, saveRecord } from '../../subgraphs/agency/store/save.ts';
import { withdrawRecord } from '../../subgraphs/agency/store/withdraw.ts';
import { useAgencyDatabase } from './agency-under-test.ts';
import { aContact, aRecord } from './samples.ts';

const database = useAgencyDatabase();
const running: Relay[] = [];

function relay({ send }: TestIndex, batchSize = 500, trouble: unknown[] = []): Relay {
  const receivers = [indexReceiver(send)];
  const started = startRelay({
    url: database.url,
    agency: 'DEA',
    receivers,
    batchSize,
    onTrouble: (e) => trouble.push(e),
  });
  running.push(started);
  return started;
}

const left = (): Promise<number> => database.prisma.outbox.count();
const emptied = (): Promise<void> => until(async () => (await left()) === 0);
const ids = ({ taken }: TestIndex): readonly string[] => taken.map(({ id }) => id);

async function contacts(count: number): Promise<readonly string[]> {
  const all = Array.from({ length: count }, () => aContact());
  await importEntities(database.store, all);
  return all.map(({ id }) => id);
}

/** Ends the connections of every relay from the outside, as a crash or a broken network does. */
async function breakConnections(): Promise<void> {
  await database.prisma.$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
      WHERE application_name = 'concordat relay' AND datname = current_database()`;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((started) => started.stop()));
  await database.prisma.outbox.deleteMany();
});

function pointerBody(record: StoredRecord): PointerBody {
  const { type: _type, id: _id, ...body } = pointerOf(record, new Map(), database.keys);
  return body;
}

async function savedRecord(): Promise<StoredRecord> {
  const record = aRecord();
  await saveRecord(database.store, record);
  return record;
}

describe('a relay', () => {
  it('sends what is there and what comes, in order, in batches, and empties the outbox', async () => {
    const index = testIndex();
    const before = await contacts(7);
    relay(index, 3);
    await emptied();
    const record = aRecord({ contactId: before[0]! });
    await saveRecord(database.store, record);
    await saveRecord(database.store, { ...record, program: null });
    await withdrawRecord(database.store, record.id);
    await emptied();
    expect(ids(index)).toEqual([...before, record.id, record.id, record.id]);
    expect(index.batches.slice(0, 3).map(({ entries }) => entries.length)).toEqual([3, 3, 1]);
    const [saved, changed, withdrawn] = index.taken.slice(-3);
    const { sequence: _sequence, ...told } = saved!;
    expect(told).toEqual({ op: 'UPSERT', type: 'RECORD', id: record.id, pointer: pointerBody(record) });
    expect(changed).toMatchObject({ op: 'UPSERT', pointer: pointerBody({ ...record, program: null }) });
    expect(changed).not.toHaveProperty('pointer.labels.program');
    expect(withdrawn).toMatchObject({ op: 'WITHDRAW', type: 'RECORD', id: record.id });
    expect(withdrawn).not.toHaveProperty('pointer');
  });

  it('sends no more at once than the index takes in, however much there is to tell of each', async () => {
    const index = testIndex();
    await database.prisma.$executeRaw`INSERT INTO outbox (op, type, id, pointer)
      SELECT 'UPSERT', 'RECORD', gen_random_uuid(), jsonb_build_object('contactId', NULL, 'labels', jsonb_build_object('office', repeat('x', size)))
      FROM unnest(ARRAY[3, 3, 3, 9, 1]) AS megabytes, LATERAL (SELECT megabytes * 1000000) AS in_bytes (size)`;
    await withdrawRecord(database.store, (await savedRecord()).id);
    relay(index);
    await emptied();
    expect(index.batches.map(({ entries }) => entries.length)).toEqual([2, 1, 1, 3]);
  });

  it('is woken at once', async () => {
    const index = testIndex();
    relay(index);
    await contacts(1);
    await emptied();
    const began = performance.now();
    await saveContact(database.store, aContact());
    await until(() => index.taken.length === 2);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('doubles nothing when it is killed between sending and deleting', async () => {
    const trouble: unknown[] = [];
    const index = testIndex({ after: breakConnections });
    const all = await contacts(5);
    relay(index, 3, trouble);
    await emptied();
    expect(ids(index)).toEqual(all);
    expect(index.batches.map(({ entries }) => entries.length)).toEqual([3, 3, 2]);
    expect(index.batches[1]).toEqual(index.batches[0]);
    expect(trouble).toHaveLength(1);
  });

  it('loses nothing when it is killed before the index has the batch', async () => {
    const index = testIndex({
      before: async () => {
        await breakConnections();
        throw new Error('connection reset');
      },
    });
    const all = await contacts(5);
    relay(index, 3);
    await emptied();
    expect(ids(index)).toEqual(all);
  });

  it('sends again when the acknowledgement is lost, and goes on when the index answers again', async () => {
    const lost = { after: () => Promise.reject(new Error('socket hang up')) };
    const index = testIndex(lost, lost, lost);
    const all = await contacts(4);
    const trouble: unknown[] = [];
    relay(index, 500, trouble);
    await emptied();
    expect(ids(index)).toEqual(all);
    expect(index.batches).toHaveLength(4);
    expect(trouble.map(String)).toEqual(Array(3).fill('Error: socket hang up'));
  });

  it('keeps what the index did not acknowledge', async () => {
    const all = await contacts(4);
    const acknowledgements = [1, 3];
    const sent: string[][] = [];
    const send: TestIndex['send'] = ({ entries }) => {
      sent.push(entries.map(({ id }) => id));
      return Promise.resolve({ acknowledged: entries[(acknowledgements.shift() ?? entries.length) - 1]!.sequence });
    };
    relay({ send, taken: [], batches: [] });
    await emptied();
    expect(sent).toEqual([all, all.slice(1)]);
  });

  it('deletes nothing that it has not sent, whatever is acknowledged', async () => {
    await contacts(4);
    const leftAt: number[] = [];
    const send: TestIndex['send'] = async () => {
      leftAt.push(await left());
      return { acknowledged: 10n ** 17n };
    };
    relay({ send, taken: [], batches: [] }, 1);
    await emptied();
    expect(leftAt).toEqual([4, 3, 2, 1]);
  });

  it('goes on after a restart where it stopped', async () => {
    const first = testIndex({ after: () => Promise.reject(new Error('lost')) });
    const all = await contacts(3);
    const one = relay(first, 2);
    await until(() => first.batches.length > 0);
    await one.stop();
    const taken = [...first.taken];
    const second = testIndex();
    second.taken.push(...taken);
    relay(second, 2);
    await emptied();
    expect(ids(second)).toEqual(all);
  });

  it('loses nothing that is written after its database was restored from a backup', async () => {
    const index = testIndex();
    relay(index);
    const [{ backup }] = await database.prisma.$queryRaw<
      [{ backup: bigint }]
    >`SELECT last_value AS backup FROM outbox_sequence_seq`;
    const before = await contacts(9);
    await emptied();
    await database.prisma.$queryRaw`SELECT setval('outbox_sequence_seq', ${backup})`;
    const after = await contacts(4);
    await emptied();
    expect(ids(index)).toEqual([...before, ...after]);
  });

  it('waits for its connection to come back', async () => {
    const index = testIndex();
    relay(index);
    const before = await contacts(2);
    await emptied();
    await breakConnections();
    const after = await contacts(2);
    await emptied();
    expect(ids(index)).toEqual([...before, ...after]);
  });

  it('is the only one of its database', async () => {
    const index = testIndex();
    let sending = 0;
    const send: TestIndex['send'] = async (batch, signal) => {
      expect(++sending).toBe(1);
      const answer = await index.send(batch, signal);
      await new Promise((resolve) => setTimeout(resolve, 20));
      sending--;
      return answer;
    };
    const relays = [1, 2, 3].map(() => relay({ ...index, send }, 2));
    const all = await contacts(9);
    await emptied();
    expect(ids(index)).toEqual(all);
    expect(index.batches).toHaveLength(5);
    await relays[0]!.stop();
    await relays[1]!.stop();
    const more = await contacts(1);
    await emptied();
    expect(ids(index)).toEqual([...all, ...more]);
  });
});

describe('concurrent writers', () => {
  it('are seen in the order of their numbers, so that none is passed over', async () => {
    const index = testIndex();
    relay(index, 7);
    const written = await Promise.all(Array.from({ length: 8 }, () => writeSlowly(25)));
    await emptied();
    const numbers = index.taken.map(({ sequence }) => sequence);
    expect(numbers).toEqual(numbers.toSorted((a, b) => Number(a - b)));
    expect(ids(index).toSorted()).toEqual(written.flat().toSorted());
  });

  it('wait for one that has drawn a number and has not committed', async () => {
    const [slow, quick] = [await connect(), await connect()];
    const order: string[] = [];
    await slow.query('BEGIN');
    const drawn = await insert(slow);
    const second = insert(quick).then((sequence) => {
      order.push('quick');
      return sequence;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    order.push('slow');
    await slow.query('COMMIT');
    expect(await second).toBeGreaterThan(drawn);
    expect(order).toEqual(['slow', 'quick']);
    await Promise.all([slow.end(), quick.end()]);
  });
});

/** Transactions of one writer; each waits for a moment before it commits, and one in five is rolled back. */
async function writeSlowly(transactions: number): Promise<readonly string[]> {
  const client = await connect();
  const committed: string[] = [];
  for (let at = 0; at < transactions; at++) {
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: string }>(`${INSERT} RETURNING id`);
    await client.query('SELECT pg_sleep($1)', [Math.random() / 500]);
    await client.query(at % 5 === 4 ? 'ROLLBACK' : 'COMMIT');
    if (at % 5 !== 4) committed.push(rows[0]!.id);
  }
  await client.end();
  return committed;
}

const INSERT = `INSERT INTO outbox (op, type, id) VALUES ('WITHDRAW', 'CASE', gen_random_uuid())`;

async function insert(client: Client): Promise<number> {
  const { rows } = await client.query<{ sequence: string }>(`${INSERT} RETURNING sequence`);
  return Number(rows[0]!.sequence);
}

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return client;
}
