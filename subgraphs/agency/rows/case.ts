import type { AgencyEntry } from '../../../policy/parties.ts';
import type { CaseEntity } from '../data/entities.ts';
import type { Case as CaseRow, Prisma } from '../prisma/generated/client.ts';
import { fromDate, toDate } from './dates.ts';
import { fromJson, toJson } from './json.ts';
import { structure, type Source } from './source.ts';
import type { StoredOf } from './stored.ts';

/** A case as resolvers get it. */
export type CaseSource = Source & Omit<CaseEntity, 'type' | 'originator' | 'subjectIds'>;

/** The row of a case. */
export function caseRow(entity: StoredOf<'Case'>): Prisma.CaseCreateManyInput {
  const { type: _type, originator: _originator, subjectIds: _subjects, ...columns } = entity;
  return {
    ...columns,
    crimeAreas: [...entity.crimeAreas],
    openedOn: toDate(entity.openedOn),
    closedOn: toDate(entity.closedOn),
    districts: [...entity.districts],
    participatingAgencies: [...entity.participatingAgencies],
    seizures: toJson(entity.seizures),
    items: toJson(entity.items),
    outcomes: toJson(entity.outcomes),
    own: toJson(entity.own ?? {}),
  };
}

/** The values of a row, as the contract has them. */
export function caseValues(row: CaseRow): Omit<CaseSource, keyof Source> & { readonly id: string } {
  return {
    ...row,
    openedOn: fromDate(row.openedOn),
    closedOn: fromDate(row.closedOn),
    seizures: fromJson(row.seizures),
    items: fromJson(row.items),
    outcomes: fromJson(row.outcomes),
  };
}

/** The case of a row. */
export function caseSource(row: CaseRow, agency: AgencyEntry): CaseSource {
  return { ...caseValues(row), ...structure(agency, 'Case', row) };
}
