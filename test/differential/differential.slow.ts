import { compareGenerated, usePair } from './compare.ts';
import { WORLDS } from './worlds.ts';

const GENERATED = 100;

describe.each(Object.entries(WORLDS))('a supergraph with %s', (_, world) => {
  const pair = usePair(world);

  it.each([1, 2])('is answered as by Apollo’s gateway whatever is asked (seed %d)', async (seed) => {
    expect(await compareGenerated(pair(), world, seed, GENERATED)).toBeGreaterThan(GENERATED / 10);
  });
});
