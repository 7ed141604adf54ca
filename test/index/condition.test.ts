import fc from 'fast-check';
import type { Condition } from '../../policy/condition/condition.ts';
import { evaluate, type Labels } from '../../policy/condition/evaluate.ts';
import { contract } from '../../schema/contract.ts';
import { LABEL_COLUMNS, POINTER_TYPES, type Family } from '../../subgraphs/index/columns.ts';
import { contribute } from '../../subgraphs/index/contribution/contribute.ts';
import { conditionSql } from '../../subgraphs/kit/sql/condition.ts';
import { raw, sql } from '../../subgraphs/kit/sql/fragments.ts';
import { pointerPlace } from '../../subgraphs/index/sql/place.ts';
import { FAMILIES, condition, idOf, labels } from './arbitraries.ts';
import { useIndex } from './database.ts';

const ROWS = 150;

describe('a condition in SQL', () => {
  const index = useIndex();
  const rows = new Map<string, { readonly family: Family; readonly labels: Labels }>();

  beforeAll(async () => {
    for (const family of FAMILIES) {
      for (const one of fc.sample(labels(family), { numRuns: ROWS, seed: 20100326 })) {
        rows.set(idOf(rows.size), { family, labels: one });
      }
    }
    const entries = [...rows].map(([id, row], at) => ({
      sequence: BigInt(at),
      op: 'UPSERT' as const,
      type: POINTER_TYPES[row.family],
      id,
      pointer: { contactId: null, labels: row.labels },
    }));
    await contribute(index.database, 'ICE', entries);
  });

  it.each(FAMILIES)('has a column for every label of a %s', (family) => {
    expect(new Set(LABEL_COLUMNS[family].keys())).toEqual(contract.types.get(family)?.labels);
  });

  it('is true, false and unknown on exactly the rows on which evaluation says so', async () => {
    const property = fc.asyncProperty(fc.array(condition, { minLength: 4, maxLength: 4 }), async (conditions) => {
      for (const family of FAMILIES) {
        const told = await ask(family, conditions);
        const meant = told.map(({ id }) => {
          const row = { type: family, labels: { ...rows.get(id)!.labels, ...ownId(family, id) } };
          return { id, truths: conditions.map((one) => evaluate(one, row) ?? null) };
        });
        // `toEqual` for each of so many rows takes longer than all that is tested.
        if (JSON.stringify(told) !== JSON.stringify(meant)) expect(told).toEqual(meant);
      }
    });
    await fc.assert(property, { numRuns: 150 });
  });

  it('finds the one object that it names', async () => {
    const named: Condition = {
      is: 'test',
      label: { name: 'reference', owners: ['Record', 'Case'] },
      test: { op: 'anyOf', values: [idOf(7), 'not an id'] },
    };
    const told = await ask('Record', [named]);
    expect(told.filter(({ truths }) => truths[0] === true).map(({ id }) => id)).toEqual([idOf(7)]);
    expect(told.filter(({ truths }) => truths[0] === false)).toHaveLength(ROWS - 1);
  });

  it('does not compare texts whose order is another in PostgreSQL: that stays unknown', async () => {
    const range: Condition = {
      is: 'test',
      label: { name: 'program', owners: ['Record'] },
      test: { op: 'range', from: 'дела №', until: 'дело №' },
    };
    const told = await ask('Record', [range]);
    const cyrillic = told.filter(({ id }) => rows.get(id)?.labels['program'] === 'дело №');
    expect(cyrillic.length).toBeGreaterThan(0);
    expect(cyrillic.every(({ truths }) => truths[0] === null)).toBe(true);
  });

  async function ask(family: Family, conditions: readonly Condition[]) {
    const columns = conditions.map((one, at) => sql`${conditionSql(one, pointerPlace(family))} AS ${raw(`c${at}`)}`);
    const selected = columns.reduce((all, column) => sql`${all}, ${column}`);
    const found = await index.database.$queryRaw<readonly Record<string, unknown>[]>(
      sql`SELECT id::text, ${selected} FROM pointer WHERE type = ${raw(`'${POINTER_TYPES[family]}'`)}`,
    );
    return found.map(({ id, ...truths }) => ({ id: String(id), truths: Object.values(truths) }));
  }
});

/** What nobody tells, because the pointer has it. */
function ownId(family: Family, id: string): Labels {
  return LABEL_COLUMNS[family].has('reference') ? { reference: id } : {};
}
