import type { AgencyEntry } from '../../../policy/parties.ts';
import type { GroupEntity } from '../data/entities.ts';
import type { Group as GroupRow, Prisma } from '../prisma/generated/client.ts';
import { fromJson, toJson } from './json.ts';
import { structure, type Source } from './source.ts';
import type { StoredOf } from './stored.ts';

/** A group as resolvers get it. */
export type GroupSource = Source & Omit<GroupEntity, 'type' | 'originator' | 'memberIds'>;

/** The row of a group. */
export function groupRow(group: StoredOf<'Group'>): Prisma.GroupCreateManyInput {
  const { type: _type, originator: _originator, memberIds: _members, ...columns } = group;
  return {
    ...columns,
    names: [...group.names],
    countries: [...group.countries],
    accounts: toJson(group.accounts),
    own: toJson(group.own ?? {}),
  };
}

/** The values of a row, as the contract has them. */
export function groupValues(row: GroupRow): Omit<GroupSource, keyof Source> & { readonly id: string } {
  return { ...row, accounts: fromJson(row.accounts) };
}

/** The group of a row. */
export function groupSource(row: GroupRow, agency: AgencyEntry): GroupSource {
  return { ...groupValues(row), ...structure(agency, 'Group', row) };
}
