import { holdOutbox } from '../outbox/write.ts';
import { tellStored } from '../outbox/tell.ts';
import type { Prisma, SubjectKind } from '../prisma/generated/client.ts';
import { groupRow } from '../rows/group.ts';
import { organizationRow } from '../rows/organization.ts';
import { personRow } from '../rows/person.ts';
import type { StoredOf } from '../rows/stored.ts';
import type { AgencyStore } from './agency-store.ts';
import { directorRows, groupMemberRows } from './links.ts';
import { naming } from './naming.ts';

type Tx = Prisma.TransactionClient;

/** Stores a person as it now is, new or changed, and tells the index of every record and case that names it. */
export function savePerson(store: AgencyStore, person: StoredOf<'Person'>): Promise<void> {
  return savedAndTold(store, person.id, 'PERSON', async (tx) => {
    const row = personRow(person);
    await tx.person.upsert({ where: { id: person.id }, create: row, update: row });
  });
}

/** Stores a group as it now is, new or changed, with its members, and tells the index of what names it. */
export function saveGroup(store: AgencyStore, group: StoredOf<'Group'>): Promise<void> {
  return savedAndTold(store, group.id, 'GROUP', async (tx) => {
    const row = groupRow(group);
    await tx.group.upsert({ where: { id: group.id }, create: row, update: row });
    await tx.groupMember.deleteMany({ where: { groupId: group.id } });
    await tx.groupMember.createMany({ data: groupMemberRows([group]) });
  });
}

/** Stores an organization as it now is, new or changed, with its directors, and tells the index of what names it. */
export function saveOrganization(store: AgencyStore, organization: StoredOf<'Organization'>): Promise<void> {
  return savedAndTold(store, organization.id, 'ORGANIZATION', async (tx) => {
    const row = organizationRow(organization);
    await tx.organization.upsert({ where: { id: organization.id }, create: row, update: row });
    await tx.organizationDirector.deleteMany({ where: { organizationId: organization.id } });
    await tx.organizationDirector.createMany({ data: directorRows([organization]) });
  });
}

/**
 * Takes a person, a group or an organization out of the database, and out of every record and case, of which the index
 * is told. False: it was not there.
 */
export function removeSubject({ prisma, blinding }: AgencyStore, id: string): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    // From here nobody can name it.
    await tx.$queryRaw`SELECT 1 FROM "Subject" WHERE id = ${id}::uuid FOR UPDATE`;
    const stored = await naming(tx, id);
    const { count } = await tx.subject.deleteMany({ where: { id } });
    await tellStored(tx, blinding, stored);
    return count > 0;
  });
}

function savedAndTold(
  { prisma, blinding }: AgencyStore,
  id: string,
  kind: SubjectKind,
  save: (tx: Tx) => Promise<void>,
): Promise<void> {
  return prisma.$transaction(async (tx) => {
    await tx.subject.upsert({ where: { id }, create: { id, kind }, update: {} });
    await save(tx);
    // What comes to name it meanwhile is told of after this, and finds the subject as it is now.
    await holdOutbox(tx);
    await tellStored(tx, blinding, await naming(tx, id));
  });
}
