import {
  ACKNOWLEDGE,
  DEA_FIRST,
  NOTE,
  RESOLVE,
  STOOD_DOWN,
  acknowledge,
  conflicting,
  mayProceed,
  resolve,
} from './acts.ts';
import { conflictsOf, happenedIn, plan, toldTo, watch } from './asked.ts';
import { after, duty, id, rulesetOf, useWorld } from './world.ts';

const world = useWorld();

describe('a conflict', () => {
  it('is open until both know of it, and resolved when both say the same', async () => {
    const conflict = await conflicting(world);
    expect((await acknowledge(world, 'ICE', conflict, 11)).status).toBe('OPEN');
    expect((await acknowledge(world, 'DEA', conflict, 12)).status).toBe('ACKNOWLEDGED');
    expect((await resolve(world, 'DEA', conflict, 13, DEA_FIRST)).status).toBe('ACKNOWLEDGED');
    expect((await resolve(world, 'ICE', conflict, 14, { outcome: 'MERGED' })).status).toBe('ACKNOWLEDGED');
    const resolved = await resolve(world, 'ICE', conflict, 15, DEA_FIRST);
    expect(resolved.status).toBe('RESOLVED');
    expect(happenedIn(resolved)).toEqual([
      'OPENED -',
      'ACKNOWLEDGED SEARCHER',
      'ACKNOWLEDGED ORIGINATOR',
      'ANSWERED ORIGINATOR',
      'ANSWERED SEARCHER',
      'ANSWERED SEARCHER',
      'RESOLVED -',
    ]);
    expect(await toldTo(world, 'DEA')).toEqual(['conflict ICE', 'conflict-answered ICE', 'conflict-answered ICE']);
  });

  it('is resolved when one stands down, and opens again when that one takes it back', async () => {
    const conflict = await conflicting(world);
    expect((await resolve(world, 'ICE', conflict, 11, STOOD_DOWN)).status).toBe('RESOLVED');
    const again = await resolve(world, 'ICE', conflict, 12, { outcome: 'MERGED' });
    expect(again.status).toBe('OPEN');
    expect(happenedIn(again).at(-1)).toBe('REOPENED -');
  });

  it('is answered once, however often the answer is sent', async () => {
    const conflict = await conflicting(world);
    const once = await resolve(world, 'ICE', conflict, 11, DEA_FIRST);
    expect(await resolve(world, 'ICE', conflict, 11, DEA_FIRST)).toEqual(once);
    expect(await toldTo(world, 'DEA')).toEqual(['conflict ICE', 'conflict-answered ICE']);
    const other = { id: id(11), conflict, outcome: 'MERGED' };
    expect(await world.refusal('ICE', RESOLVE, other)).toBe('ID_TAKEN');
  });

  it.each([
    ['without saying who', { outcome: 'GOES_FIRST' }],
    ['with somebody first who does not go', { outcome: 'MERGED', first: 'ORIGINATOR' }],
  ])('is not answered %s: BAD_ANSWER', async (_, answer) => {
    const conflict = await conflicting(world);
    expect(await world.refusal('ICE', RESOLVE, { id: id(11), conflict, ...answer })).toBe('BAD_ANSWER');
  });

  it('is over when one of the two is called off', async () => {
    const conflict = await conflicting(world);
    await world.data('DEA', `mutation { cancelEvent(id: "${id(1)}") { endedAt } }`);
    await world.keepUp();
    expect(await conflictsOf(world, 'ICE')).toMatchObject([{ status: 'RESOLVED', over: true, holds: false }]);
    expect(await toldTo(world, 'ICE')).toEqual(['conflict DEA', 'conflict-answered DEA']);
    expect(await world.refusal('ICE', RESOLVE, { id: id(11), conflict, ...DEA_FIRST })).toBe('BAD_ANSWER');
  });

  it('is over when both have taken place', async () => {
    await conflicting(world);
    world.now = after(24.5);
    await world.keepUp();
    expect(await conflictsOf(world, 'ICE')).toMatchObject([{ over: false }]);
    world.now = after(25);
    await world.keepUp();
    expect(await conflictsOf(world, 'ICE')).toMatchObject([{ over: true }]);
  });
});

describe('an agreement that demands to wait', () => {
  beforeEach(() => {
    world.ruleset = rulesetOf(duty({ hold: true, answerHours: 4 }));
  });

  it('has what is overdue told once, to both and to who coordinates the group', async () => {
    world.ruleset = rulesetOf(duty({ from: ['OFC'], to: ['OFC'], answerHours: 4 }));
    const conflict = await conflicting(world);
    await resolve(world, 'DEA', conflict, 11, DEA_FIRST);
    expect(await conflictsOf(world, 'ICE')).toMatchObject([{ answerBy: after(4).toISOString(), escalatedAt: null }]);
    world.now = after(3.9);
    await world.keepUp();
    expect(await toldTo(world, 'USAO')).toEqual([]);
    world.now = after(4);
    await Promise.all([world.keepUp(), world.keepUp(), world.keepUp()]);
    await world.keepUp();
    expect(await conflictsOf(world, 'ICE')).toMatchObject([{ escalatedAt: after(4).toISOString() }]);
    expect((await toldTo(world, 'ICE')).at(-1)).toBe('conflict-escalated DEA');
    expect((await toldTo(world, 'DEA')).filter((told) => told.startsWith('conflict-escalated'))).toHaveLength(1);
    expect(await toldTo(world, 'USAO')).toEqual(['conflict-escalated -']);
    expect(await conflictsOf(world, 'USAO')).toEqual([]);
  });
});

describe('an agreement that has ended', () => {
  it('shows no more of a conflict, and erases nothing', async () => {
    const conflict = await conflicting(world);
    const before = world.ruleset;
    world.ruleset = rulesetOf();
    expect(await conflictsOf(world, 'DEA')).toEqual([]);
    expect(await mayProceed(world)).toEqual([true, true]);
    expect(await world.refusal('DEA', ACKNOWLEDGE, { id: id(11), conflict })).toBe('UNKNOWN_CONFLICT');
    await world.keepUp();
    world.ruleset = before;
    expect(await conflictsOf(world, 'DEA')).toMatchObject([{ id: conflict, status: 'OPEN' }]);
  });

  it('leaves what another still tells', async () => {
    await conflicting(world);
    world.ruleset = rulesetOf(duty({ disclosure: 'EXISTS' }));
    expect(await conflictsOf(world, 'DEA')).toMatchObject([{ disclosure: 'EXISTS', others: [] }]);
  });
});

describe('an agreement that comes into force', () => {
  it('speaks of what was declared before', async () => {
    world.ruleset = rulesetOf();
    await watch(world, 'DEA', { n: 1 });
    await watch(world, 'ICE', { n: 2 });
    await plan(world, 'DEA', { n: 3 });
    await plan(world, 'ICE', { n: 4 });
    await world.keepUp();
    world.ruleset = rulesetOf(duty());
    await Promise.all([world.keepUp(), world.keepUp()]);
    await world.keepUp();
    expect(await conflictsOf(world, 'DEA')).toMatchObject([{ role: 'ORIGINATOR' }, { role: 'ORIGINATOR' }]);
    expect(await toldTo(world, 'ICE')).toEqual(['conflict DEA', 'conflict DEA']);
  });

  it('tells the other side, too, of a conflict of which one was told alone', async () => {
    world.ruleset = rulesetOf(duty({ tells: 'originator' }));
    await watch(world, 'DEA', { n: 1 });
    await watch(world, 'ICE', { n: 2 });
    await world.keepUp();
    world.ruleset = rulesetOf(duty());
    await world.keepUp();
    expect(await conflictsOf(world, 'ICE')).toMatchObject([{ role: 'SEARCHER' }]);
    expect(await toldTo(world, 'DEA')).toEqual(['conflict ICE']);
  });
});

describe('a note', () => {
  const note = { id: id(21), note: 'Call before noon.' };
  const notesOf = async (agency: string) =>
    (await conflictsOf(world, agency)).flatMap(({ history }) => history.edges.flatMap(({ node }) => node.note ?? []));

  it('is read by the other side where it is told whom to call, and not where it is only told that there is one', async () => {
    const conflict = await conflicting(world);
    await world.data('ICE', NOTE, { conflict, ...note });
    expect(await notesOf('DEA')).toEqual(['Call before noon.']);
    world.ruleset = rulesetOf(duty({ disclosure: 'EXISTS' }));
    expect(await notesOf('DEA')).toEqual([]);
    expect(await notesOf('ICE')).toEqual(['Call before noon.']);
  });
});
