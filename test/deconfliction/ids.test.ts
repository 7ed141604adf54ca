import { conflictsOf, plan, watch } from './asked.ts';
import { caseTeller } from './cases.ts';
import { id, sealed, useWorld } from './world.ts';

const world = useWorld();
const { entry, tell, beginAnew } = caseTeller(world);

beforeEach(beginAnew);

const TARGETS = '{ declaredTargets { edges { node { id kind } } } }';
const targetsOf = async (agency: string) =>
  (await world.data<{ declaredTargets: { edges: { node: object }[] } }>(agency, TARGETS)).declaredTargets.edges.map(
    ({ node }) => node,
  );

describe('an id that an agency has given to something', () => {
  it('is known to that agency alone: another’s case is taken in under it, and an officer of another may use it', async () => {
    await tell('DEA', entry({ n: 1, phone: '+12025550101' }));
    expect(await watch(world, 'ICE', { n: 1 })).toMatchObject({ conflicts: [] });
    await tell('DEA', entry({ n: 2 }), entry({ n: 1 }));
    expect((await conflictsOf(world, 'DEA')).map(({ role }) => role)).toEqual(['SEARCHER', 'SEARCHER']);
    expect(await targetsOf('ICE')).toEqual([{ id: id(1), kind: 'WATCH' }]);
  });

  it('is refused to nobody else, so that no refusal tells of it', async () => {
    await tell('DEA', entry({ n: 1 }));
    await watch(world, 'FBI', { n: 2 });
    await plan(world, 'FBI', { n: 3 });
    for (const n of [1, 2, 3]) {
      expect(await watch(world, 'ICE', { n, phone: '+12025550199' })).toEqual({ mayProceed: true, conflicts: [] });
      expect(await tell('ATF', entry({ n, phone: '+12025550198' }))).toBeGreaterThan(0n);
    }
  });

  it('is no handle on what is another’s: it ends nothing', async () => {
    await tell('DEA', entry({ n: 1 }));
    await tell('ICE', entry({ n: 1, op: 'WITHDRAW' }));
    expect(await world.refusal('ICE', `mutation { endTarget(id: "${id(1)}") { id } }`)).toBe('UNKNOWN_DECLARATION');
    expect((await watch(world, 'ICE', { n: 2 })).conflicts).toHaveLength(1);
  });

  it('is the only one that the agency sees of it, in a conflict as in its list', async () => {
    await watch(world, 'DEA', { n: 7 });
    await watch(world, 'ICE', { n: 7 });
    const query = '{ conflicts { edges { node { target { id } } } } }';
    const seen = { conflicts: { edges: [{ node: { target: { id: id(7) } } }] } };
    expect(await world.data('DEA', query)).toEqual(seen);
    expect(await world.data('ICE', query)).toEqual(seen);
  });

  it('stands for one thing of the agency; but what an officer declares never keeps a case out', async () => {
    await tell('DEA', entry({ n: 1 }));
    const again = `mutation ($selectors: [TargetSelectorInput!]!) { declareTarget(id: "${id(1)}", selectors: $selectors) { id } }`;
    const selectors = [{ phone: sealed('PHONE', '+12025550143') }];
    expect(await world.refusal('DEA', again, { selectors })).toBe('ID_TAKEN');
    await watch(world, 'DEA', { n: 2, phone: '+12025550199' });
    expect(await tell('DEA', entry({ n: 2 }))).toBe(2n);
    expect((await watch(world, 'ICE', { n: 3 })).conflicts).toHaveLength(2);
    expect(await targetsOf('DEA')).toContainEqual({ id: id(2), kind: 'WATCH' });
    expect(await targetsOf('DEA')).toContainEqual({ id: id(2), kind: 'CASE' });
  });
});

describe('what is declared again', () => {
  it('is the same, whichever officer of the agency sends it', async () => {
    await watch(world, 'DEA', { n: 1 });
    const once = await watch(world, 'ICE', { n: 2 });
    world.officer = 'supervisor';
    expect(await watch(world, 'ICE', { n: 2 })).toEqual(once);
    expect(await conflictsOf(world, 'DEA')).toHaveLength(1);
  });
});
