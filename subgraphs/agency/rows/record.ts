import type { AgencyEntry } from '../../../policy/parties.ts';
import type { RecordEntity } from '../data/entities.ts';
import type { Prisma, Record as RecordRow } from '../prisma/generated/client.ts';
import { fromDate, toDate } from './dates.ts';
import { fromJson, toJson, toNullableJson } from './json.ts';
import { knownFromJson, knownToJson } from './known.ts';
import { structure, type Source } from './source.ts';
import type { StoredRecord } from './stored.ts';

/** A record as resolvers get it. */
export type RecordSource = Source &
  Omit<RecordEntity, 'type' | 'originator' | 'subjectIds' | 'handling' | 'obtainedFrom'> & {
    readonly handling: RecordEntity['handling'] | undefined;
    readonly obtainedFrom: RecordEntity['obtainedFrom'] | undefined;
  };

/** The row of a record. */
export function recordRow(record: StoredRecord): Prisma.RecordCreateManyInput {
  const { type: _type, originator: _originator, subjectIds: _subjects, ...columns } = record;
  return {
    ...columns,
    crimeAreas: [...record.crimeAreas],
    occurredOn: toDate(record.occurredOn),
    recordedOn: toDate(record.recordedOn),
    handling: knownToJson(record.handling),
    obtainedFrom: knownToJson(record.obtainedFrom),
    identifiers: toJson(record.identifiers),
    investigation: toNullableJson(record.investigation),
    intercept: toNullableJson(record.intercept),
    financial: toNullableJson(record.financial),
    own: toJson(record.own ?? {}),
  };
}

/** The values of a row, as the contract has them. */
export function recordValues(row: RecordRow): Omit<RecordSource, keyof Source> & { readonly id: string } {
  return {
    ...row,
    occurredOn: fromDate(row.occurredOn),
    recordedOn: fromDate(row.recordedOn),
    handling: knownFromJson(row.handling),
    obtainedFrom: knownFromJson(row.obtainedFrom),
    identifiers: fromJson(row.identifiers),
    investigation: fromJson(row.investigation),
    intercept: fromJson(row.intercept),
    financial: fromJson(row.financial),
  };
}

/** The record of a row. */
export function recordSource(row: RecordRow, agency: AgencyEntry): RecordSource {
  return { ...recordValues(row), ...structure(agency, 'Record', row) };
}
