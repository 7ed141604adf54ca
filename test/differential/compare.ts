import { generate, seeded } from './generate.ts';
import { permitted, stock, supergraphOf, type Asker } from './gateways.ts';
import type { Operation, World } from './world.ts';

/** Two gateways on one supergraph: Apollo's as it comes, and ours where everything is permitted. */
export interface Pair {
  readonly theirs: Asker;
  readonly ours: Asker;
}

/** Both gateways of a world, before the tests of a `describe` and until after them. */
export function usePair(world: World): () => Pair {
  let pair: Pair | undefined;
  beforeAll(async () => {
    const supergraph = supergraphOf(world);
    const [theirs, ours] = await Promise.all([stock(world, supergraph), permitted(world, supergraph)]);
    pair = { theirs, ours };
  });
  afterAll(async () => void (await Promise.all([pair?.theirs.stop(), pair?.ours.stop()])));
  return () => pair!;
}

/** Asks both, and holds one to the other: data to the byte, errors, extensions, and what each subgraph was asked. */
export async function compare({ theirs, ours }: Pair, operation: Operation): Promise<'data' | 'none'> {
  const expected = await theirs.ask(operation);
  expect({ operation, ...(await ours.ask(operation)) }).toEqual({ operation, ...expected });
  return expected.data === 'none' || expected.data === 'null' ? 'none' : 'data';
}

/** So few are made in the time of a quick test, which deeper ones would spend on Apollo's planner. */
const FEW = 20;

/** Compares on generated operations. @returns how many had data */
export async function compareGenerated(pair: Pair, world: World, seed: number, count: number): Promise<number> {
  const { ids = ['1', '2', 't'], deepest = count > FEW ? 4 : 3 } = world;
  const by = { schema: pair.theirs.schema, ids, deepest, random: seeded(seed) };
  let withData = 0;
  for (let done = 0; done < count; done += 1) if ((await compare(pair, generate(by))) === 'data') withData += 1;
  return withData;
}
