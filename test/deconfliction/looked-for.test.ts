import { watch } from './asked.ts';
import { duty, id, rulesetOf, sealed, useWorld } from './world.ts';

const world = useWorld();

const DECLARE = `mutation ($id: ID!, $kind: DeclaredTargetKind, $areas: [String!], $selectors: [TargetSelectorInput!]!) {
  declareTarget(id: $id, kind: $kind, areas: $areas, selectors: $selectors) { lookedFor mayProceed } }`;
const LIST = '{ declaredTargets(active: false) { edges { node { lookedFor } } } }';

const phone = { phone: sealed('PHONE', '+12025550143') };
const registration = { organizationRegistration: sealed('ORGANIZATION_REGISTRATION', 'GB:01234567') };

async function lookedFor(agency: string, selectors: readonly object[], rest: object = {}): Promise<readonly string[]> {
  const variables = { id: id(7), kind: 'WATCH', selectors, ...rest };
  const { declareTarget } = await world.data<{ declareTarget: { lookedFor: readonly string[]; mayProceed: boolean } }>(
    agency,
    DECLARE,
    variables,
  );
  expect(declareTarget.mayProceed).toBe(true);
  return declareTarget.lookedFor;
}

describe('of the kinds of a target', () => {
  it('those are said that a duty names between its agency and another one', async () => {
    expect(await lookedFor('ICE', [phone, registration])).toEqual(['PHONE']);
    expect(await world.data('ICE', LIST)).toEqual({ declaredTargets: { edges: [{ node: { lookedFor: ['PHONE'] } }] } });
  });

  it('none is said that no duty names', async () => {
    expect(await lookedFor('ICE', [registration])).toEqual([]);
  });

  it('none is said to an agency between which and others no duty stands', async () => {
    expect(await lookedFor('FBI', [phone])).toEqual([]);
  });

  it('none is said where duties speak of work on other areas', async () => {
    world.ruleset = rulesetOf(duty({ areas: ['drug-trafficking'] }));
    expect(await lookedFor('ICE', [phone], { areas: ['money-laundering'] })).toEqual([]);
    expect(await lookedFor('ICE', [phone], { id: id(8), areas: ['drug-trafficking'] })).toEqual(['PHONE']);
  });

  it('those are said by which it was looked for once, when it is declared, and no longer after', async () => {
    expect(await lookedFor('ICE', [phone, registration], { kind: 'ON_REQUEST' })).toEqual(['PHONE']);
    expect(await world.data('ICE', LIST)).toEqual({ declaredTargets: { edges: [{ node: { lookedFor: [] } }] } });
  });

  it('none is said any longer when it has ended, or the agreement has', async () => {
    await lookedFor('ICE', [phone]);
    world.ruleset = rulesetOf();
    expect(await world.data('ICE', LIST)).toEqual({ declaredTargets: { edges: [{ node: { lookedFor: [] } }] } });
    world.ruleset = rulesetOf(duty());
    expect(await world.data('ICE', `mutation { endTarget(id: "${id(7)}") { lookedFor } }`)).toEqual({
      endTarget: { lookedFor: [] },
    });
  });

  it('the same are said whatever others have declared', async () => {
    world.ruleset = rulesetOf(duty({ tells: 'originator' }));
    const alone = await lookedFor('ICE', [phone, registration]);
    await world.empty();
    await watch(world, 'DEA', { n: 1 });
    expect(await lookedFor('ICE', [phone, registration])).toEqual(alone);
    expect(alone).toEqual(['PHONE']);
  });
});
