import fc from 'fast-check';
import { evaluate } from '../../policy/condition/evaluate.ts';
import { contract } from '../../schema/contract.ts';
import { labelsOf } from '../../schema/labels.ts';
import { conditionSql } from '../../subgraphs/kit/sql/condition.ts';
import { raw, sql } from '../../subgraphs/kit/sql/fragments.ts';
import { CASE_LABELS, CASE_PLACE } from '../../subgraphs/agency/text/case-place.ts';
import { saveCase } from '../../subgraphs/agency/store/save.ts';
import { condition } from '../index/arbitraries.ts';
import { bareSubgraph, useAgencyDatabase } from './agency-under-test.ts';
import { aCase } from './samples.ts';

/** Cases that differ in what is known of their labels. */
const CASES: readonly Parameters<typeof aCase>[0][] = [
  {},
  { crimeAreas: [], districts: [] },
  { crimeAreas: ['fraud', 'cybercrime'], districts: ['S.D.N.Y.', 'D. Nev.'] },
  { program: null, office: null, openedOn: null, closedOn: null },
  { program: 'HIDTA', office: 'Elko', openedOn: '2009-12-31', closedOn: '2010-01-01' },
  { status: 'CLOSED' },
];

describe("a condition on a case, in an agency's database", () => {
  const database = useAgencyDatabase();

  it('has a column for every label', () => {
    expect(new Set(CASE_LABELS.keys())).toEqual(contract.types.get('Case')?.labels);
  });

  it('is true, false and unknown on exactly the cases on which evaluation says so', async () => {
    const cases = CASES.map((values) => aCase(values));
    for (const one of cases) await saveCase(database.store, one);
    const { parts } = await bareSubgraph('DEA');
    const { Case } = parts.contextFor(database.prisma).entities;
    const labels = new Map<string, Readonly<Record<string, unknown>>>();
    for (const { id } of cases) labels.set(id, labelsOf('Case', (await Case.load(id))!));
    const property = fc.asyncProperty(fc.array(condition, { minLength: 4, maxLength: 4 }), async (conditions) => {
      const columns = conditions.map((one, at) => sql`${conditionSql(one, CASE_PLACE)} AS ${raw(`c${at}`)}`);
      const selected = columns.reduce((all, column) => sql`${all}, ${column}`);
      const found = await database.prisma.$queryRaw<readonly Readonly<Record<string, unknown>>[]>(
        sql`SELECT id::text, ${selected} FROM "Case"`,
      );
      expect(found).toHaveLength(cases.length);
      for (const { id, ...truths } of found) {
        const row = { type: 'Case', labels: labels.get(String(id))! };
        expect(Object.values(truths)).toEqual(conditions.map((one) => evaluate(one, row) ?? null));
      }
    });
    await fc.assert(property, { numRuns: 100, seed: 20100326 });
  });
});
