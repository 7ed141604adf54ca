import { openPostgresQuotas } from '../../gateway/quota/postgres-quotas.ts';
import type { Quotas, Use } from '../../gateway/quota/quotas.ts';
import { spend } from '../../gateway/quota/spend.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const replicas: Quotas[] = [];
const NOON = new Date('2026-03-01T12:00:00Z');

beforeAll(async () => {
  for (let replica = 0; replica < 3; replica += 1) replicas.push(await openPostgresQuotas(database.url));
});
afterAll(() => Promise.all(replicas.map((replica) => replica.stop())));

const use = (clause: string, rest: Partial<Use> = {}): Use => ({
  ...{ clause, agency: 'DEA', kind: '', searches: 1, perDay: 10 },
  ...rest,
});
const counted = async (uses: readonly Use[], at = NOON) => (await replicas[0]!.count(uses, at)).length;

describe('counting towards quotas', () => {
  it('lets exactly as many searches through as the quota says, however many come at once', async () => {
    const together = Array.from({ length: 50 }, (_, at) => replicas[at % 3]!.count([use('at-once')], NOON));
    const through = (await Promise.all(together)).filter(({ length }) => length === 1);
    expect(through).toHaveLength(10);
    expect(await counted([use('at-once')])).toBe(0);
  });

  it('lets no two operations that count towards the same clauses wait for each other', async () => {
    const both = [use('x', { perDay: 100 }), use('y', { perDay: 100 })];
    const together = Array.from({ length: 40 }, (_, at) =>
      replicas[at % 3]!.count(at % 2 ? both : [...both].reverse(), NOON),
    );
    expect((await Promise.all(together)).every(({ length }) => length === 2)).toBe(true);
  });

  it('begins again with every day (UTC), for each agency and each kind of search', async () => {
    const once = use('daily', { perDay: 1 });
    expect(await counted([once], new Date('2026-03-01T23:59:59.999Z'))).toBe(1);
    expect(await counted([once])).toBe(0);
    expect(await counted([once], new Date('2026-03-02T00:00:00Z'))).toBe(1);
    expect(await counted([{ ...once, agency: 'ATF' }])).toBe(1);
    expect(await counted([{ ...once, kind: 'name' }])).toBe(1);
  });

  it('counts an operation with more searches than are left not at all', async () => {
    expect(await counted([use('whole', { searches: 11 })])).toBe(0);
    expect(await counted([use('whole', { searches: 9 })])).toBe(1);
    expect(await counted([use('whole', { searches: 2 })])).toBe(0);
    expect(await counted([use('whole')])).toBe(1);
  });

  it('follows a quota that is changed', async () => {
    expect(await counted([use('changed', { perDay: 1 })])).toBe(1);
    expect(await counted([use('changed', { perDay: 2 })])).toBe(1);
    expect(await counted([use('changed', { perDay: 1 })])).toBe(0);
  });
});

it('takes clauses for spent when they cannot be counted, and says why to the log', async () => {
  const failures: unknown[] = [];
  const broken: Quotas = { count: () => Promise.reject(new Error('down')), stop: async () => undefined };
  const counting = { quotas: broken, failed: (error: unknown) => failures.push(error) };
  expect(await spend([use('a'), use('b', { kind: 'name' })], NOON, counting)).toEqual(new Set(['a', 'b']));
  expect(failures).toHaveLength(1);
  expect(await spend([], NOON, counting)).toEqual(new Set());
});
