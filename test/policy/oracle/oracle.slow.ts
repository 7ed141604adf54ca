import fc from 'fast-check';
import { divergences } from './compare.ts';
import { MUTATIONS, notices } from './mutations.ts';
import type { Question } from './question.ts';
import { questions } from './questions.ts';
import { SEED } from './seed.ts';
import { worlds, type World } from './worlds.ts';

/** Made once: to generate them takes longer than to ask. */
let sample: readonly (readonly [World, readonly Question[]])[] | undefined;

const asked = fc.array(questions, { minLength: 50, maxLength: 50 });

describe('Cedar, given the agreements that are exported to it', () => {
  it('answers 100,000 questions as we do', () => {
    fc.assert(
      fc.property(worlds, asked, (world, all) => expect(divergences(world, all)).toEqual([])),
      { numRuns: 2_000, seed: SEED },
    );
  });

  it.each(Object.entries(MUTATIONS))('answers otherwise when %s', (_, mutation) => {
    sample ??= fc.sample(fc.tuple(worlds, asked), { numRuns: 1_000, seed: 1 });
    expect(sample.some(([world, all]) => notices(world, all, mutation))).toBe(true);
  });
});
