import type { AgencyEntry } from '../../../policy/parties.ts';
import type { PrismaClient, SubjectKind } from '../prisma/generated/client.ts';
import { recordSource, type RecordSource } from '../rows/record.ts';
import { listOf, type ListOf } from './batch.ts';

/** A subject by its id, and the table that it is in. */
export interface SubjectLink {
  readonly id: string;
  readonly kind: SubjectKind;
}

/** A loader per list of links. Lists are in the order in which they were stored. */
export interface LinkLoaders {
  readonly recordSubjects: ListOf<SubjectLink>;
  readonly caseSubjects: ListOf<SubjectLink>;
  /** The records of a case, in the order of their ids. */
  readonly caseRecords: ListOf<RecordSource>;
  /** Ids of persons. */
  readonly groupMembers: ListOf<string>;
  /** Ids of persons. */
  readonly organizationDirectors: ListOf<string>;
}

/** Loaders of the links between an agency's entities. */
export function linkLoaders(prisma: PrismaClient, agency: AgencyEntry): LinkLoaders {
  return {
    recordSubjects: listOf((ids) => recordSubjects(prisma, ids)),
    caseSubjects: listOf((ids) => caseSubjects(prisma, ids)),
    caseRecords: listOf((ids) => caseRecords(prisma, agency, ids)),
    groupMembers: listOf((ids) => groupMembers(prisma, ids)),
    organizationDirectors: listOf((ids) => organizationDirectors(prisma, ids)),
  };
}

async function recordSubjects(prisma: PrismaClient, ids: string[]) {
  const links = await prisma.recordSubject.findMany({
    where: { recordId: { in: ids } },
    select: { recordId: true, subject: true },
    orderBy: { position: 'asc' },
  });
  return links.map(({ recordId, subject }) => ({ of: recordId, value: subject }));
}

async function caseSubjects(prisma: PrismaClient, ids: string[]) {
  const links = await prisma.caseSubject.findMany({
    where: { caseId: { in: ids } },
    select: { caseId: true, subject: true },
    orderBy: { position: 'asc' },
  });
  return links.map(({ caseId, subject }) => ({ of: caseId, value: subject }));
}

/** In the order of their ids, which says nothing: an order by a date would tell a date that is withheld. */
async function caseRecords(prisma: PrismaClient, agency: AgencyEntry, ids: string[]) {
  const rows = await prisma.record.findMany({
    where: { caseId: { in: ids } },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap((row) => (row.caseId ? [{ of: row.caseId, value: recordSource(row, agency) }] : []));
}

async function groupMembers(prisma: PrismaClient, ids: string[]) {
  const links = await prisma.groupMember.findMany({ where: { groupId: { in: ids } }, orderBy: { position: 'asc' } });
  return links.map(({ groupId, personId }) => ({ of: groupId, value: personId }));
}

async function organizationDirectors(prisma: PrismaClient, ids: string[]) {
  const links = await prisma.organizationDirector.findMany({
    where: { organizationId: { in: ids } },
    orderBy: { position: 'asc' },
  });
  return links.map(({ organizationId, personId }) => ({ of: organizationId, value: personId }));
}
