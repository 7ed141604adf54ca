import { keepUp } from '../../subgraphs/deconfliction/upkeep/upkeep.ts';
import { conflictsOf, plan } from './asked.ts';
import { duty, id, rulesetOf, useWorld } from './world.ts';

const world = useWorld();

describe('what is looked after beside answering', () => {
  it('goes on where one part of it fails, which is told of', async () => {
    world.ruleset = rulesetOf(duty(), duty({ tells: 'originator' }));
    await plan(world, 'DEA', { n: 1 });
    await plan(world, 'ICE', { n: 2 });
    await world.data('DEA', `mutation { cancelEvent(id: "${id(1)}") { id } }`);
    await world.database.query(`INSERT INTO checked (at, found) VALUES (now(), '[{"not": "a meeting"}]')`);
    const troubles: unknown[] = [];
    const onTrouble = (error: unknown) => void troubles.push(error);
    await keepUp({ database: world.database, inForceAt: () => world.ruleset, clock: () => world.now, onTrouble });
    expect(troubles).toHaveLength(1);
    expect(await conflictsOf(world, 'ICE')).toMatchObject([{ over: true }]);
  });
});
