import { conflictsOf, plan, toldTo, watch } from './asked.ts';
import { listeningTo } from './listening.ts';
import { duty, id, rulesetOf, sealed, useWorld } from './world.ts';

const world = useWorld();

const WATCH = `mutation ($selectors: [TargetSelectorInput!]!) {
  declareTarget(id: "${id(2)}", kind: WATCH, selectors: $selectors) {
    id case areas kind until endedAt epochs lookedFor mayProceed declaredAt
    conflicts { id }
  }
}`;

/** What somebody gets who declares a number: the bytes of the answer, and what it took. */
async function declaring(phone: string) {
  const { database, heard } = listeningTo(world.database);
  world.served = database;
  const answer = JSON.stringify(await world.ask('ICE', WATCH, { selectors: [{ phone: sealed('PHONE', phone) }] }));
  world.served = world.database;
  return { answer, statements: heard };
}

describe.each([
  ['the originator alone', duty({ tells: 'originator', hold: true, answerHours: 1 }), 'DEA'],
  ['the coordinator alone', duty({ from: ['OFC'], to: ['OFC'], tells: 'coordinator', hold: true }), 'USAO'],
] as const)('where an agreement tells %s', (_, silent, told) => {
  beforeEach(() => {
    world.ruleset = rulesetOf(silent);
  });

  it('a hit is to the searcher as no hit: byte for byte, statement for statement, row for row', async () => {
    await watch(world, 'DEA', { n: 1, phone: '+12025550143' });
    const hit = await declaring('+12025550143');
    await world.keepUp();
    expect(await conflictsOf(world, told)).toHaveLength(1);
    await world.empty();
    await watch(world, 'DEA', { n: 1, phone: '+12025550143' });
    const none = await declaring('+12025550199');
    expect(hit.answer).toBe(none.answer);
    expect(hit.statements).toEqual(none.statements);
    expect(hit.statements).toContainEqual(expect.stringMatching(/^1 INSERT INTO checked/));
  });

  it('and so is what it reads later, and what it is told', async () => {
    await watch(world, 'DEA', { n: 1 });
    await watch(world, 'ICE', { n: 2 });
    await plan(world, 'DEA', { n: 3 });
    await plan(world, 'ICE', { n: 4 });
    await world.keepUp();
    expect(await conflictsOf(world, told)).toHaveLength(2);
    expect(await conflictsOf(world, 'ICE')).toEqual([]);
    expect(await toldTo(world, 'ICE')).toEqual([]);
    const query = '{ declaredTargets { edges { node { mayProceed conflicts { id } } } } }';
    expect(await world.data('ICE', query)).toEqual({
      declaredTargets: { edges: [{ node: { mayProceed: true, conflicts: [] } }] },
    });
  });

  it('and a conflict that others are told of is to it as one that is not there', async () => {
    await watch(world, 'DEA', { n: 1 });
    await watch(world, 'ICE', { n: 2 });
    await world.keepUp();
    const [conflict] = await conflictsOf(world, told);
    const query = `query ($id: ID!) { conflict(id: $id) { id } }`;
    expect(await world.data('ICE', query, { id: conflict!.id })).toEqual({ conflict: null });
    const act = `mutation ($c: ID!) { acknowledgeConflict(id: "${id(50)}", conflict: $c) { id } }`;
    expect(await world.ask('ICE', act, { c: conflict!.id })).toEqual(await world.ask('ICE', act, { c: id(404) }));
    expect(await world.refusal('ICE', act, { c: conflict!.id })).toBe('UNKNOWN_CONFLICT');
  });
});
