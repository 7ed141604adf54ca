import fc from 'fast-check';
import { evaluate } from '../../policy/condition/evaluate.ts';
import { contract } from '../../schema/contract.ts';
import { labelsOf } from '../../schema/labels.ts';
import { conditionSql } from '../../subgraphs/kit/sql/condition.ts';
import { raw, sql } from '../../subgraphs/kit/sql/fragments.ts';
import { RECORD_LABELS, RECORD_PLACE } from '../../subgraphs/agency/text/record-place.ts';
import { saveRecord } from '../../subgraphs/agency/store/save.ts';
import { condition } from '../index/arbitraries.ts';
import { bareSubgraph, useAgencyDatabase } from './agency-under-test.ts';
import { aRecord, type RecordValues } from './samples.ts';

const marks = { releasableTo: [], notReleasableTo: [], originatorConsent: false, notAsEvidence: false, codes: [] };

/** Records that differ in what is known of their labels. */
const RECORDS: readonly RecordValues[] = [
  {},
  { handling: undefined, obtainedFrom: undefined },
  { handling: null, obtainedFrom: null },
  { handling: marks },
  { handling: { ...marks, releasableTo: ['DEA', 'ICE'], originatorConsent: true, codes: ['H1'] } },
  { handling: { ...marks, notReleasableTo: ['FBI'], notAsEvidence: true } },
  { crimeAreas: [] },
  { crimeAreas: ['fraud', 'cybercrime'] },
  { program: null, office: null, occurredOn: null, recordedOn: null },
  { program: 'HIDTA', office: 'Elko', occurredOn: '2009-12-31', recordedOn: '2010-01-01' },
  { kind: 'WIRETAP_INTERCEPT' },
];

describe("a condition on a record, in an agency's database", () => {
  const database = useAgencyDatabase();

  it('has a column for every label', () => {
    expect(new Set(RECORD_LABELS.keys())).toEqual(contract.types.get('Record')?.labels);
  });

  it('is true, false and unknown on exactly the records on which evaluation says so', async () => {
    const records = RECORDS.map((values) => aRecord(values));
    for (const record of records) await saveRecord(database.store, record);
    const { parts } = await bareSubgraph('DEA');
    const { Record } = parts.contextFor(database.prisma).entities;
    const labels = new Map<string, Readonly<Record<string, unknown>>>();
    for (const { id } of records) labels.set(id, labelsOf('Record', (await Record.load(id))!));
    const property = fc.asyncProperty(fc.array(condition, { minLength: 4, maxLength: 4 }), async (conditions) => {
      const columns = conditions.map((one, at) => sql`${conditionSql(one, RECORD_PLACE)} AS ${raw(`c${at}`)}`);
      const selected = columns.reduce((all, column) => sql`${all}, ${column}`);
      const found = await database.prisma.$queryRaw<readonly Readonly<Record<string, unknown>>[]>(
        sql`SELECT id::text, ${selected} FROM "Record"`,
      );
      expect(found).toHaveLength(records.length);
      for (const { id, ...truths } of found) {
        const row = { type: 'Record', labels: labels.get(String(id))! };
        expect(Object.values(truths)).toEqual(conditions.map((one) => evaluate(one, row) ?? null));
      }
    });
    await fc.assert(property, { numRuns: 150, seed: 20100326 });
  });
});
