import { compare, compareGenerated, usePair } from './compare.ts';
import { WORLDS } from './worlds.ts';

const SEED = 20_100;
const GENERATED = 12;

describe.each(Object.entries(WORLDS))('a supergraph with %s', (_, world) => {
  const pair = usePair(world);

  it('is answered as by Apollo’s gateway', async () => {
    for (const operation of world.operations) await compare(pair(), operation);
  });

  it('is answered as by Apollo’s gateway whatever is asked', async () => {
    expect(await compareGenerated(pair(), world, SEED, GENERATED)).toBeGreaterThan(GENERATED / 10);
  });
});
