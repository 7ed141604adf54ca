import fc from 'fast-check';
import type { Condition } from '../../policy/condition/condition.ts';
import { evaluate, type Labels } from '../../policy/condition/evaluate.ts';
import { contract } from '../../schema/contract.ts';
import { POINTER_TYPES } from '../../subgraphs/index/columns.ts';
import { contribute } from '../../subgraphs/index/contribution/contribute.ts';
import { conditionSql } from '../../subgraphs/kit/sql/condition.ts';
import { raw, sql } from '../../subgraphs/kit/sql/fragments.ts';
import { subjectPlace } from '../../subgraphs/index/sql/place.ts';
import { subjectSql } from '../../subgraphs/index/sql/subject.ts';
import { SUBJECT_LABELS, SUBJECT_TYPES } from '../../subgraphs/index/subjects.ts';
import { condition, idOf, labels, subjectLabels } from './arbitraries.ts';
import { useIndex } from './database.ts';

const ROWS = 40;
const AROUND = ['Record', 'Case'] as const;
const TYPES = Object.keys(SUBJECT_TYPES) as (keyof typeof SUBJECT_TYPES)[];

interface Stored {
  readonly family: (typeof AROUND)[number];
  readonly labels: Labels;
  readonly subject: { readonly id: string; readonly type: keyof typeof SUBJECT_TYPES; readonly labels: Labels };
}

describe('a condition on a subject within a record or a case, in SQL', () => {
  const index = useIndex();
  const rows = new Map<string, Stored>();

  beforeAll(async () => {
    for (const family of AROUND) {
      for (const type of TYPES) {
        const of = fc.tuple(labels(family), subjectLabels(SUBJECT_TYPES[type]));
        for (const [around, own] of fc.sample(of, { numRuns: ROWS, seed: 20090618 })) {
          const subject = { id: idOf(rows.size % 3), type, labels: own };
          rows.set(idOf(500 + rows.size), { family, labels: around, subject });
        }
      }
    }
    const other = { id: idOf(9), type: 'GROUP', labels: { groupKind: 'ICE' } } as const;
    const entries = [...rows].map(([id, row], at) => ({
      sequence: BigInt(at),
      op: 'UPSERT' as const,
      type: POINTER_TYPES[row.family],
      id,
      pointer: { contactId: null, labels: row.labels, subjects: [other, row.subject] },
    }));
    await contribute(index.database, 'ICE', entries);
  });

  it.each(TYPES)('has a column for every label of a %s', (type) => {
    expect(new Set(SUBJECT_LABELS[SUBJECT_TYPES[type]].keys())).toEqual(
      contract.types.get(SUBJECT_TYPES[type])?.labels,
    );
  });

  it('is true, false and unknown exactly where evaluation says so', async () => {
    const property = fc.asyncProperty(fc.array(condition, { minLength: 4, maxLength: 4 }), async (conditions) => {
      for (const family of AROUND) {
        for (const type of TYPES) {
          const told = await ask(family, type, conditions);
          const meant = told.map(({ id }) => {
            const { labels: around, subject } = rows.get(id)!;
            const row = {
              type: SUBJECT_TYPES[type],
              labels: { ...subject.labels, reference: subject.id },
              enclosing: { type: family, labels: { ...around, reference: id } },
            };
            return { id, truths: conditions.map((one) => evaluate(one, row) ?? null) };
          });
          // `toEqual` for each of so many rows takes longer than all that is tested.
          if (JSON.stringify(told) !== JSON.stringify(meant)) expect(told).toEqual(meant);
        }
      }
    });
    await fc.assert(property, { numRuns: 60 });
  });

  async function ask(
    family: (typeof AROUND)[number],
    type: keyof typeof SUBJECT_TYPES,
    conditions: readonly Condition[],
  ) {
    const place = subjectPlace(SUBJECT_TYPES[type], family);
    const columns = conditions.map((one, at) => sql`${conditionSql(one, place)} AS ${raw(`c${at}`)}`);
    const selected = columns.reduce((all, column) => sql`${all}, ${column}`);
    const found = await index.database.$queryRaw<readonly Record<string, unknown>[]>(sql`
      SELECT id::text, ${selected} FROM pointer CROSS JOIN LATERAL ${subjectSql(sql`1`)} AS subject_of
      WHERE type = ${raw(`'${POINTER_TYPES[family]}'`)} AND subjects -> 1 ->> 'type' = ${type}`);
    expect(found).toHaveLength(ROWS);
    return found.map(({ id, ...truths }) => ({ id: String(id), truths: Object.values(truths) }));
  }
});
