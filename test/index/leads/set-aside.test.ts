import { prepareNotifications } from '../../../platform/notifications/store.ts';
import { lookOnce, putDownAgain } from '../../../subgraphs/index/leads/look.ts';
import { watchForLeads } from '../../../subgraphs/index/leads/watch.ts';
import { dataOf } from '../ask.ts';
import { useIndex } from '../database.ts';
import { contributeAll, id } from '../pointers.ts';
import { aCase, leading, phone } from './lead-world.ts';

const LED = '{ leads(first: 100) { edges { node { case { id } } } } }';

describe('a case at which nobody gets done looking', () => {
  const index = useIndex();
  const troubles: unknown[] = [];
  beforeAll(() => prepareNotifications(index.url));
  beforeEach(async () => {
    troubles.length = 0;
    await index.loads.query(
      'TRUNCATE pointer, once_owned, selector, contribution, lead, lead_due, lead_set_aside CASCADE',
    );
    await contributeAll(
      index.database,
      [1, 2, 3].flatMap((n) => [aCase('DEA', n, [phone(`p${n}`)]), aCase('ICE', n + 10, [phone(`p${n}`)])]),
    );
  });
  afterEach(() => index.loads.query('DROP TRIGGER IF EXISTS stuck ON lead; DROP FUNCTION IF EXISTS stuck()'));

  /** Whoever writes a lead of this case is stopped, or waits for an hour. */
  const hinder = (n: number, how: string) =>
    index.loads.query(`
      CREATE FUNCTION stuck() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF '${id(n)}' IN (NEW.own_case::text, NEW.other_case::text) THEN ${how}; END IF; RETURN NEW; END $$;
      CREATE TRIGGER stuck BEFORE INSERT ON lead FOR EACH ROW EXECUTE FUNCTION stuck()`);
  const unhinder = () => index.loads.query('DROP TRIGGER stuck ON lead');
  const look = async (milliseconds = 10_000) => {
    while (await lookOnce(index.loads, { milliseconds, onTrouble: (error) => troubles.push(error) }));
  };
  const led = async () => {
    const data = (await dataOf(index.database, leading('DEA'), LED)) as {
      leads: { edges: { node: { case: { id: string } } }[] };
    };
    return [...new Set(data.leads.edges.map(({ node }) => node.case.id))].sort();
  };
  const setAside = async (): Promise<readonly unknown[]> => {
    const { rows } = await index.loads.query<object>(
      `SELECT case_id, failures, round(extract(epoch FROM again_at - now()) / 60)::int AS minutes
        FROM lead_set_aside ORDER BY case_id`,
    );
    return rows;
  };
  const waited = async () => {
    await index.loads.query(`UPDATE lead_set_aside SET again_at = again_at - interval '2 days'`);
    await putDownAgain(index.loads);
  };

  it.each([
    ['fails', `RAISE EXCEPTION 'no'`, 10_000],
    ['takes too long', 'PERFORM pg_sleep(3600)', 1_500],
  ])('keeps no others waiting, and is looked at later: it %s', async (_, how, milliseconds) => {
    await hinder(2, how);
    await look(milliseconds);
    expect(await led()).toEqual([id(1), id(3)]);
    expect(await setAside()).toEqual([
      { case_id: id(2), failures: 1, minutes: 1 },
      { case_id: id(12), failures: 1, minutes: 1 },
    ]);
    expect(troubles).toHaveLength(2);
    expect((await index.loads.query('SELECT FROM lead_due')).rows).toEqual([]);
    await putDownAgain(index.loads);
    await unhinder();
    await look();
    expect(await led()).toEqual([id(1), id(3)]);
    await waited();
    await look();
    expect(await led()).toEqual([id(1), id(2), id(3)]);
    expect(await setAside()).toEqual([]);
  });

  describe('of an agency that has many of them', () => {
    const MANY = 60;
    const many = async (how: string) => {
      const own = Array.from({ length: MANY }, (_, n) => aCase('FBI', 100 + n, [phone('all')]));
      await index.loads.query('TRUNCATE lead_due');
      await contributeAll(index.database, [...own, aCase('ICE', 11, [phone('p1')])]);
      await index.loads.query(`
        CREATE FUNCTION stuck() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF 'FBI' IN (NEW.agency, NEW.contributor) THEN ${how}; END IF; RETURN NEW; END $$;
        CREATE TRIGGER stuck BEFORE INSERT ON lead FOR EACH ROW EXECUTE FUNCTION stuck()`);
    };
    const due = async () =>
      (await index.loads.query<{ n: number }>('SELECT count(*)::int AS n FROM lead_due')).rows[0]!.n;
    const onTrouble = (error: unknown) => void troubles.push(error);
    beforeEach(() => contributeAll(index.database, [aCase('USSS', 99, [phone('all')])]));

    it('keeps others waiting for no more than its turn', async () => {
      await many('PERFORM pg_sleep(3600)');
      const first = await lookOnce(index.loads, { milliseconds: 300, onTrouble, after: 'DEA' });
      expect([first, troubles.length, await due()]).toEqual([{ agency: 'FBI' }, 1, MANY]);
      const second = await lookOnce(index.loads, { milliseconds: 10_000, onTrouble, after: 'FBI' });
      expect([second, await led(), await due()]).toEqual([{ agency: 'ICE' }, [id(1)], MANY - 1]);
      expect(await lookOnce(index.loads, { milliseconds: 300, onTrouble, after: 'ICE' })).toEqual({ agency: 'FBI' });
    });

    it('does not keep the index from ending', async () => {
      await many(`RAISE EXCEPTION 'no'`);
      let stopped: Promise<void> | undefined;
      await new Promise<void>((resolve) => {
        const watch = watchForLeads({
          url: index.url,
          pool: index.loads,
          onTrouble: (error) => {
            onTrouble(error);
            stopped ??= watch.stop();
            resolve();
          },
        });
      });
      await stopped;
      expect(troubles).toHaveLength(1);
      expect(await due()).toBeGreaterThanOrEqual(MANY - 1);
    });
  });

  it('is looked at the more seldom, the more often that fails', async () => {
    await hinder(2, `RAISE EXCEPTION 'no'`);
    await look();
    for (const minutes of [4, 16, 64, 256, 1024, 1440, 1440]) {
      await waited();
      await look();
      expect(await setAside()).toMatchObject([{ minutes }, { minutes }]);
    }
  });
});
