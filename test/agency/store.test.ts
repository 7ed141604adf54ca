import { randomUUID } from 'node:crypto';
import type { PointerBody } from '../../subgraphs/agency/outbox/entry.ts';
import { importEntities } from '../../subgraphs/agency/store/import.ts';
import { removeSubject, saveGroup, saveOrganization, savePerson } from '../../subgraphs/agency/store/save-subjects.ts';
import { saveCase, saveContact, saveRecord } from '../../subgraphs/agency/store/save.ts';
import { withdrawCase, withdrawContact, withdrawRecord } from '../../subgraphs/agency/store/withdraw.ts';
import { agencyContext } from '../../subgraphs/agency/context.ts';
import { agency } from './parties.ts';
import { blindingKeys, useAgencyDatabase } from './agency-under-test.ts';
import { aCase, aContact, aGroup, aPerson, aRecord, anOrganization } from './samples.ts';

const database = useAgencyDatabase();
const now = () => agencyContext(database.prisma, agency('DEA'));

/** What the index will be told, oldest first; and forgets it. */
async function told() {
  const entries = await database.prisma.outbox.findMany({ orderBy: { sequence: 'asc' } });
  await database.prisma.outbox.deleteMany();
  return entries.map(({ op, type, id, pointer }) => ({ op, type, id, pointer }));
}

type Told = Awaited<ReturnType<typeof told>>[number] | undefined;

const bodyOf = (entry: Told) => entry?.pointer as unknown as Required<PointerBody>;
const subjectsOf = (entry: Told) => bodyOf(entry).subjects;
const blindsOf = (entry: Told) => bodyOf(entry).selectors.map(({ source, blind }) => `${source} ${blind}`);

afterEach(told);

describe('an import', () => {
  it('tells the index of contacts, cases and records, and of nobody else', async () => {
    const [contact, person] = [aContact(), aPerson()];
    const matter = aCase({ subjectIds: [person.id] });
    const record = aRecord({ caseId: matter.id, contactId: contact.id, subjectIds: [person.id] });
    expect(await importEntities(database.store, [contact, person, matter, record])).toBe(4);
    expect((await told()).map(({ op, type, id }) => [op, type, id])).toEqual([
      ['UPSERT', 'LIAISON_CONTACT', contact.id],
      ['UPSERT', 'CASE', matter.id],
      ['UPSERT', 'RECORD', record.id],
    ]);
  });

  it('can be run again: what is there stays as it is, and is not told again', async () => {
    const [person, other] = [aPerson(), aPerson()];
    const record = aRecord({ subjectIds: [person.id] });
    await importEntities(database.store, [person, record]);
    await saveRecord(database.store, { ...record, title: 'Edited', subjectIds: [] });
    await told();
    const more = aRecord({ subjectIds: [other.id] });
    await importEntities(database.store, [person, record, other, more]);
    expect((await told()).map(({ id }) => id)).toEqual([more.id]);
    expect((await now().entities.Record.load(record.id))?.title).toBe('Edited');
    expect(await now().links.recordSubjects.load(record.id)).toEqual([]);
  });

  it('leaves nothing of a transaction that fails, and tells nothing', async () => {
    const contact = aContact();
    const dangling = aRecord({ caseId: randomUUID() });
    await expect(importEntities(database.store, [contact, dangling])).rejects.toThrow();
    expect(await now().entities.LiaisonContact.load(contact.id)).toBeNull();
    expect(await told()).toEqual([]);
  });

  it('takes any number of entities', async () => {
    const all = Array.from({ length: 2500 }, () => aContact());
    expect(await importEntities(database.store, all)).toBe(2500);
    expect((await told()).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });
});

describe('saving', () => {
  it('stores what an import stores', async () => {
    const contact = aContact();
    const matter = aCase({ contactId: contact.id, closedOn: '2011-02-03' });
    const record = aRecord({ caseId: matter.id, contactId: contact.id, own: { substance: 'heroin' } });
    const all = [contact, aPerson(), aGroup(), anOrganization(), matter, record] as const;
    const stored = () => Promise.all(all.map(({ type, id }) => now().entities[type].load(id)));
    await importEntities(database.store, all);
    const imported = await stored();
    expect(imported).not.toContain(null);
    await saveContact(database.store, contact);
    await savePerson(database.store, all[1]);
    await saveGroup(database.store, all[2]);
    await saveOrganization(database.store, all[3]);
    await saveCase(database.store, matter);
    await saveRecord(database.store, record);
    expect(await stored()).toEqual(imported);
  });

  it('stores a record anew, with its links, and tells the index', async () => {
    const [one, other] = [aPerson(), aPerson()];
    await Promise.all([one, other].map((person) => savePerson(database.store, person)));
    const record = aRecord({ subjectIds: [one.id, other.id] });
    await saveRecord(database.store, record);
    await saveRecord(database.store, {
      ...record,
      subjectIds: [other.id],
      investigation: null,
      occurredOn: null,
      handling: {
        releasableTo: [],
        notReleasableTo: ['FBI'],
        originatorConsent: true,
        notAsEvidence: false,
        codes: [],
      },
    });
    expect(await now().entities.Record.load(record.id)).toMatchObject({ investigation: null, occurredOn: null });
    expect((await now().links.recordSubjects.load(record.id)).map(({ id }) => id)).toEqual([other.id]);
    const [first, second] = await told();
    expect(first).toMatchObject({ op: 'UPSERT', type: 'RECORD', pointer: { labels: { originatorConsent: false } } });
    expect(second).toMatchObject({ pointer: { labels: { originatorConsent: true, notReleasableTo: ['FBI'] } } });
    expect(second).not.toHaveProperty('pointer.labels.occurredOn');
  });

  it('stores cases and contacts, and tells the index', async () => {
    const contact = aContact();
    const matter = aCase({ contactId: contact.id });
    await saveContact(database.store, contact);
    await saveCase(database.store, matter);
    await saveCase(database.store, { ...matter, status: 'CLOSED', closedOn: '2011-02-03' });
    await saveContact(database.store, { ...contact, onCall: false });
    expect(await told()).toMatchObject([
      { id: contact.id, pointer: { labels: { onCall: true } } },
      { id: matter.id, pointer: { contactId: contact.id, labels: { status: 'OPEN' } } },
      { id: matter.id, pointer: { labels: { status: 'CLOSED', closedOn: '2011-02-03' } } },
      { id: contact.id, pointer: { labels: { onCall: false } } },
    ]);
  });

  it('stores subjects, of which the index is told nothing while nothing names them', async () => {
    const person = aPerson();
    const group = aGroup({ memberIds: [person.id] });
    const organization = anOrganization({ directorIds: [person.id] });
    await savePerson(database.store, person);
    await saveGroup(database.store, group);
    await saveOrganization(database.store, organization);
    await savePerson(database.store, { ...person, placeOfBirth: null });
    await saveGroup(database.store, { ...group, memberIds: [] });
    expect((await now().entities.Person.load(person.id))?.placeOfBirth).toBeNull();
    expect(await now().links.groupMembers.load(group.id)).toEqual([]);
    expect(await now().links.organizationDirectors.load(organization.id)).toEqual([person.id]);
    expect(await told()).toEqual([]);
  });

  it('tells the index of a record or a case by whom it is about, and anew whenever one of them changes', async () => {
    const person = aPerson({ phones: ['+12025550143'] });
    const [group, organization] = [aGroup(), anOrganization()];
    const matter = aCase({ subjectIds: [group.id, person.id] });
    const record = aRecord({ subjectIds: [person.id, organization.id] });
    await importEntities(database.store, [person, group, organization, matter, record, aRecord()]);
    const [ofMatter, ofRecord] = await told();
    expect(subjectsOf(ofMatter)).toMatchObject([{ type: 'GROUP' }, { id: person.id, type: 'PERSON' }]);
    expect(subjectsOf(ofRecord)).toMatchObject([
      { id: person.id, labels: { dataSubjectCategory: 'SUSPECT', minor: false } },
      { id: organization.id, type: 'ORGANIZATION' },
    ]);
    await savePerson(database.store, { ...person, phones: [], minor: true });
    const [recordAnew, matterAnew, ...others] = await told();
    expect(others).toEqual([]);
    expect([recordAnew?.id, matterAnew?.id]).toEqual([record.id, matter.id]);
    expect(subjectsOf(recordAnew)).toMatchObject([{ labels: { minor: true } }, { id: organization.id }]);
    expect(blindsOf(ofRecord)).toEqual(expect.arrayContaining(blindsOf(recordAnew)));
    expect(blindsOf(recordAnew).length).toBeLessThan(blindsOf(ofRecord).length);
    await saveGroup(database.store, { ...group, names: ['Renamed'] });
    await saveOrganization(database.store, { ...organization, names: [] });
    expect((await told()).map(({ id }) => id)).toEqual([matter.id, record.id]);
  });

  it('tells no selectors without keys, and with keys of which epoch they are', async () => {
    const person = aPerson();
    const record = aRecord({ subjectIds: [person.id] });
    await savePerson(database.store, person);
    database.keys = undefined;
    await saveRecord(database.store, record);
    database.keys = blindingKeys(3);
    await savePerson(database.store, person);
    database.keys = blindingKeys(1);
    const [without, with3] = await told();
    expect(Object.keys(without?.pointer as object)).toEqual(['labels', 'contactId']);
    expect(with3).toMatchObject({ pointer: { epoch: 3 } });
    expect(blindsOf(with3).length).toBeGreaterThan(5);
  });

  it('has the last word in the index with what changed last, when a record and a person in it change at once', async () => {
    const person = aPerson({ minor: false });
    const records = Array.from({ length: 8 }, () => aRecord({ subjectIds: [person.id], office: 'before' }));
    await importEntities(database.store, [person, ...records]);
    await Promise.all([
      ...records.slice(0, 4).map((record) => saveRecord(database.store, { ...record, office: 'after' })),
      savePerson(database.store, { ...person, minor: true }),
      ...records.slice(4).map((record) => saveRecord(database.store, { ...record, office: 'after' })),
    ]);
    const last = new Map((await told()).map((entry) => [entry.id, entry]));
    for (const { id } of records) {
      expect(last.get(id)).toMatchObject({ pointer: { labels: { office: 'after' } } });
      expect(subjectsOf(last.get(id))).toMatchObject([{ labels: { minor: true } }]);
    }
  });

  it('stores nothing of what it cannot tell', async () => {
    const record = aRecord();
    await database.prisma.$executeRaw`ALTER TABLE outbox ADD CONSTRAINT closed CHECK (false) NOT VALID`;
    await expect(saveRecord(database.store, record)).rejects.toThrow();
    await database.prisma.$executeRaw`ALTER TABLE outbox DROP CONSTRAINT closed`;
    expect(await now().entities.Record.load(record.id)).toBeNull();
  });
});

describe('withdrawing', () => {
  it('takes records and cases away, and tells the index once', async () => {
    const matter = aCase();
    const record = aRecord({ caseId: matter.id });
    await importEntities(database.store, [matter, record]);
    await told();
    expect(await withdrawCase(database.store, matter.id)).toBe(true);
    expect((await now().entities.Record.load(record.id))?.caseId).toBeNull();
    expect(await withdrawRecord(database.store, record.id)).toBe(true);
    expect(await withdrawRecord(database.store, record.id)).toBe(false);
    expect(await told()).toEqual([
      { op: 'WITHDRAW', type: 'CASE', id: matter.id, pointer: null },
      { op: 'WITHDRAW', type: 'RECORD', id: record.id, pointer: null },
    ]);
    expect(await now().entities.Record.load(record.id)).toBeNull();
  });

  it('takes a contact away from what names it, and tells the index of that too', async () => {
    const contact = aContact();
    const matter = aCase({ contactId: contact.id });
    const record = aRecord({ contactId: contact.id, caseId: matter.id });
    const apart = aRecord();
    await importEntities(database.store, [contact, matter, record, apart]);
    const before = await told();
    expect(await withdrawContact(database.store, contact.id)).toBe(true);
    expect(await withdrawContact(database.store, contact.id)).toBe(false);
    const [toldOfRecord, toldOfCase, withdrawal, ...rest] = await told();
    const pointerOf = (id: string) => before.find((entry) => entry.id === id)?.pointer;
    expect(toldOfRecord).toEqual({
      op: 'UPSERT',
      type: 'RECORD',
      id: record.id,
      pointer: { ...(pointerOf(record.id) as object), contactId: null },
    });
    expect(toldOfCase).toMatchObject({ id: matter.id, pointer: { contactId: null } });
    expect(withdrawal).toMatchObject({ op: 'WITHDRAW', id: contact.id });
    expect(rest).toEqual([]);
  });

  it('takes a subject out of every record and case, and tells the index of those', async () => {
    const [one, other] = [aPerson(), aPerson()];
    const record = aRecord({ subjectIds: [one.id, other.id] });
    const matter = aCase({ subjectIds: [one.id] });
    await importEntities(database.store, [one, other, record, matter, aRecord({ subjectIds: [other.id] })]);
    await told();
    expect(await removeSubject(database.store, one.id)).toBe(true);
    expect((await now().links.recordSubjects.load(record.id)).map(({ id }) => id)).toEqual([other.id]);
    expect(await now().entities.Person.load(one.id)).toBeNull();
    const [ofRecord, ofMatter, ...others] = await told();
    expect(subjectsOf(ofRecord)).toMatchObject([{ id: other.id }]);
    expect(ofMatter).toMatchObject({ id: matter.id, pointer: { subjects: [], selectors: [] } });
    expect(others).toEqual([]);
    expect(await removeSubject(database.store, one.id)).toBe(false);
  });
});
