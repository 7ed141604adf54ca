import type { Prisma } from '../prisma/generated/client.ts';
import type { Stored, StoredOf } from '../rows/stored.ts';

type Linked = StoredOf<'Record'> | StoredOf<'Case'> | StoredOf<'Group'> | StoredOf<'Organization'>;

/** The links of records to their subjects. Their order is kept. */
export function recordSubjectRows(records: readonly StoredOf<'Record'>[]): Prisma.RecordSubjectCreateManyInput[] {
  return positions(records, ({ subjectIds }) => subjectIds).map(([recordId, position, subjectId]) => ({
    recordId,
    position,
    subjectId,
  }));
}

/** The links of cases to their subjects. Their order is kept. */
export function caseSubjectRows(cases: readonly StoredOf<'Case'>[]): Prisma.CaseSubjectCreateManyInput[] {
  return positions(cases, ({ subjectIds }) => subjectIds).map(([caseId, position, subjectId]) => ({
    caseId,
    position,
    subjectId,
  }));
}

/** The links of groups to their members. Their order is kept. */
export function groupMemberRows(groups: readonly StoredOf<'Group'>[]): Prisma.GroupMemberCreateManyInput[] {
  return positions(groups, ({ memberIds }) => memberIds).map(([groupId, position, personId]) => ({
    groupId,
    position,
    personId,
  }));
}

/** The links of organizations to their directors. Their order is kept. */
export function directorRows(
  organizations: readonly StoredOf<'Organization'>[],
): Prisma.OrganizationDirectorCreateManyInput[] {
  return positions(organizations, ({ directorIds }) => directorIds).map(([organizationId, position, personId]) => ({
    organizationId,
    position,
    personId,
  }));
}

/** The entities of one type. */
export function ofType<T extends Stored['type']>(entities: readonly Stored[], type: T): StoredOf<T>[] {
  return entities.filter((entity): entity is StoredOf<T> => entity.type === type);
}

function positions<T extends Linked>(
  entities: readonly T[],
  linksOf: (entity: T) => readonly string[],
): (readonly [id: string, position: number, link: string])[] {
  return entities.flatMap((entity) => linksOf(entity).map((link, position) => [entity.id, position, link] as const));
}
