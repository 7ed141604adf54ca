import { listens, needed } from '../../gateway/needed.ts';
import { agreed } from '../support/scenario/agreed.ts';
import { useScenario } from '../support/scenario/scenario.ts';

describe('what every answer needs', () => {
  const clock = { now: 0 };
  const told: string[] = [];
  const failed = (where: string) => void told.push(where);
  beforeEach(() => void (told.length = 0));

  it('is looked at once in three seconds, however many ask', async () => {
    let looks = 0;
    const look = needed({ ledger: async () => (looks += 1) }, failed, () => clock.now);
    expect(await Promise.all([look(), look(), look()])).toEqual(Array(3).fill({ ledger: 'up' }));
    expect(looks).toBe(1);
    clock.now += 3_001;
    await look();
    expect(looks).toBe(2);
  });

  it('is down when it fails, and only the log hears why', async () => {
    const broken = async () => Promise.reject(new Error('postgresql://hub:secret@db/hub'));
    const look = needed({ ledger: broken, index: async () => undefined }, failed);
    expect(await look()).toEqual({ ledger: 'down', index: 'up' });
    expect(told).toEqual(['the health of ledger']);
  });

  it('is not there where nobody listens', async () => {
    await expect(listens('http://127.0.0.1:1/graphql')()).rejects.toThrow();
  });
});

describe('GET /health', () => {
  const scenario = useScenario({
    agencies: ['ICE', 'DEA'],
    agreements: [agreed(['ICE', 'DEA'], [{ id: '1' }])],
    data: { ICE: [], DEA: [] },
    hub: true,
  });
  const health = async () => (await fetch(`${scenario.url}/health`)).json() as Promise<Record<string, unknown>>;

  it('tells that a part of the hub is down, and what is missing without it', async () => {
    await scenario.stopSubgraph('index');
    const { status, needs, reason } = await health();
    expect({ status, needs, reason }).toEqual({
      status: 'degraded',
      needs: { index: 'down', registry: 'up', ledger: 'up' },
      reason: 'index does not answer: nothing is found',
    });
  });
});
