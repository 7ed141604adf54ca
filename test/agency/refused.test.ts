import { parse } from 'graphql';
import { indexReceiver, deconflictionReceiver, type Receiver } from '../../subgraphs/agency/outbox/receiver.ts';
import { startRelay, type Relay } from '../../subgraphs/agency/outbox/relay.ts';
import type { Refused } from '../../subgraphs/agency/outbox/set-aside.ts';
import { refusalsOf, refusedOf, retryRefused } from '../../subgraphs/agency/store/refused.ts';
import { saveContact, saveRecord } from '../../subgraphs/agency/store/save.ts';
import { withdrawRecord } from '../../subgraphs/agency/store/withdraw.ts';
import { contribute } from '../../subgraphs/index/contribution/contribute.ts';
import { serveContributions } from '../../subgraphs/index/contribution/route.ts';
import { ContributionRefused, pointerSender } from '../../subgraphs/kit/pointers.ts';
import { serveSubgraph, type ServedSubgraph } from '../../subgraphs/kit/serve.ts';
import { useIndex } from '../index/database.ts';
import { newKeys } from '../kit/keys.ts';
import { useAgencyDatabase } from './agency-under-test.ts';
import { testIndex, until } from './index-under-test.ts';
import { aContact, aRecord } from './samples.ts';

const dea = newKeys('dea-service');
const agency = useAgencyDatabase();
const index = useIndex();
const running: Relay[] = [];
let served: ServedSubgraph;
let refused: Refused[];

/** Relays to the index as it runs, and to others. */
function relay(receivers: readonly Receiver[] = [toIndex()], batchSize = 500): void {
  const onRefused = (one: Refused): void => void refused.push(one);
  running.push(startRelay({ url: agency.url, agency: 'DEA', receivers, batchSize, onRefused }));
}

function toIndex(): Receiver {
  return indexReceiver(pointerSender(new URL(served.url).origin, () => dea.signing));
}

const told = () => until(async () => (await agency.prisma.outbox.count()) === 0);
const setAside = async () => (await refusedOf(agency.store, 100)).map(({ id, code, op }) => ({ id, code, op }));
const found = async () => {
  const pointers = await index.database.pointer.findMany({ where: { originator: 'DEA' }, orderBy: { id: 'asc' } });
  return pointers.map(({ id }) => id);
};

/** What an outbox may hold that was filled by another version of the program. */
function write(id: string, pointer: object | null): Promise<number> {
  const op = pointer === null ? 'WITHDRAW' : 'UPSERT';
  return agency.prisma.$executeRaw`INSERT INTO outbox (op, type, id, pointer)
    VALUES (${op}::"OutboxOp", 'RECORD', ${id}::uuid, ${JSON.stringify(pointer)}::jsonb)`;
}

const READABLE = { contactId: null, labels: {} };
const UNREADABLE = { contactId: null, labels: { colour: 'red' } };

beforeAll(async () => {
  served = await serveSubgraph({
    name: 'index',
    typeDefs: parse('type Query { nothing: Int }'),
    resolvers: {},
    lock: 'none',
    rulebook: { at: () => expect.anything() as never },
    gatewayKeys: () => ({ keys: [] }),
    identities: () => ({ agencies: [], keys: new Map() }),
    routes: (app) =>
      serveContributions(app, {
        ...{ database: index.database, loads: index.loads },
        keysOf: (code) => (code === 'DEA' ? dea.published : undefined),
      }),
  });
});
afterAll(() => served.stop());

beforeEach(async () => {
  refused = [];
  await index.database.pointer.deleteMany();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
  await agency.prisma.outbox.deleteMany();
  await agency.prisma.outboxPlace.deleteMany();
  await agency.prisma.outboxRefused.deleteMany();
});

describe('a contribution that the index will not have', () => {
  it('is set aside, whatever it is, and what comes before and after goes on', async () => {
    const foreign = aRecord().id;
    await contribute(index.database, 'ICE', [
      { sequence: 1n, op: 'UPSERT', type: 'RECORD', id: foreign, pointer: READABLE },
    ]);
    const guessable = '00000000-0000-1000-8000-000000000001';
    const [before, unread, after] = [aRecord(), aRecord(), aRecord()];
    await saveRecord(agency.store, before);
    await write(guessable, READABLE);
    await write(foreign, READABLE);
    await write(unread.id, UNREADABLE);
    await saveRecord(agency.store, after);
    relay();
    await told();
    expect(await found()).toEqual([before.id, after.id].sort());
    expect(refused).toEqual([
      { receiver: 'index', type: 'RECORD', id: guessable, code: 'BAD_CONTRIBUTION' },
      { receiver: 'index', type: 'RECORD', id: foreign, code: 'FOREIGN_POINTER' },
      { receiver: 'index', type: 'RECORD', id: unread.id, code: 'BAD_CONTRIBUTION' },
    ]);
    expect((await setAside()).map(({ id }) => id).sort()).toEqual([guessable, foreign, unread.id].sort());
    expect(await refusalsOf(agency.store)).toEqual([
      { receiver: 'index', code: 'BAD_CONTRIBUTION' },
      { receiver: 'index', code: 'FOREIGN_POINTER' },
    ]);
    expect(await index.database.pointer.count({ where: { originator: 'ICE' } })).toBe(1);
  });

  it('is found among others by a receiver that does not tell which it is', async () => {
    const records = Array.from({ length: 9 }, () => aRecord());
    for (const { id } of records) await write(id, READABLE);
    const bad = [records[2]!.id, records[7]!.id];
    const receiver = testIndex();
    const send: Receiver['send'] = (batch, signal) => {
      const isBad = batch.entries.some(({ id, op }) => op === 'UPSERT' && bad.includes(id));
      return isBad
        ? Promise.reject(new ContributionRefused('deconfliction', 400, 'BAD_CONTRIBUTION'))
        : receiver.send(batch, signal);
    };
    relay([indexReceiver(send)]);
    await told();
    expect(receiver.taken.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    expect(receiver.taken.filter(({ op }) => op === 'WITHDRAW').map(({ id }) => id)).toEqual(bad);
    expect((await setAside()).map(({ id }) => id).sort()).toEqual([...bad].sort());
  });

  it('is over when a later one of the same object is taken in', async () => {
    const record = aRecord();
    await write(record.id, UNREADABLE);
    relay();
    await told();
    expect(await setAside()).toEqual([{ id: record.id, code: 'BAD_CONTRIBUTION', op: 'UPSERT' }]);
    await saveRecord(agency.store, record);
    await told();
    expect([await found(), await setAside()]).toEqual([[record.id], []]);
  });

  it('is over at once when the later one is told with it', async () => {
    const [record, worse] = [aRecord(), aRecord()];
    await write(record.id, UNREADABLE);
    await saveRecord(agency.store, record);
    await saveRecord(agency.store, worse);
    await write(worse.id, UNREADABLE);
    relay();
    await told();
    expect([await found(), await setAside()]).toEqual([
      [record.id],
      [{ id: worse.id, code: 'BAD_CONTRIBUTION', op: 'UPSERT' }],
    ]);
  });

  it('does not keep what it was: somebody may have been erased from it', async () => {
    const record = aRecord();
    await saveRecord(agency.store, record);
    relay();
    await until(async () => (await found()).length === 1);
    await write(record.id, UNREADABLE);
    await told();
    expect([await found(), await setAside()]).toEqual([
      [],
      [{ id: record.id, code: 'BAD_CONTRIBUTION', op: 'UPSERT' }],
    ]);
  });

  it('holds up no withdrawal, and is forgotten with what is withdrawn', async () => {
    const [gone, other] = [aRecord(), aRecord()];
    for (const record of [gone, other]) await saveRecord(agency.store, record);
    relay();
    await until(async () => (await found()).length === 2);
    await write(gone.id, UNREADABLE);
    await withdrawRecord(agency.store, other.id);
    await withdrawRecord(agency.store, gone.id);
    await told();
    expect([await found(), await setAside()]).toEqual([[], []]);
  });

  it('is told of anew when that is asked for: as it is now, and set aside again when it is no better', async () => {
    const [mended, worse] = [aRecord(), aRecord()];
    await saveRecord(agency.store, mended);
    await agency.prisma.outbox.deleteMany();
    await write(mended.id, UNREADABLE);
    await contribute(index.database, 'ICE', [
      { sequence: 9n, op: 'UPSERT', type: 'RECORD', id: worse.id, pointer: READABLE },
    ]);
    await saveRecord(agency.store, worse);
    relay();
    await until(() => refused.length === 2);
    expect(await retryRefused(agency.store)).toBe(2);
    await until(() => refused.length === 3);
    await told();
    expect([await found(), await setAside()]).toEqual([
      [mended.id],
      [{ id: worse.id, code: 'FOREIGN_POINTER', op: 'UPSERT' }],
    ]);
  });

  it('is not lost when it is killed while it is set aside', async () => {
    const record = aRecord();
    await write(record.id, UNREADABLE);
    const send = toIndex().send;
    let calls = 0;
    const breaking = indexReceiver(async (batch, signal) => {
      if (++calls === 2) await breakConnections();
      return send(batch, signal);
    });
    relay([breaking]);
    await told();
    expect((await setAside()).map(({ id }) => id)).toEqual([record.id]);
  });
});

describe('a call that is refused', () => {
  it.each([
    ['ASSERTION_INVALID', 401],
    ['SUBGRAPH_BUSY', 503],
    ['REQUEST_TOO_LARGE', 413],
    ['UNDECLARED', 400],
  ])('as a whole waits, and is made again: %s', async (code, status) => {
    const receiver = testIndex(
      ...Array.from({ length: 3 }, () => ({
        before: () => Promise.reject(new ContributionRefused('index', status, code)),
      })),
    );
    const record = aRecord();
    await saveRecord(agency.store, record);
    relay([indexReceiver(receiver.send)]);
    await told();
    expect(receiver.taken.map(({ id }) => id)).toEqual([record.id]);
    expect([receiver.batches.length, await setAside()]).toEqual([4, []]);
  });

  it('because it is too large is made of less', async () => {
    const index = testIndex();
    const sizes: number[] = [];
    const send: Receiver['send'] = (batch, signal) => {
      sizes.push(batch.entries.length);
      if (batch.entries.length > 3) throw new ContributionRefused('index', 413, 'REQUEST_TOO_LARGE');
      return index.send(batch, signal);
    };
    const contacts = Array.from({ length: 8 }, () => aContact());
    for (const one of contacts) await saveContact(agency.store, one);
    relay([indexReceiver(send)], 8);
    await told();
    expect(index.taken.map(({ id }) => id)).toEqual(contacts.map(({ id }) => id));
    expect(sizes.slice(0, 3)).toEqual([8, 4, 2]);
  });
});

describe('a receiver', () => {
  const aCase = () => agency.prisma.$queryRaw<[{ id: string }]>`INSERT INTO outbox (op, type, id)
    VALUES ('WITHDRAW', 'CASE', gen_random_uuid()) RETURNING id::text`;

  it('waits for no other: each has its own place, and what both have is gone', async () => {
    const [one, other] = [testIndex(), testIndex()];
    let isAway = true;
    const away: Receiver['send'] = (batch, signal) =>
      isAway ? Promise.reject(new Error('nobody listens')) : other.send(batch, signal);
    const [{ id }] = await aCase();
    await saveContact(agency.store, aContact());
    relay([indexReceiver(one.send), deconflictionReceiver(away)]);
    await until(() => one.taken.length === 2);
    await until(async () => (await agency.prisma.outbox.count()) === 1);
    isAway = false;
    await told();
    expect(other.taken.map((entry) => entry.id)).toEqual([id]);
  });

  it('that joins others is told of everything', async () => {
    const [one, joined] = [testIndex(), testIndex()];
    relay([indexReceiver(one.send)]);
    await aCase();
    await told();
    await Promise.all(running.splice(0).map((before) => before.stop()));
    await agency.prisma.contributed.create({ data: { epoch: 1, type: 'LIAISON_CONTACT', finishedAt: new Date() } });
    relay([indexReceiver(one.send), deconflictionReceiver(joined.send)]);
    const progress = () => agency.prisma.contributed.findFirst();
    await until(async () => (await progress())?.finishedAt === null);
    expect(await progress()).toMatchObject({ type: 'RECORD', lastId: null });
  });

  it('that there no longer is has nothing kept for it', async () => {
    const index = testIndex();
    const nobody: Receiver['send'] = () => Promise.reject(new Error('nobody listens'));
    relay([indexReceiver(index.send), deconflictionReceiver(nobody)]);
    await aCase();
    await until(() => index.taken.length === 1);
    await Promise.all(running.splice(0).map((before) => before.stop()));
    expect(await agency.prisma.outbox.count()).toBe(1);
    relay([indexReceiver(index.send)]);
    await told();
  });
});

/** Ends the connections of every relay from the outside, as a crash or a broken network does. */
async function breakConnections(): Promise<void> {
  await agency.prisma.$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
      WHERE application_name = 'concordat relay' AND datname = current_database()`;
}
