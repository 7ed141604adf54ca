import type { AgencyEntry } from '../../../policy/parties.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import { caseSource, type CaseSource } from '../rows/case.ts';
import { groupSource, type GroupSource } from '../rows/group.ts';
import { liaisonContactSource, type LiaisonContactSource } from '../rows/liaison-contact.ts';
import { organizationSource, type OrganizationSource } from '../rows/organization.ts';
import { personSource, type PersonSource } from '../rows/person.ts';
import { recordSource, type RecordSource } from '../rows/record.ts';
import { byId, type ById } from './batch.ts';

/** A loader per entity type, one statement a batch. */
export interface EntityLoaders {
  readonly Record: ById<RecordSource>;
  readonly Case: ById<CaseSource>;
  readonly LiaisonContact: ById<LiaisonContactSource>;
  readonly Person: ById<PersonSource>;
  readonly Group: ById<GroupSource>;
  readonly Organization: ById<OrganizationSource>;
}

/** Loaders of an agency's entities by id. */
export function entityLoaders(prisma: PrismaClient, agency: AgencyEntry): EntityLoaders {
  const among = (ids: string[]) => ({ where: { id: { in: ids } } });
  return {
    Record: byId(async (ids) => (await prisma.record.findMany(among(ids))).map((row) => recordSource(row, agency))),
    Case: byId(async (ids) => (await prisma.case.findMany(among(ids))).map((row) => caseSource(row, agency))),
    LiaisonContact: byId(async (ids) =>
      (await prisma.liaisonContact.findMany(among(ids))).map((row) => liaisonContactSource(row, agency)),
    ),
    Person: byId(async (ids) => (await prisma.person.findMany(among(ids))).map((row) => personSource(row, agency))),
    Group: byId(async (ids) => (await prisma.group.findMany(among(ids))).map((row) => groupSource(row, agency))),
    Organization: byId(async (ids) =>
      (await prisma.organization.findMany(among(ids))).map((row) => organizationSource(row, agency)),
    ),
  };
}
