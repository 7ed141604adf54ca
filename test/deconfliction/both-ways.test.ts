import { conflictsOf } from './asked.ts';
import { caseTeller, source } from './cases.ts';
import { blinded, duty, rulesetOf, useWorld } from './world.ts';

const world = useWorld();
const { entry, tell, beginAnew } = caseTeller(world);
beforeEach(beginAnew);

const email = { source: source('Person.emails'), subject: 0, blind: blinded('EMAIL', 'x@example.org') };
const phone = { source: source('Person.phones'), subject: 0, blind: blinded('PHONE', '+12025550143') };

describe('a case that meets another silently', () => {
  const silent = duty({ selectors: ['EMAIL', 'PHONE'], tells: 'originator' });
  const both = duty({ selectors: ['EMAIL', 'PHONE'] });
  const rolesOf = async (agency: string) => (await conflictsOf(world, agency)).map(({ role }) => role);

  it('by what it got later, is to its agency the one that was first, when a duty comes that tells it', async () => {
    world.ruleset = rulesetOf(silent);
    await world.keepUp();
    await tell('DEA', entry({ n: 1, selectors: [email] }));
    await tell('ICE', entry({ n: 2, selectors: [phone] }));
    await tell('DEA', entry({ n: 1, selectors: [email, phone] }));
    await world.keepUp();
    expect([await rolesOf('DEA'), await rolesOf('ICE')]).toEqual([[], ['ORIGINATOR']]);
    world.ruleset = rulesetOf(silent, duty({ from: ['FBI'], to: ['DEA'] }));
    await world.keepUp();
    expect([await rolesOf('DEA'), await rolesOf('ICE')]).toEqual([[], ['ORIGINATOR']]);
    world.ruleset = rulesetOf(both);
    await world.keepUp();
    await world.keepUp();
    expect([await rolesOf('DEA'), await rolesOf('ICE')]).toEqual([['ORIGINATOR'], ['SEARCHER', 'ORIGINATOR']]);
  });

  it('is told to each by what the other came to, and tells neither of what is told to the other alone', async () => {
    world.ruleset = rulesetOf(silent);
    await tell('DEA', entry({ n: 1, selectors: [email] }));
    await tell('ICE', entry({ n: 2, selectors: [email] }));
    await world.keepUp();
    expect([await rolesOf('DEA'), await rolesOf('ICE')]).toEqual([['ORIGINATOR'], []]);
    await tell('ICE', entry({ n: 2, selectors: [email, phone] }));
    await tell('DEA', entry({ n: 1, selectors: [email, phone] }));
    await world.keepUp();
    expect([await rolesOf('DEA'), await rolesOf('ICE')]).toEqual([['ORIGINATOR'], ['ORIGINATOR']]);
  });

  it('while both know of another selector, has the one that came to it learn nothing of the silent one', async () => {
    world.ruleset = rulesetOf(duty({ selectors: ['PHONE'] }), duty({ selectors: ['EMAIL'], tells: 'originator' }));
    await tell('DEA', entry({ n: 1, selectors: [phone] }));
    await tell('ICE', entry({ n: 2, selectors: [phone] }));
    const before = await conflictsOf(world, 'DEA');
    await tell('ICE', entry({ n: 2, selectors: [phone, email] }));
    await tell('DEA', entry({ n: 1, selectors: [phone, email] }));
    await world.keepUp();
    expect(await conflictsOf(world, 'DEA')).toEqual(before);
    expect((await conflictsOf(world, 'ICE')).map(({ role, clauses }) => [role, clauses])).toEqual([
      ['ORIGINATOR', ['pair#2']],
      ['SEARCHER', ['pair#1']],
    ]);
  });

  it('by several things at once, is one conflict under all that they have in common', async () => {
    world.ruleset = rulesetOf(
      duty({ selectors: ['PHONE'], tells: 'originator' }),
      duty({ selectors: ['EMAIL'], tells: 'originator' }),
    );
    await tell('DEA', entry({ n: 1, selectors: [email, phone] }));
    await tell('ICE', entry({ n: 2, selectors: [email] }));
    await tell('ICE', entry({ n: 2, selectors: [phone] }));
    await world.keepUp();
    expect(await conflictsOf(world, 'DEA')).toMatchObject([{ clauses: ['pair#1', 'pair#2'] }]);
  });
});

describe('two cases that change in the same instant', () => {
  it('meet by all that they have in common, whichever comes first', async () => {
    world.ruleset = rulesetOf(duty({ selectors: ['PHONE'] }), duty({ selectors: ['EMAIL'] }));
    for (let n = 1; n <= 20; n += 2) {
      const [one, other] = [entry({ n, selectors: [email] }), entry({ n: n + 1, selectors: [phone] })];
      await tell('DEA', one);
      await tell('ICE', other);
      await Promise.all([
        tell('DEA', entry({ n, selectors: [email, phone] })),
        tell('ICE', entry({ n: n + 1, selectors: [email, phone] })),
      ]);
      await tell('DEA', entry({ n, status: 'CLOSED' }));
      await tell('ICE', entry({ n: n + 1, status: 'CLOSED' }));
    }
    const told = await conflictsOf(world, 'ICE');
    expect(told.map(({ clauses }) => clauses)).toEqual(Array(10).fill(['pair#1', 'pair#2']));
  });
});
