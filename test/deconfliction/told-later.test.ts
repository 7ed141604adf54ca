import type { DeconflictionDuty } from '../../policy/agreement.ts';
import { acknowledge, DEA_FIRST, note, resolve, STOOD_DOWN } from './acts.ts';
import { conflictsOf, happenedIn, toldTo, watch, type SeenConflict } from './asked.ts';
import { after, duty, rulesetOf, useWorld } from './world.ts';

const world = useWorld();

/** DEA alone is told, at the beginning, of what ICE declared. */
async function silently(): Promise<string> {
  world.ruleset = rulesetOf(duty({ tells: 'originator', answerHours: 4 }));
  await watch(world, 'DEA', { n: 1 });
  await watch(world, 'ICE', { n: 2 });
  await world.keepUp();
  return (await only('DEA')).id;
}

/** So many hours later, agreements stand that tell others, too. */
async function thenTold(hours: number, ...duties: readonly DeconflictionDuty[]): Promise<void> {
  world.now = after(hours);
  world.ruleset = rulesetOf(...duties);
  await world.keepUp();
}

async function only(agency: string): Promise<SeenConflict> {
  const conflicts = await conflictsOf(world, agency);
  expect(conflicts).toHaveLength(1);
  return conflicts[0]!;
}

const silent = duty({ tells: 'originator', answerHours: 4 });
const both = duty({ answerHours: 4 });

describe('a side that is told later', () => {
  it('sees what it would see if nobody had been told before: no time, no word, no note', async () => {
    const conflict = await silently();
    await note(world, 'DEA', conflict, 11, 'They have come to it.');
    await resolve(world, 'DEA', conflict, 12, DEA_FIRST);
    await thenTold(3, silent, both);
    const seen = await only('ICE');
    await world.empty();
    world.now = after(0);
    world.ruleset = rulesetOf();
    await watch(world, 'DEA', { n: 1 });
    await watch(world, 'ICE', { n: 2 });
    await world.keepUp();
    await thenTold(3, silent, both);
    const untouched = await only('ICE');
    expect(anonymous(seen)).toEqual(anonymous(untouched));
    expect(seen).toMatchObject({ status: 'OPEN', role: 'SEARCHER', openedAt: after(3).toISOString() });
    expect(seen.answerBy).toBe(after(7).toISOString());
    expect(happenedIn(seen)).toEqual(['OPENED -']);
  });

  it('finds it in its list where it was told, and not where the two met', async () => {
    const first = await silently();
    world.ruleset = rulesetOf(silent, duty({ selectors: ['EMAIL', 'PHONE'], areas: ['money-laundering'] }));
    const areas = ['money-laundering'];
    await watch(world, 'DEA', { n: 3, phone: '+12025550188', areas });
    const [second] = (await watch(world, 'ICE', { n: 4, phone: '+12025550188', areas })).conflicts;
    await thenTold(1, both);
    expect((await conflictsOf(world, 'ICE')).map((conflict) => conflict.id)).toEqual([first, second!.id]);
    const page = `{ conflicts(first: 1, after: "${first}") { edges { cursor } } }`;
    expect(await world.data('ICE', page)).toEqual({ conflicts: { edges: [{ cursor: second!.id }] } });
  });

  it('opens the conflict again for those who had settled it alone, and they hear of it', async () => {
    const conflict = await silently();
    expect((await resolve(world, 'DEA', conflict, 11, STOOD_DOWN)).status).toBe('RESOLVED');
    await thenTold(3, both);
    const seen = await only('DEA');
    expect(seen).toMatchObject({ id: conflict, status: 'OPEN', openedAt: after(0).toISOString() });
    expect(seen.answers).toMatchObject([{ outcome: null }, { outcome: null }]);
    expect(happenedIn(seen)).toEqual(['OPENED -', 'ANSWERED ORIGINATOR', 'RESOLVED -', 'REOPENED -']);
    expect(await toldTo(world, 'DEA')).toEqual(['conflict ICE', 'conflict ICE']);
    expect(await toldTo(world, 'ICE')).toEqual(['conflict DEA']);
    await resolve(world, 'ICE', conflict, 12, DEA_FIRST);
    expect((await resolve(world, 'DEA', conflict, 13, DEA_FIRST)).status).toBe('RESOLVED');
  });

  it('has all its time to answer, and hears of no answer that was overdue before', async () => {
    await silently();
    world.now = after(5);
    await world.keepUp();
    expect(await only('DEA')).toMatchObject({ escalatedAt: after(4).toISOString() });
    await thenTold(6, both);
    expect(await only('ICE')).toMatchObject({ answerBy: after(10).toISOString(), escalatedAt: null });
    expect(await only('DEA')).toMatchObject({ answerBy: after(10).toISOString(), escalatedAt: null });
    world.now = after(9.9);
    await world.keepUp();
    expect(await only('ICE')).toMatchObject({ escalatedAt: null });
    world.now = after(10);
    await world.keepUp();
    expect((await toldTo(world, 'ICE')).at(-1)).toBe('conflict-escalated DEA');
  });

  it('is told, too, of what was looked for once', async () => {
    world.ruleset = rulesetOf(silent);
    await watch(world, 'DEA', { n: 1 });
    await watch(world, 'ICE', { n: 2, kind: 'ON_REQUEST' });
    await world.keepUp();
    await thenTold(1, both);
    expect(await only('ICE')).toMatchObject({ role: 'SEARCHER', status: 'OPEN' });
  });
});

describe('a coordinator that is told later', () => {
  it('does not read what the parties said before, and takes nothing back from them', async () => {
    world.ruleset = rulesetOf(both);
    await watch(world, 'DEA', { n: 1 });
    const [conflict] = (await watch(world, 'ICE', { n: 2 })).conflicts;
    await resolve(world, 'DEA', conflict!.id, 11, DEA_FIRST);
    await thenTold(1, both, duty({ from: ['OFC'], to: ['OFC'], tells: 'coordinator' }));
    const seen = await only('USAO');
    expect(happenedIn(seen)).toEqual(['OPENED -']);
    expect(seen.answers).toMatchObject([{ outcome: null }, { outcome: null }]);
    expect((await only('ICE')).answers).toMatchObject([{ outcome: 'GOES_FIRST' }, { outcome: null }]);
    await resolve(world, 'ICE', conflict!.id, 12, DEA_FIRST);
    expect(await only('USAO')).toMatchObject({ status: 'RESOLVED' });
  });
});

describe('a side that is not told for a while', () => {
  it('reads nothing of what happened meanwhile, and it does not stand for it', async () => {
    world.ruleset = rulesetOf(silent, both);
    await watch(world, 'DEA', { n: 1 });
    const [conflict] = (await watch(world, 'ICE', { n: 2 })).conflicts;
    await acknowledge(world, 'ICE', conflict!.id, 11);
    await thenTold(1, silent);
    await note(world, 'DEA', conflict!.id, 12, 'Without them.');
    expect((await resolve(world, 'DEA', conflict!.id, 13, STOOD_DOWN)).status).toBe('RESOLVED');
    world.ruleset = rulesetOf(silent, both);
    expect(await only('ICE')).toMatchObject({ status: 'OPEN' });
    await world.keepUp();
    const seen = await only('ICE');
    expect(seen).toMatchObject({ status: 'OPEN', openedAt: after(0).toISOString() });
    expect(seen.answers).toMatchObject([{ outcome: null }, { outcome: null }]);
    expect(happenedIn(seen)).toEqual(['OPENED -', 'ACKNOWLEDGED SEARCHER']);
  });
});

describe('the time to answer', () => {
  it('is counted from when a side was told of the duty, and goes on when its agreement does', async () => {
    world.ruleset = rulesetOf(both);
    await watch(world, 'DEA', { n: 1 });
    await watch(world, 'ICE', { n: 2 });
    await thenTold(1, duty());
    expect(await only('ICE')).toMatchObject({ answerBy: null });
    await thenTold(2, both);
    expect(await only('ICE')).toMatchObject({ answerBy: after(4).toISOString() });
    world.now = after(4);
    await world.keepUp();
    expect((await toldTo(world, 'ICE')).at(-1)).toBe('conflict-escalated DEA');
  });

  it('begins with a duty that comes later', async () => {
    world.ruleset = rulesetOf(duty());
    await watch(world, 'DEA', { n: 1 });
    await watch(world, 'ICE', { n: 2 });
    expect(await only('ICE')).toMatchObject({ answerBy: null });
    await thenTold(1, duty(), duty({ answerHours: 2 }));
    expect(await only('ICE')).toMatchObject({ answerBy: after(3).toISOString() });
    world.now = after(3);
    await world.keepUp();
    expect(await only('ICE')).toMatchObject({ escalatedAt: after(3).toISOString() });
  });

  it('of a duty that tells one side alone is nothing to the other', async () => {
    world.ruleset = rulesetOf(duty(), duty({ tells: 'originator', answerHours: 2 }));
    await watch(world, 'DEA', { n: 1 });
    await watch(world, 'ICE', { n: 2 });
    await world.keepUp();
    world.now = after(3);
    await world.keepUp();
    expect(await only('DEA')).toMatchObject({ escalatedAt: after(2).toISOString() });
    expect(await only('ICE')).toMatchObject({ escalatedAt: null });
    expect(happenedIn(await only('ICE'))).toEqual(['OPENED -']);
    expect(await toldTo(world, 'ICE')).toEqual(['conflict DEA']);
  });
});

/** Without what it is known by. */
function anonymous(conflict: SeenConflict): unknown {
  return JSON.parse(
    JSON.stringify(conflict, (key, value: unknown) => (key === 'id' || key === 'cursor' ? undefined : value)),
  );
}
