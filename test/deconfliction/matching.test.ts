import { Pool } from 'pg';
import { blindNameKey } from '../../matching/blind.ts';
import { personKeys } from '../../matching/person/keys.ts';
import { weightOf } from '../../matching/person/weights.ts';
import { seal } from '../../matching/sealed.ts';
import { conflictsOf, plan, watch } from './asked.ts';
import { caseTeller, source } from './cases.ts';
import { after, duty, id, rulesetOf, sealed, useWorld } from './world.ts';

const world = useWorld();
const { entry, tell, beginAnew } = caseTeller(world);

beforeEach(beginAnew);

describe('what is declared while agreements change', () => {
  const before = rulesetOf();
  const since = rulesetOf(duty());

  it.each([
    ['a target', () => watch(world, 'ICE', { n: 2 })],
    ['an operation', () => plan(world, 'ICE', { n: 2 })],
    ['a case', () => tell('ICE', entry({ n: 2 }))],
  ])('meets by those that stand then: %s', async (_, declare) => {
    await watch(world, 'DEA', { n: 1 });
    await plan(world, 'DEA', { n: 3 });
    world.ruleset = since;
    await world.keepUp();
    world.ruleset = before;
    await declare();
    world.ruleset = since;
    await world.keepUp();
    expect(await conflictsOf(world, 'DEA')).toMatchObject([{ role: 'ORIGINATOR' }]);
  });

  it('meets what came later, too: a case that gets a selector while they change', async () => {
    world.ruleset = since;
    await tell('ICE', entry({ n: 1, phone: '+12025550101' }));
    await watch(world, 'DEA', { n: 2 });
    await world.keepUp();
    world.ruleset = before;
    await tell('ICE', entry({ n: 1 }));
    world.ruleset = since;
    await world.keepUp();
    expect(await conflictsOf(world, 'DEA')).toHaveLength(1);
  });
});

describe('what is over', () => {
  it('meets nothing: an operation that has taken place', async () => {
    await plan(world, 'DEA', { n: 1, from: 1 });
    world.now = after(2);
    expect((await plan(world, 'ICE', { n: 2, from: 3 })).conflicts).toEqual([]);
    world.ruleset = rulesetOf(duty({ disclosure: 'EXISTS' }));
    await world.keepUp();
    expect(await conflictsOf(world, 'DEA')).toEqual([]);
  });

  it('is forgotten, and nothing that still stands', async () => {
    const query = `mutation ($id: ID!, $until: DateTime, $selectors: [TargetSelectorInput!]!) {
      declareTarget(id: $id, kind: WATCH, until: $until, selectors: $selectors) { id } }`;
    const selectors = [{ phone: seal([{ epoch: 1, blind: 'AAECAwQFBgcICQoLDA0ODw' }]) }];
    await world.data('DEA', query, { id: id(1), until: after(1).toISOString(), selectors });
    await world.data('DEA', query, { id: id(2), selectors });
    world.now = after(1);
    await world.keepUp();
    const epochs = '{ declaredTargets(active: false) { edges { node { id epochs } } } }';
    expect(await world.data('DEA', epochs)).toEqual({
      declaredTargets: { edges: [{ node: { id: id(2), epochs: [1] } }, { node: { id: id(1), epochs: [] } }] },
    });
  });

  it('leaves no trace among what was checked, once it is told', async () => {
    world.ruleset = rulesetOf(duty({ tells: 'originator' }));
    await watch(world, 'DEA', { n: 1 });
    await watch(world, 'ICE', { n: 2 });
    await world.keepUp();
    expect(await conflictsOf(world, 'DEA')).toHaveLength(1);
    const { rows } = await world.database.query('SELECT FROM checked');
    expect(rows).toEqual([]);
  });
});

describe('after the key is changed', () => {
  it('an agency sees which of its targets it has to declare anew, and nothing of what others have declared', async () => {
    const declare = async (agency: string, n: number, epochs: readonly number[]) => {
      const selectors = [{ phone: sealed('PHONE', '+12025550143', epochs) }];
      const query = `mutation ($id: ID!, $selectors: [TargetSelectorInput!]!) {
        declareTarget(id: $id, kind: WATCH, selectors: $selectors) { id } }`;
      await world.data(agency, query, { id: id(n), selectors });
    };
    const targets = async () =>
      (
        await world.data<{ declaredTargets: { edges: { node: { outdated: boolean } }[] } }>(
          'ICE',
          '{ declaredTargets { edges { node { outdated } } } }',
        )
      ).declaredTargets.edges.map(({ node }) => node.outdated);
    await declare('ICE', 1, [1]);
    await declare('ICE', 2, [1, 2]);
    expect(await targets()).toEqual([false, true]);
    await declare('DEA', 3, [3]);
    expect(await targets()).toEqual([false, true]);
    await world.data('ICE', `mutation { endTarget(id: "${id(1)}") { id } }`);
    expect(await targets()).toEqual([false]);
  });
});

describe('names', () => {
  const keysOf = (surname: string, firstNames: string, dateOfBirth: string) =>
    personKeys({ surname, firstNames, dateOfBirth }).map((key) => ({
      feature: key.feature,
      blind: blindNameKey('NAME_AND_BIRTH', key, new Uint8Array(32).fill(1)),
    }));
  const ofCase = (keys: ReturnType<typeof keysOf>) =>
    keys.map(({ blind }) => ({ source: source('Person.surname'), subject: 0, blind }));
  const [edgar, otto] = [keysOf('Tarrant', 'Edgar', '1971-03-09'), keysOf('Winterbourne', 'Otto', '1983-11-20')];

  beforeEach(() => {
    world.ruleset = rulesetOf(duty({ selectors: ['NAME_AND_BIRTH'] }));
  });

  it('meet between two cases by what the features that agree weigh, as with what is declared', async () => {
    await tell('DEA', entry({ n: 1, selectors: ofCase(edgar) }), entry({ n: 2, selectors: ofCase(otto) }));
    const heaviest = [...edgar].sort((a, b) => weightOf(b.feature) - weightOf(a.feature)).slice(0, 3);
    await tell('ICE', entry({ n: 3, selectors: ofCase(heaviest) }));
    const byCases = (await conflictsOf(world, 'ICE')).length;
    const declare = `mutation ($sealed: String!) {
      declareTarget(id: "${id(4)}", selectors: [{ person: { sealed: $sealed } }]) { conflicts { id } } }`;
    const sealed = seal(heaviest.map((token) => ({ epoch: 1, ...token })));
    const { declareTarget } = await world.data<{ declareTarget: { conflicts: object[] } }>('ICE', declare, { sealed });
    expect(declareTarget.conflicts).toHaveLength(byCases);
    expect(byCases).toBe(1);
  });

  it('do not meet by one feature, however often it is told', async () => {
    await tell('DEA', entry({ n: 1, selectors: ofCase(edgar) }));
    await tell('ICE', entry({ n: 2, selectors: ofCase([edgar[0]!, edgar[0]!, edgar[0]!, edgar[0]!]) }));
    expect(await conflictsOf(world, 'ICE')).toEqual([]);
  });
});

describe('with fewer connections than there is to do', () => {
  it('everything is taken in, one after the other', async () => {
    const { options } = world.database as Pool & { readonly options: object };
    const few = new Pool({ ...options, max: 1 });
    world.served = few;
    const numbers = Array.from({ length: 8 }, (_, n) => n + 1);
    try {
      await Promise.all(
        numbers.flatMap((n) => [
          watch(world, 'DEA', { n, phone: `+1202555010${n}` }),
          watch(world, 'ICE', { n: n + 10, phone: `+1202555010${n}` }),
          plan(world, 'ATF', { n: n + 20 }),
          tell('FBI', entry({ n: n + 30, phone: `+1202555010${n}` })),
        ]),
      );
    } finally {
      world.served = world.database;
      await few.end();
    }
    expect(await conflictsOf(world, 'ICE')).toHaveLength(8);
  });
});
