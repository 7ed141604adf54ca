import fc from 'fast-check';
import { validates } from './cedar.ts';
import { divergences, exportOf } from './compare.ts';
import { IN_FULL, UNKNOWN_IS_FALSE, WITHOUT_A_FORBID, notices } from './mutations.ts';
import { questions } from './questions.ts';
import { SEED } from './seed.ts';
import { worlds } from './worlds.ts';

const asked = fc.array(questions, { minLength: 40, maxLength: 40 });

describe('Cedar, given the agreements that are exported to it', () => {
  it('answers as we do', () => {
    fc.assert(
      fc.property(worlds, asked, (world, all) => expect(divergences(world, all)).toEqual([])),
      { numRuns: 52, seed: SEED, interruptAfterTimeLimit: 40_000 },
    );
  });

  it('finds no mistake in the policies by their schema', () => {
    for (const world of fc.sample(worlds, { numRuns: 6, seed: 1 })) expect(validates(exportOf(world))).toEqual([]);
  });

  it.each([
    ['a clause that withholds is left out', WITHOUT_A_FORBID],
    ['what is not known opens', UNKNOWN_IS_FALSE],
    ['what is generalised is shown in full', IN_FULL],
  ])('answers otherwise when %s', (_, mutation) => {
    const sample = fc.sample(fc.tuple(worlds, asked), { numRuns: 250, seed: 2 });
    expect(sample.some(([world, all]) => notices(world, all, mutation))).toBe(true);
  });
});
