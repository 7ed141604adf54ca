import type { Prisma } from '../prisma/generated/client.ts';
import { caseRow } from '../rows/case.ts';
import { groupRow } from '../rows/group.ts';
import { liaisonContactRow } from '../rows/liaison-contact.ts';
import { organizationRow } from '../rows/organization.ts';
import { personRow } from '../rows/person.ts';
import { recordRow } from '../rows/record.ts';
import type { StoredOf } from '../rows/stored.ts';
import { insertLinks, insertNew } from './bulk.ts';
import { caseSubjectRows, directorRows, groupMemberRows, recordSubjectRows } from './links.ts';

/*
 * Each inserts what is not there yet, with its links, and returns that: an import that was interrupted can be run again.
 */

type Tx = Prisma.TransactionClient;

/** Inserts liaison contacts. */
export async function insertContacts(tx: Tx, contacts: readonly StoredOf<'LiaisonContact'>[]) {
  return among(contacts, await insertNew(tx, 'LiaisonContact', contacts.map(liaisonContactRow)));
}

/** Inserts persons. */
export async function insertPersons(tx: Tx, persons: readonly StoredOf<'Person'>[]) {
  await insertSubjects(tx, persons, 'PERSON');
  return among(persons, await insertNew(tx, 'Person', persons.map(personRow)));
}

/** Inserts groups. */
export async function insertGroups(tx: Tx, groups: readonly StoredOf<'Group'>[]) {
  await insertSubjects(tx, groups, 'GROUP');
  const inserted = among(groups, await insertNew(tx, 'Group', groups.map(groupRow)));
  await insertLinks(tx, 'GroupMember', groupMemberRows(inserted));
  return inserted;
}

/** Inserts organizations. */
export async function insertOrganizations(tx: Tx, organizations: readonly StoredOf<'Organization'>[]) {
  await insertSubjects(tx, organizations, 'ORGANIZATION');
  const inserted = among(organizations, await insertNew(tx, 'Organization', organizations.map(organizationRow)));
  await insertLinks(tx, 'OrganizationDirector', directorRows(inserted));
  return inserted;
}

/** Inserts cases. */
export async function insertCases(tx: Tx, cases: readonly StoredOf<'Case'>[]) {
  const inserted = among(cases, await insertNew(tx, 'Case', cases.map(caseRow)));
  await insertLinks(tx, 'CaseSubject', caseSubjectRows(inserted));
  return inserted;
}

/** Inserts records. */
export async function insertRecords(tx: Tx, records: readonly StoredOf<'Record'>[]) {
  const inserted = among(records, await insertNew(tx, 'Record', records.map(recordRow)));
  await insertLinks(tx, 'RecordSubject', recordSubjectRows(inserted));
  return inserted;
}

async function insertSubjects(tx: Tx, subjects: readonly { id: string }[], kind: 'PERSON' | 'GROUP' | 'ORGANIZATION') {
  await insertNew(
    tx,
    'Subject',
    subjects.map(({ id }) => ({ id, kind })),
  );
}

function among<T extends { readonly id: string }>(entities: readonly T[], ids: ReadonlySet<string>): T[] {
  return entities.filter(({ id }) => ids.has(id));
}
