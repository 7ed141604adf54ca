import type { Prisma } from '../prisma/generated/client.ts';
import { caseRow } from '../rows/case.ts';
import { groupRow } from '../rows/group.ts';
import { liaisonContactRow } from '../rows/liaison-contact.ts';
import { organizationRow } from '../rows/organization.ts';
import { personRow } from '../rows/person.ts';
import { recordRow } from '../rows/record.ts';
import type { StoredOf } from '../rows/stored.ts';
import { caseSubjectRows, directorRows, groupMemberRows, recordSubjectRows } from './links.ts';

/*
 * Each inserts what is not there yet, and returns that: an import that was interrupted can be run again.
 */

type Tx = Prisma.TransactionClient;

/** Of the rows inserted, the ids. */
const NEW = { skipDuplicates: true, select: { id: true } } as const;

export async function insertContacts(tx: Tx, contacts: readonly StoredOf<'LiaisonContact'>[]) {
  return those(
    contacts,
    await tx.liaisonContact.createManyAndReturn({ ...NEW, data: contacts.map(liaisonContactRow) }),
  );
}

export async function insertPersons(tx: Tx, persons: readonly StoredOf<'Person'>[]) {
  await insertSubjects(tx, persons, 'PERSON');
  await tx.person.createMany({ skipDuplicates: true, data: persons.map(personRow) });
}

export async function insertGroups(tx: Tx, groups: readonly StoredOf<'Group'>[]) {
  await insertSubjects(tx, groups, 'GROUP');
  const inserted = those(groups, await tx.group.createManyAndReturn({ ...NEW, data: groups.map(groupRow) }));
  await tx.groupMember.createMany({ data: groupMemberRows(inserted) });
}

export async function insertOrganizations(tx: Tx, organizations: readonly StoredOf<'Organization'>[]) {
  await insertSubjects(tx, organizations, 'ORGANIZATION');
  const rows = organizations.map(organizationRow);
  const inserted = those(organizations, await tx.organization.createManyAndReturn({ ...NEW, data: rows }));
  await tx.organizationDirector.createMany({ data: directorRows(inserted) });
}

export async function insertCases(tx: Tx, cases: readonly StoredOf<'Case'>[]) {
  const inserted = those(cases, await tx.case.createManyAndReturn({ ...NEW, data: cases.map(caseRow) }));
  await tx.caseSubject.createMany({ data: caseSubjectRows(inserted) });
  return inserted;
}

export async function insertRecords(tx: Tx, records: readonly StoredOf<'Record'>[]) {
  const inserted = those(records, await tx.record.createManyAndReturn({ ...NEW, data: records.map(recordRow) }));
  await tx.recordSubject.createMany({ data: recordSubjectRows(inserted) });
  return inserted;
}

async function insertSubjects(tx: Tx, subjects: readonly { id: string }[], kind: 'PERSON' | 'GROUP' | 'ORGANIZATION') {
  await tx.subject.createMany({ skipDuplicates: true, data: subjects.map(({ id }) => ({ id, kind })) });
}

function those<T extends { readonly id: string }>(entities: readonly T[], rows: readonly { id: string }[]): T[] {
  const ids = new Set(rows.map(({ id }) => id));
  return entities.filter(({ id }) => ids.has(id));
}
