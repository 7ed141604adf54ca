import fc from 'fast-check';
import { treatmentOn } from '../../../policy/cell.ts';
import { allOf, anyOf, not, test, within, type Condition } from '../../../policy/condition/condition.ts';
import { evaluate, evaluateOnce, type Row } from '../../../policy/condition/evaluate.ts';
import { agencyEntry } from '../../support/toy-federation.ts';
import { toyGrant, toyRuleset } from '../../support/toy-policy.ts';
import { CODES, COORDINATES, agreements, rows } from '../arbitraries.ts';

const agencies = CODES.map((code) => agencyEntry(code));

/** The same row, that remembers what was found of it. */
function remembering(row: Row): Row {
  return { ...row, truths: 'none yet' };
}

const label = fc
  .constantFrom('crimeAreas', 'program', 'minor', 'status')
  .chain((name) =>
    fc.constantFrom(
      test({ name, owners: ['Record', 'Case'] }, { op: 'anyOf', values: ['drug-trafficking', 'OCDETF', 'OPEN'] }),
      test({ name, owners: ['Person', 'Record'] }, { op: 'equals', value: false }),
      test({ name, owners: ['Record', 'Case', 'Person'] }, { op: 'none' }),
    ),
  );

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    label,
    fc.constantFrom('Record', 'Case').map(within),
    fc.array(tie('condition'), { maxLength: 3 }).map(allOf),
    fc.array(tie('condition'), { maxLength: 3 }).map(anyOf),
    tie('condition').map(not),
  ),
}));

describe('a row that remembers what was found of it', () => {
  it('is found to be what it is, whatever it was asked before and in whatever order', () => {
    const asked = fc
      .array(condition, { minLength: 1, maxLength: 6 })
      .chain((of) => fc.tuple(fc.constant(of), fc.array(fc.nat({ max: of.length - 1 }), { maxLength: 30 })));
    const found = new Map<unknown, number>();
    fc.assert(
      fc.property(rows, rows, asked, (one, other, [conditions, order]) => {
        const kept = [remembering(one), remembering(other)];
        for (const [turn, index] of order.entries()) {
          const [row, plain] = turn % 3 === 0 ? [kept[1]!, other] : [kept[0]!, one];
          const truth = evaluate(conditions[index]!, plain);
          expect(evaluateOnce(conditions[index]!, row)).toBe(truth);
          expect(evaluateOnce(conditions[index]!, plain)).toBe(truth);
          found.set(truth, (found.get(truth) ?? 0) + 1);
        }
      }),
      { numRuns: 500, seed: 19_440_606 },
    );
    for (const truth of [true, false, undefined]) expect(found.get(truth)).toBeGreaterThan(100);
  });

  it('is shown as one that does not remember, in every field, where equal conditions are one object', () => {
    let shown = 0;
    fc.assert(
      fc.property(agreements, fc.array(rows, { minLength: 1, maxLength: 3 }), (all, some) => {
        const grant = toyGrant(toyRuleset(agencies, ...all), 'DEA');
        for (const row of some) {
          const kept = remembering(row);
          for (const coordinate of COORDINATES) {
            const cell = grant.cell('ICE', coordinate);
            // As parts of their own, equal to those of the grant and no longer the same.
            const apart = structuredClone({ rows: cell.rows, treatments: cell.treatments });
            const treatment = treatmentOn(cell, kept);
            expect([coordinate, treatment]).toEqual([coordinate, treatmentOn({ ...cell, ...apart }, row)]);
            if (treatment) shown += 1;
          }
          const visible = grant.visible('ICE', row.type);
          expect(evaluateOnce(visible, kept)).toBe(evaluate(structuredClone(visible), row));
        }
      }),
      { numRuns: 150, seed: 19_440_607 },
    );
    expect(shown).toBeGreaterThan(500);
  });
});
