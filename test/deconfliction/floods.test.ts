import { conflictsOf, toldTo, watch } from './asked.ts';
import { listeningTo } from './listening.ts';
import { after, blinded, duty, rulesetOf, useWorld } from './world.ts';

const world = useWorld();

/** As many watches of an agency under one number, all at once, for these areas. */
async function flood(agency: string, count: number, phone = '+12025550143', areas = ['drug-trafficking']) {
  const blind = Buffer.from(blinded('PHONE', phone), 'base64url').toString('hex');
  await world.database.query(
    `WITH declared AS (
       INSERT INTO declaration (agency, kind, areas, declared_at, digest)
       SELECT $1, 'WATCH', $2, now(), '' FROM generate_series(1, $3::int) RETURNING id, arrived)
     INSERT INTO selector (blind, declaration, agency, kinds, epoch, arrived)
     SELECT $4::uuid, id, $1, '{PHONE}', 1, arrived FROM declared`,
    [agency, areas, count, blind],
  );
}

describe('a number that thousands of another agency’s targets have', () => {
  it('brings about conflicts with the twenty that came first, and the same statements as with one', async () => {
    const { database, heard } = listeningTo(world.database);
    world.served = database;
    await watch(world, 'DEA', { n: 1 });
    const one = heard.length;
    const taken = heard.findIndex((statement) => statement.endsWith('COMMIT'));
    await flood('DEA', 3_000);
    expect((await watch(world, 'ICE', { n: 2 })).conflicts).toHaveLength(20);
    expect(heard.slice(one).findIndex((statement) => statement.endsWith('COMMIT'))).toBe(taken);
    expect((await toldTo(world, 'DEA')).length).toBe(20);
    expect(await conflictsOf(world, 'DEA')).toContainEqual(expect.objectContaining({ role: 'ORIGINATOR' }));
  });

  it('brings about as many when an agreement comes that speaks of them', async () => {
    world.ruleset = rulesetOf();
    await flood('DEA', 300);
    await watch(world, 'ICE', { n: 2 });
    await world.keepUp();
    world.ruleset = rulesetOf(duty());
    await world.keepUp();
    expect((await conflictsOf(world, 'ICE')).length).toBeLessThanOrEqual(20);
    expect((await conflictsOf(world, 'ICE')).length).toBeGreaterThan(0);
  });

  it('hides nothing of which another agreement tells: what is told to others alone is counted by itself', async () => {
    world.ruleset = rulesetOf(
      duty({ tells: 'originator', areas: ['tax-crime'] }),
      duty({ areas: ['drug-trafficking'] }),
    );
    await flood('DEA', 100, '+12025550143', ['tax-crime']);
    await watch(world, 'DEA', { n: 1 });
    const { conflicts } = await watch(world, 'ICE', { n: 2, areas: ['drug-trafficking', 'tax-crime'] });
    expect(conflicts).toHaveLength(1);
    await world.keepUp();
    expect(await conflictsOf(world, 'DEA')).toHaveLength(21);
  });
});

describe('an agency that declares one number again and again', () => {
  it('meets the target of another by the first twenty, and by another number as before', async () => {
    await watch(world, 'DEA', { n: 1 });
    await flood('ICE', 19);
    expect((await watch(world, 'ICE', { n: 2 })).conflicts).toHaveLength(1);
    expect((await watch(world, 'ICE', { n: 3 })).conflicts).toEqual([]);
    await watch(world, 'DEA', { n: 4, phone: '+12025550199' });
    expect((await watch(world, 'ICE', { n: 5, phone: '+12025550199' })).conflicts).toHaveLength(1);
  });

  it('counts what it still looks for, and what another agency has makes no difference', async () => {
    await watch(world, 'DEA', { n: 1 });
    await flood('FBI', 30);
    await flood('ICE', 20);
    await world.database.query(`UPDATE selector SET until = $1 WHERE agency = 'ICE'`, [after(0)]);
    expect((await watch(world, 'ICE', { n: 2 })).conflicts).toHaveLength(1);
  });
});

describe('an agency that leaves ten thousand conflicts unresolved', () => {
  /** As many conflicts of ICE with FBI, of which these are told. */
  async function unresolved(told: readonly string[]) {
    await flood('ICE', 1, '+12025550111');
    await flood('FBI', 1, '+12025550112');
    await world.database.query(
      `INSERT INTO declaration (agency, kind, areas, declared_at, digest, ended_at)
       SELECT 'FBI', 'ON_REQUEST', '{}', now(), '', NULL FROM generate_series(1, 10000)`,
    );
    await world.database.query(
      `INSERT INTO conflict (id, originator, searcher, originator_declaration, searcher_declaration, originator_areas,
         searcher_areas, met, opened_at, told)
       SELECT gen_random_uuid(), 'FBI', 'ICE', theirs.id, ours.id, '{}', '{}', '{"by": "selectors", "selectors": []}', now(), $1
       FROM declaration AS theirs, declaration AS ours
       WHERE theirs.agency = 'FBI' AND theirs.kind = 'ON_REQUEST' AND ours.agency = 'ICE'`,
      [told],
    );
  }

  it('comes to no more of which it is told until it resolves some', async () => {
    await watch(world, 'DEA', { n: 1 });
    await unresolved(['FBI', 'ICE']);
    expect((await watch(world, 'ICE', { n: 2, kind: 'ON_REQUEST' })).conflicts).toEqual([]);
    await world.database.query(
      `UPDATE conflict SET status = 'RESOLVED' WHERE id = (SELECT id FROM conflict WHERE searcher = 'ICE' LIMIT 1)`,
    );
    expect((await watch(world, 'ICE', { n: 3, kind: 'ON_REQUEST' })).conflicts).toHaveLength(1);
  });

  it('is kept from none by those of which it is not told', async () => {
    await watch(world, 'DEA', { n: 1 });
    await unresolved(['FBI']);
    expect((await watch(world, 'ICE', { n: 2 })).conflicts).toHaveLength(1);
  });
});
