import { conflictsOf, plan, toldTo, watch } from './asked.ts';
import { duty, id, rulesetOf, useWorld } from './world.ts';

const world = useWorld();

describe('a target that is another agency’s, too', () => {
  it('is told to both at once, each with whom to call, whichever came first', async () => {
    expect(await watch(world, 'DEA', { n: 1, contact: id(91) })).toEqual({ mayProceed: true, conflicts: [] });
    const answer = await watch(world, 'ICE', { n: 2, contact: id(92) });
    expect(answer.conflicts).toMatchObject([
      {
        status: 'OPEN',
        role: 'SEARCHER',
        disclosure: 'CONTACT',
        clauses: ['pair#1'],
        others: [
          { role: 'ORIGINATOR', agency: { code: 'DEA' }, contact: { __typename: 'DeaLiaisonContact', id: id(91) } },
        ],
      },
    ]);
    expect(await conflictsOf(world, 'DEA')).toMatchObject([
      {
        id: answer.conflicts[0]!.id,
        role: 'ORIGINATOR',
        others: [
          { role: 'SEARCHER', agency: { code: 'ICE' }, contact: { __typename: 'IceLiaisonContact', id: id(92) } },
        ],
      },
    ]);
    expect(await toldTo(world, 'DEA')).toEqual(['conflict ICE']);
    expect(await toldTo(world, 'ICE')).toEqual(['conflict DEA']);
  });

  it('is told to nobody else', async () => {
    await watch(world, 'DEA', { n: 1 });
    await watch(world, 'ICE', { n: 2 });
    expect(await watch(world, 'FBI', { n: 3 })).toEqual({ mayProceed: true, conflicts: [] });
    expect(await conflictsOf(world, 'FBI')).toEqual([]);
    expect(await toldTo(world, 'FBI')).toEqual([]);
  });

  it('is told to exist, and no more, where the agreement says so', async () => {
    world.ruleset = rulesetOf(duty({ disclosure: 'EXISTS' }));
    await watch(world, 'DEA', { n: 1, contact: id(91) });
    const { conflicts } = await watch(world, 'ICE', { n: 2 });
    expect(conflicts).toMatchObject([{ disclosure: 'EXISTS', others: [] }]);
    expect(await toldTo(world, 'ICE')).toEqual(['conflict -']);
  });

  it('meets what is declared once, and is not met by it later', async () => {
    await watch(world, 'DEA', { n: 1, kind: 'ON_REQUEST' });
    expect((await watch(world, 'ICE', { n: 2 })).conflicts).toEqual([]);
    expect((await watch(world, 'DEA', { n: 3, kind: 'ON_REQUEST' })).conflicts).toHaveLength(1);
  });

  it('is taken in once, and answered as it stands', async () => {
    await watch(world, 'ICE', { n: 1 });
    const once = await watch(world, 'DEA', { n: 2 });
    expect(await watch(world, 'DEA', { n: 2 })).toEqual(once);
    expect(await conflictsOf(world, 'ICE')).toHaveLength(1);
    expect(await toldTo(world, 'ICE')).toEqual(['conflict DEA']);
  });
});

describe('what two agencies declare in the same instant', () => {
  it.each([
    ['targets', watch],
    ['operations', plan],
  ])('meets once, and is told to both: %s', async (_, declare) => {
    for (let n = 1; n <= 20; n += 2)
      await Promise.all([
        declare(world, 'DEA', { n, phone: `+120255501${n + 10}`, latitude: n }),
        declare(world, 'ICE', { n: n + 1, phone: `+120255501${n + 10}`, latitude: n }),
      ]);
    expect(await conflictsOf(world, 'DEA')).toHaveLength(10);
    expect(await conflictsOf(world, 'ICE')).toHaveLength(10);
  });
});

describe('an operation near another agency’s', () => {
  it('is told to both', async () => {
    await plan(world, 'DEA', { n: 1 });
    expect((await plan(world, 'ICE', { n: 2, latitude: 0.008, from: 26 })).conflicts).toHaveLength(1);
    expect(await conflictsOf(world, 'DEA')).toMatchObject([
      { role: 'ORIGINATOR', others: [{ agency: { code: 'ICE' } }] },
    ]);
  });

  it.each([
    ['too far', { latitude: 0.01 }],
    ['too late', { from: 27.1 }],
    ['too early', { from: 20.9 }],
  ])('is told to nobody when it is %s', async (_, elsewhere) => {
    await plan(world, 'DEA', { n: 1 });
    expect((await plan(world, 'ICE', { n: 2, ...elsewhere })).conflicts).toEqual([]);
  });
});

describe('a group', () => {
  it('has its coordinator told alone, with both parties, where the agreement says so', async () => {
    world.ruleset = rulesetOf(duty({ from: ['OFC'], to: ['OFC'], tells: 'coordinator' }));
    await watch(world, 'DEA', { n: 1 });
    expect((await watch(world, 'ICE', { n: 2 })).conflicts).toEqual([]);
    await world.keepUp();
    expect(await conflictsOf(world, 'DEA')).toEqual([]);
    expect(await conflictsOf(world, 'ICE')).toEqual([]);
    expect(await conflictsOf(world, 'USAO')).toMatchObject([
      { role: 'COORDINATOR', others: [{ agency: { code: 'DEA' } }, { agency: { code: 'ICE' } }] },
    ]);
    expect(await toldTo(world, 'USAO')).toEqual(['conflict -']);
  });
});
