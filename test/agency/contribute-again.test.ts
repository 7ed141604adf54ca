import type { PointerBody } from '../../subgraphs/agency/outbox/entry.ts';
import { loadStored } from '../../subgraphs/agency/outbox/stored.ts';
import { pointerOf } from '../../subgraphs/agency/outbox/pointer.ts';
import { loadSubjects } from '../../subgraphs/agency/outbox/subjects.ts';
import {
  beginContributing,
  contributeAllAgain,
  contributeSome,
  hasContributedAll,
} from '../../subgraphs/agency/store/contribute-again.ts';
import { importEntities } from '../../subgraphs/agency/store/import.ts';
import { keepContributed } from '../../subgraphs/agency/store/keep-contributed.ts';
import { savePerson } from '../../subgraphs/agency/store/save-subjects.ts';
import { saveCase, saveRecord } from '../../subgraphs/agency/store/save.ts';
import { withdrawCase, withdrawRecord } from '../../subgraphs/agency/store/withdraw.ts';
import { blindingKeys, useAgencyDatabase } from './agency-under-test.ts';
import { until } from './index-under-test.ts';
import { aCase, aContact, aPerson, aRecord } from './samples.ts';

const database = useAgencyDatabase();

/** What an index that took in everything so far holds; it has forgotten what it was told of by then. */
async function index(holding = new Map<string, PointerBody>()) {
  const entries = await database.prisma.outbox.findMany({ orderBy: { sequence: 'asc' } });
  for (const { id, op, pointer } of entries) {
    if (op === 'WITHDRAW') holding.delete(id);
    else holding.set(id, pointer as unknown as PointerBody);
  }
  await database.prisma.outbox.deleteMany();
  return holding;
}

const idOf = ({ id }: { readonly id: string }) => id;
const every = { select: { id: true } };

/** What an index that has everything holds. */
async function everything() {
  const stored = await loadStored(database.prisma, {
    records: (await database.prisma.record.findMany(every)).map(idOf),
    cases: (await database.prisma.case.findMany(every)).map(idOf),
    contacts: (await database.prisma.liaisonContact.findMany(every)).map(idOf),
  });
  const subjects = await loadSubjects(database.prisma, (await database.prisma.subject.findMany(every)).map(idOf));
  const pointers = stored.map((entity) => pointerOf(entity, subjects, database.keys));
  return new Map(pointers.map(({ type: _type, id, ...body }) => [id, body]));
}

async function contributeTheRest(): Promise<void> {
  while (await contributeSome(database.store));
}

beforeEach(() => beginContributing(database.store));

afterEach(async () => {
  for (const table of ['outbox', 'contributed', 'Record', 'Case', 'LiaisonContact', 'Subject'])
    await database.prisma.$executeRawUnsafe(`DELETE FROM "${table}"`);
  database.keys = blindingKeys(1);
});

it('has told the index of everything as it came, and tells nothing again', async () => {
  const persons = [aPerson(), aPerson()];
  await importEntities(database.store, [aContact(), ...persons, aRecord({ subjectIds: persons.map(idOf) })]);
  expect(await hasContributedAll(database.store)).toBe(true);
  expect(await contributeSome(database.store)).toBe(false);
  expect(await index()).toEqual(await everything());
});

it('loses nothing when the epoch changes while other changes go on', async () => {
  const persons = Array.from({ length: 12 }, () => aPerson());
  const cases = Array.from({ length: 60 }, (_, at) => aCase({ subjectIds: [persons[at % 12]!.id] }));
  const records = Array.from({ length: 450 }, (_, at) => aRecord({ subjectIds: [persons[at % 12]!.id] }));
  await importEntities(database.store, [aContact(), ...persons, ...cases, ...records]);
  const holding = await index();

  database.keys = blindingKeys(2);
  const changes = records.slice(0, 12).map((record, at) => async () => {
    await saveRecord(database.store, { ...record, office: `office ${at}` });
    await withdrawRecord(database.store, records[at + 100]!.id);
    if (at % 5 === 0) await savePerson(database.store, { ...persons[at]!, minor: true });
    await saveCase(database.store, aCase({ subjectIds: [persons[at]!.id] }));
    await withdrawCase(database.store, cases[at]!.id);
  });
  await Promise.all([contributeTheRest(), inTurn(changes.slice(0, 6)), inTurn(changes.slice(6))]);

  const held = await index(holding);
  expect(held.size).toBe(451 - 12 + 60);
  expect(held).toEqual(await everything());
  const epochs = [...held.values()].flatMap(({ epoch }) => epoch ?? []);
  expect(new Set(epochs)).toEqual(new Set([2]));
  expect(await hasContributedAll(database.store)).toBe(true);
});

it('goes on where it was interrupted, and tells of each object once', async () => {
  await importEntities(database.store, [aContact(), ...Array.from({ length: 250 }, () => aRecord()), aCase()]);
  await index();
  await contributeAllAgain(database.store);
  expect(await hasContributedAll(database.store)).toBe(false);
  expect(await contributeSome(database.store)).toBe(true);
  await contributeTheRest();
  expect(await database.prisma.outbox.count()).toBe(252);
  expect(await index()).toEqual(await everything());
});

it('begins anew when the keys change before it has come to the end', async () => {
  await importEntities(
    database.store,
    Array.from({ length: 250 }, () => aRecord()),
  );
  database.keys = blindingKeys(2);
  await contributeSome(database.store);
  database.keys = blindingKeys(3);
  await contributeTheRest();
  expect([...(await index()).values()].filter(({ epoch }) => epoch !== 3)).toEqual([]);
});

it('is not done while another process tells under keys that it has still', async () => {
  const record = aRecord();
  await importEntities(database.store, [record, aRecord()]);
  database.keys = blindingKeys(2);
  await contributeTheRest();
  expect(await hasContributedAll(database.store)).toBe(true);
  await saveRecord({ prisma: database.prisma, blinding: () => blindingKeys(1) }, record);
  expect(await hasContributedAll(database.store)).toBe(false);
  await contributeTheRest();
  expect(await index()).toEqual(await everything());
});

it('contributes selectors once there are keys', async () => {
  await database.prisma.contributed.deleteMany();
  database.keys = undefined;
  await beginContributing(database.store);
  await importEntities(database.store, [aRecord()]);
  expect([...(await index()).values()][0]).not.toHaveProperty('selectors');
  database.keys = blindingKeys(1);
  await contributeTheRest();
  expect([...(await index()).values()]).toMatchObject([{ epoch: 1, selectors: [{ source: 18 }, { source: 18 }] }]);
});

describe('in the background', () => {
  it('tells everything of a database from before, and again after each change of the epoch', async () => {
    await importEntities(database.store, [aContact(), aRecord(), aCase()]);
    await database.prisma.contributed.deleteMany();
    await index();
    const trouble: unknown[] = [];
    const keeping = keepContributed(database.store, {
      onTrouble: (error) => trouble.push(error),
      lookMilliseconds: 20,
    });
    try {
      await until(() => hasContributedAll(database.store));
      expect(await index()).toEqual(await everything());
      database.keys = blindingKeys(2);
      await until(() => hasContributedAll(database.store));
      expect(await index()).toEqual(await everything());
    } finally {
      await keeping.stop();
    }
    expect(trouble).toEqual([]);
  });

  it('waits while much waits to be sent, and goes on after an error', async () => {
    await importEntities(
      database.store,
      Array.from({ length: 1000 }, () => aContact()),
    );
    await contributeAllAgain(database.store);
    await database.prisma.$executeRaw`ALTER TABLE contributed RENAME TO elsewhere`;
    const trouble: unknown[] = [];
    const keeping = keepContributed(database.store, {
      onTrouble: (error) => trouble.push(error),
      lookMilliseconds: 20,
    });
    try {
      await until(() => trouble.length > 0);
      await database.prisma.$executeRaw`ALTER TABLE elsewhere RENAME TO contributed`;
      await until(async () => (await database.prisma.contributed.count()) === 1);
      expect(await database.prisma.outbox.count()).toBe(1000);
      const holding = await index();
      await until(async () => (await index(holding)) && (await hasContributedAll(database.store)));
      expect(await index(holding)).toEqual(await everything());
    } finally {
      await keeping.stop();
    }
  });
});

async function inTurn(actions: readonly (() => Promise<void>)[]): Promise<void> {
  for (const action of actions) await action();
}
