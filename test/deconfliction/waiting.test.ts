import { DEA_FIRST, ICE_FIRST, STOOD_DOWN, acknowledge, conflicting, mayProceed, resolve } from './acts.ts';
import { conflictsOf, plan, watch } from './asked.ts';
import { after, duty, id, rulesetOf, useWorld } from './world.ts';

const world = useWorld();
beforeEach(() => {
  world.ruleset = rulesetOf(duty({ hold: true }));
});

const holds = async (agency: string) => (await conflictsOf(world, agency)).map((conflict) => conflict.holds);

/** Whether the targets of DEA and ICE may be worked on. */
async function mayWork(): Promise<readonly boolean[]> {
  interface Declared {
    readonly declaredTargets: { readonly edges: readonly { readonly node: { readonly mayProceed: boolean } }[] };
  }
  const query = '{ declaredTargets(active: false) { edges { node { mayProceed } } } }';
  const of = async (agency: string) =>
    (await world.data<Declared>(agency, query)).declaredTargets.edges[0]!.node.mayProceed;
  return [await of('DEA'), await of('ICE')];
}

describe('where an agreement demands to wait, both wait', () => {
  it('while neither has said who goes first, nor one alone', async () => {
    const conflict = await conflicting(world);
    expect(await mayProceed(world)).toEqual([false, false]);
    await acknowledge(world, 'DEA', conflict, 11);
    await acknowledge(world, 'ICE', conflict, 12);
    expect(await mayProceed(world)).toEqual([false, false]);
    await resolve(world, 'DEA', conflict, 13, DEA_FIRST);
    expect(await mayProceed(world)).toEqual([false, false]);
  });

  it.each([
    ['each insists on going first', DEA_FIRST, ICE_FIRST],
    ['each lets the other one go first', ICE_FIRST, DEA_FIRST],
    ['one goes first and the other merges', DEA_FIRST, { outcome: 'MERGED' }],
  ])('while %s', async (_, dea, ice) => {
    const conflict = await conflicting(world);
    await resolve(world, 'DEA', conflict, 11, dea);
    expect((await resolve(world, 'ICE', conflict, 12, ice)).status).toBe('ACKNOWLEDGED');
    expect(await mayProceed(world)).toEqual([false, false]);
    expect([await holds('DEA'), await holds('ICE')]).toEqual([[true], [true]]);
  });

  it('no longer, when they merge', async () => {
    const conflict = await conflicting(world);
    await resolve(world, 'DEA', conflict, 11, { outcome: 'MERGED' });
    await resolve(world, 'ICE', conflict, 12, { outcome: 'MERGED' });
    expect(await mayProceed(world)).toEqual([true, true]);
  });

  it('again, when one takes back what they agreed on', async () => {
    const conflict = await conflicting(world);
    await resolve(world, 'DEA', conflict, 11, DEA_FIRST);
    await resolve(world, 'ICE', conflict, 12, DEA_FIRST);
    await resolve(world, 'ICE', conflict, 13, ICE_FIRST);
    expect(await mayProceed(world)).toEqual([false, false]);
  });

  it('no longer, when one stands down, whoever was to go first by the other’s word: the other one goes', async () => {
    const conflict = await conflicting(world);
    await resolve(world, 'DEA', conflict, 11, ICE_FIRST);
    await resolve(world, 'ICE', conflict, 12, STOOD_DOWN);
    expect(await mayProceed(world)).toEqual([true, false]);
  });
});

describe('an operation that goes second', () => {
  it('waits until the first is over, though the conflict is not', async () => {
    await plan(world, 'DEA', { n: 1, from: 24, hours: 1 });
    const { conflicts } = await plan(world, 'ICE', { n: 2, from: 25.5, hours: 4 });
    await resolve(world, 'DEA', conflicts[0]!.id, 11, DEA_FIRST);
    await resolve(world, 'ICE', conflicts[0]!.id, 12, DEA_FIRST);
    expect(await mayProceed(world)).toEqual([true, false]);
    world.now = after(24.9);
    await world.keepUp();
    expect([await mayProceed(world), await holds('ICE')]).toEqual([[true, false], [true]]);
    world.now = after(25);
    await world.keepUp();
    expect(await mayProceed(world)).toEqual([true, true]);
    expect(await conflictsOf(world, 'ICE')).toMatchObject([{ status: 'RESOLVED', over: false, holds: false }]);
  });

  it('waits until the first is called off', async () => {
    const conflict = await conflicting(world);
    await resolve(world, 'DEA', conflict, 11, ICE_FIRST);
    await resolve(world, 'ICE', conflict, 12, ICE_FIRST);
    expect(await mayProceed(world)).toEqual([false, true]);
    await world.data('ICE', `mutation { cancelEvent(id: "${id(2)}") { id } }`);
    expect((await mayProceed(world))[0]).toBe(true);
  });

  it('does not wait where no agreement demands it', async () => {
    world.ruleset = rulesetOf(duty());
    const conflict = await conflicting(world);
    await resolve(world, 'DEA', conflict, 11, DEA_FIRST);
    await resolve(world, 'ICE', conflict, 12, DEA_FIRST);
    expect(await mayProceed(world)).toEqual([true, true]);
  });
});

describe('a target that comes second', () => {
  it('may be worked on once that is agreed: the first may have no end', async () => {
    await watch(world, 'DEA', { n: 1 });
    const { conflicts } = await watch(world, 'ICE', { n: 2 });
    await resolve(world, 'DEA', conflicts[0]!.id, 11, DEA_FIRST);
    expect(await mayWork()).toEqual([false, false]);
    await resolve(world, 'ICE', conflicts[0]!.id, 12, DEA_FIRST);
    expect(await mayWork()).toEqual([true, true]);
  });
});

describe('who alone is told', () => {
  it('waits until it has said that it knows, and no longer', async () => {
    world.ruleset = rulesetOf(duty({ hold: true, tells: 'originator' }));
    await plan(world, 'DEA', { n: 1 });
    await plan(world, 'ICE', { n: 2 });
    await world.keepUp();
    expect(await mayProceed(world)).toEqual([false, true]);
    const [conflict] = await conflictsOf(world, 'DEA');
    await acknowledge(world, 'DEA', conflict!.id, 11);
    expect(await mayProceed(world)).toEqual([true, true]);
  });
});
