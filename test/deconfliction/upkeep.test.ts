import { CONFLICTS_PAGE } from '../../subgraphs/deconfliction/conflicts/list.ts';
import { LOCK_CONFLICTS } from '../../subgraphs/deconfliction/conflicts/hold.ts';
import { PAGES_OF_DECLARATIONS } from '../../subgraphs/deconfliction/conflicts/in-declarations.ts';
import { LOCK_OVERDUE } from '../../subgraphs/deconfliction/upkeep/escalate.ts';
import { ENDED, LOCK_LAPSED, PASS_ON, SETTLED } from '../../subgraphs/deconfliction/upkeep/over.ts';
import { OTHERWISE_TOLD } from '../../subgraphs/deconfliction/upkeep/tell-by-duties.ts';
import { keepUp } from '../../subgraphs/deconfliction/upkeep/upkeep.ts';
import { conflictsOf, plan } from './asked.ts';
import { after, duty, id, rulesetOf, useWorld } from './world.ts';

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

describe('among many conflicts', () => {
  /** As many as are worth an index, in all of which nothing is to be done. */
  beforeEach(async () => {
    await world.database.query(`
      INSERT INTO declaration (id, agency, kind, areas, declared_at, digest, ended_at, end_settled)
      SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, (ARRAY['DEA', 'ICE'])[1 + n % 2], 'WATCH', '{}',
        now(), '', CASE WHEN n % 3 = 0 THEN now() END, CASE WHEN n % 3 = 0 THEN now() END
      FROM generate_series(1, 10000) AS n;
      INSERT INTO conflict (id, originator, searcher, originator_declaration, searcher_declaration, originator_areas,
        searcher_areas, met, opened_at, told, told_by, lapses_at, escalates_at)
      SELECT gen_random_uuid(), 'DEA', 'ICE', ('00000000-0000-4000-8000-' || lpad((2 * n)::text, 12, '0'))::uuid,
        ('00000000-0000-4000-8000-' || lpad((2 * n - 1)::text, 12, '0'))::uuid, '{}', '{}',
        '{"by": "selectors", "selectors": []}', now(), '{DEA,ICE}', 'same', now() + interval '1 year', now() + interval '1 year'
      FROM generate_series(1, 5000) AS n;
      INSERT INTO side (conflict, agency, role, declaration, told_at)
      SELECT id, 'DEA', 'ORIGINATOR', originator_declaration, now() FROM conflict
      UNION ALL SELECT id, 'ICE', 'SEARCHER', searcher_declaration, now() FROM conflict;
      ANALYZE declaration; ANALYZE conflict; ANALYZE side;`);
  });
  const pair = JSON.stringify([{ one: id(2), other: id(1) }]);

  it('every statement goes by an index, and reads nobody’s through', async () => {
    const statements: readonly (readonly [string, readonly unknown[]])[] = [
      [OTHERWISE_TOLD, ['same', 200]],
      [ENDED, [20]],
      [PASS_ON, [[id(2), id(3)], 200]],
      [SETTLED, [[id(2), id(3)]]],
      [LOCK_LAPSED, [after(0), 200]],
      [LOCK_OVERDUE, [after(0), 200]],
      [LOCK_CONFLICTS, [pair]],
      [CONFLICTS_PAGE, ['ICE', null, null, null, 20]],
      [CONFLICTS_PAGE, ['ICE', [id(1)], null, null, 20]],
      [PAGES_OF_DECLARATIONS, ['ICE', [id(1)], [null], 100, true, 'same']],
    ];
    for (const [statement, values] of statements) {
      const { rows } = await world.database.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${statement}`, [...values]);
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toMatch(/Seq Scan/);
    }
  });
});
