import { DeclaredError } from '../../schema/errors.ts';
import { MOST_DECLARED } from '../../subgraphs/deconfliction/declarations/count.ts';
import { conflictsOf, plan, toldTo, watch, type TargetOf } from './asked.ts';
import { listeningTo } from './listening.ts';
import { after, blinded, duty, id, rulesetOf, useWorld } from './world.ts';

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

/** As what a target is refused. */
async function refusalOf(agency: string, target: TargetOf): Promise<DeclaredError | undefined> {
  const [refused] = await watch(world, agency, target).then(
    () => [],
    (error: AggregateError) => error.errors as readonly unknown[],
  );
  return refused instanceof DeclaredError ? refused : undefined;
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
    await flood('DEA', 1);
    const { conflicts } = await watch(world, 'ICE', { n: 2, areas: ['drug-trafficking', 'tax-crime'] });
    expect(conflicts).toHaveLength(1);
    await world.keepUp();
    expect(await conflictsOf(world, 'DEA')).toHaveLength(21);
  });
});

describe('an agency that declares one number again and again', () => {
  it('is refused the twenty-first, never told to go, and shown its own twenty: TOO_MANY_TARGETS', async () => {
    await watch(world, 'DEA', { n: 1 });
    await flood('ICE', 19);
    expect((await watch(world, 'ICE', { n: 2 })).conflicts).toHaveLength(1);
    for (const kind of ['WATCH', 'ON_REQUEST']) {
      const refused = await refusalOf('ICE', { n: 3, kind });
      expect(refused?.code).toBe('TOO_MANY_TARGETS');
      expect(refused?.message).toContain(id(2));
      expect(refused?.message.match(/[0-9a-f]{8}-/g)).toHaveLength(20);
    }
    expect((await watch(world, 'ICE', { n: 2 })).conflicts).toHaveLength(1);
    await world.data('ICE', `mutation { endTarget(id: "${id(2)}") { id } }`);
    expect((await watch(world, 'ICE', { n: 3 })).conflicts).toHaveLength(1);
  });

  it('meets by another number as before', async () => {
    await flood('ICE', 20);
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

  const ALL_THREE = duty({ from: ['DEA', 'FBI'], to: ['ICE'] });

  it('is refused what comes to more of the same agency, never told to go, until it resolves some: TOO_MANY_UNRESOLVED', async () => {
    world.ruleset = rulesetOf(ALL_THREE);
    await watch(world, 'FBI', { n: 1 });
    await plan(world, 'FBI', { n: 7 });
    await unresolved(['FBI', 'ICE']);
    expect((await refusalOf('ICE', { n: 2 }))?.code).toBe('TOO_MANY_UNRESOLVED');
    await expect(plan(world, 'ICE', { n: 8 })).rejects.toMatchObject({ errors: [{ code: 'TOO_MANY_UNRESOLVED' }] });
    expect(await world.data('ICE', `{ declaredTargets { edges { node { kind } } } }`)).toEqual({
      declaredTargets: { edges: [{ node: { kind: 'WATCH' } }] },
    });
    expect((await watch(world, 'ICE', { n: 3, phone: '+12025550177' })).conflicts).toEqual([]);
    await world.database.query(
      `UPDATE conflict SET status = 'RESOLVED' WHERE id = (SELECT id FROM conflict WHERE searcher = 'ICE' LIMIT 1)`,
    );
    expect((await watch(world, 'ICE', { n: 2 })).conflicts).toHaveLength(1);
  });

  it('comes to those of every other agency as before', async () => {
    world.ruleset = rulesetOf(ALL_THREE);
    await watch(world, 'DEA', { n: 1 });
    await unresolved(['FBI', 'ICE']);
    expect((await watch(world, 'ICE', { n: 2 })).conflicts).toHaveLength(1);
  });

  it('is kept from none by those of which it is not told', async () => {
    world.ruleset = rulesetOf(ALL_THREE);
    await watch(world, 'FBI', { n: 1 });
    await unresolved(['FBI']);
    expect((await watch(world, 'ICE', { n: 2 })).conflicts).toHaveLength(1);
  });
});

describe('what may be declared on a day', () => {
  /** So much has been declared today. */
  const declared = (agency: string, officer: string, count: number) =>
    world.database.query(`INSERT INTO declared_on VALUES ($1, $2, $3, $4)`, [agency, world.now, officer, count]);
  const phone = (n: number) => `+120255501${String(n).padStart(2, '0')}`;

  it('is bounded for each officer, whatever it is, and what is sent again is not counted: TOO_MANY_DECLARED', async () => {
    await declared('ICE', 'analyst@ICE', MOST_DECLARED.officer - 2);
    await watch(world, 'ICE', { n: 1, kind: 'ON_REQUEST' });
    await watch(world, 'ICE', { n: 1, kind: 'ON_REQUEST' });
    await plan(world, 'ICE', { n: 2 });
    expect((await refusalOf('ICE', { n: 3, kind: 'ON_REQUEST' }))?.code).toBe('TOO_MANY_DECLARED');
    await expect(plan(world, 'ICE', { n: 4 })).rejects.toMatchObject({ errors: [{ code: 'TOO_MANY_DECLARED' }] });
    await watch(world, 'ICE', { n: 1, kind: 'ON_REQUEST' });
    world.officer = 'colleague';
    expect(await watch(world, 'ICE', { n: 3 })).toMatchObject({ mayProceed: true });
    Object.assign(world, { officer: 'analyst', now: after(24) });
    expect(await watch(world, 'ICE', { n: 5 })).toMatchObject({ mayProceed: true });
  });

  it('is bounded for an agency, and no other agency’s', async () => {
    await declared('ICE', '', MOST_DECLARED.agency);
    expect((await refusalOf('ICE', { n: 1 }))?.code).toBe('TOO_MANY_DECLARED');
    expect(await watch(world, 'DEA', { n: 1 })).toMatchObject({ mayProceed: true });
  });

  it('is never passed by declaring much at the same time, and what is refused is not counted', async () => {
    await declared('ICE', 'analyst@ICE', MOST_DECLARED.officer - 3);
    const numbers = Array.from({ length: 8 }, (_, n) => n + 1);
    const refused = await Promise.all(numbers.map((n) => refusalOf('ICE', { n, phone: phone(n) })));
    expect(refused.filter((one) => one?.code === 'TOO_MANY_DECLARED')).toHaveLength(5);
    const { rows } = await world.database.query(`SELECT declared FROM declared_on WHERE officer = ''`);
    expect(rows).toEqual([{ declared: 3 }]);
  });
});
