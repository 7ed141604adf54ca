import type { Prisma, PrismaClient, SubjectKind } from '../prisma/generated/client.ts';
import { groupRow } from '../rows/group.ts';
import { organizationRow } from '../rows/organization.ts';
import { personRow } from '../rows/person.ts';
import type { StoredOf } from '../rows/stored.ts';
import { directorRows, groupMemberRows } from './links.ts';

/** Stores a person as it now is, new or changed. The index holds nothing of persons. */
export function savePerson(prisma: PrismaClient, person: StoredOf<'Person'>): Promise<void> {
  return prisma.$transaction(async (tx) => {
    await saveSubject(tx, person.id, 'PERSON');
    const row = personRow(person);
    await tx.person.upsert({ where: { id: person.id }, create: row, update: row });
  });
}

/** Stores a group as it now is, new or changed, with its members. The index holds nothing of groups. */
export function saveGroup(prisma: PrismaClient, group: StoredOf<'Group'>): Promise<void> {
  return prisma.$transaction(async (tx) => {
    await saveSubject(tx, group.id, 'GROUP');
    const row = groupRow(group);
    await tx.group.upsert({ where: { id: group.id }, create: row, update: row });
    await tx.groupMember.deleteMany({ where: { groupId: group.id } });
    await tx.groupMember.createMany({ data: groupMemberRows([group]) });
  });
}

/** Stores an organization as it now is, new or changed, with its directors. The index holds nothing of organizations. */
export function saveOrganization(prisma: PrismaClient, organization: StoredOf<'Organization'>): Promise<void> {
  return prisma.$transaction(async (tx) => {
    await saveSubject(tx, organization.id, 'ORGANIZATION');
    const row = organizationRow(organization);
    await tx.organization.upsert({ where: { id: organization.id }, create: row, update: row });
    await tx.organizationDirector.deleteMany({ where: { organizationId: organization.id } });
    await tx.organizationDirector.createMany({ data: directorRows([organization]) });
  });
}

/** Takes a person, a group or an organization out of the database, and out of every record and case. */
export async function removeSubject(prisma: PrismaClient, id: string): Promise<boolean> {
  const { count } = await prisma.subject.deleteMany({ where: { id } });
  return count > 0;
}

async function saveSubject(tx: Prisma.TransactionClient, id: string, kind: SubjectKind): Promise<void> {
  await tx.subject.upsert({ where: { id }, create: { id, kind }, update: {} });
}
