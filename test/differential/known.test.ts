import { compare, usePair } from './compare.ts';
import { errors } from './worlds/errors.ts';
import { renamedRoots } from './worlds/renamed-roots.ts';
import { requiresChains } from './worlds/requires-chains.ts';

/** Where Apollo's planner or executor is wrong, so are we: both have the same one. Told of in `docs/cli.md`. */
describe('what Apollo’s gateway gets wrong, and ours with it', () => {
  const requires = usePair(requiresChains);
  const roots = usePair(renamedRoots);
  const failing = usePair(errors);

  it('is a field that a client and a `@requires` ask with different arguments: both are given the same', async () => {
    const operation = { query: '{ parcel(id: "a") { price weight } }' };
    await compare(requires(), operation);
    expect((await requires().ours.ask(operation)).data).toBe('{"parcel":{"price":6000,"weight":3000}}');
  });

  it('is a root type with another name in a subgraph, from below a root: its fields are not found', async () => {
    const operation = { query: '{ self { alpha beta } }' };
    await compare(roots(), operation);
    const { errors: told } = await roots().ours.ask(operation);
    expect(told).toEqual([expect.stringContaining('Unknown type \\"Query\\"')]);
  });

  it('is the path of an error that takes all entities of a list with it', async () => {
    const operation = { query: '{ jobs { owner { name } } }' };
    await compare(failing(), operation);
    expect((await failing().ours.ask(operation)).errors).toEqual([expect.stringContaining('"jobs","@","owner"')]);
  });
});
