import type { AgencyEntry } from '../../../policy/parties.ts';
import type { OrganizationEntity } from '../data/entities.ts';
import type { Organization as OrganizationRow, Prisma } from '../prisma/generated/client.ts';
import { fromJson, toJson } from './json.ts';
import { structure, type Source } from './source.ts';
import type { StoredOf } from './stored.ts';

/** An organization as resolvers get it. */
export type OrganizationSource = Source & Omit<OrganizationEntity, 'type' | 'originator' | 'directorIds'>;

/** The row of an organization. */
export function organizationRow(organization: StoredOf<'Organization'>): Prisma.OrganizationCreateManyInput {
  const { type: _type, originator: _originator, directorIds: _directors, ...columns } = organization;
  return {
    ...columns,
    names: [...organization.names],
    registrations: toJson(organization.registrations),
    addresses: toJson(organization.addresses),
    accounts: toJson(organization.accounts),
    own: toJson(organization.own ?? {}),
  };
}

/** The values of a row, as the contract has them. */
export function organizationValues(
  row: OrganizationRow,
): Omit<OrganizationSource, keyof Source> & { readonly id: string } {
  return {
    ...row,
    registrations: fromJson(row.registrations),
    addresses: fromJson(row.addresses),
    accounts: fromJson(row.accounts),
  };
}

/** The organization of a row. */
export function organizationSource(row: OrganizationRow, agency: AgencyEntry): OrganizationSource {
  return { ...organizationValues(row), ...structure(agency, 'Organization', row) };
}
