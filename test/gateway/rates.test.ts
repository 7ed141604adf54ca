import { Addresses } from '../../gateway/limits/addresses.ts';
import { DEFAULT_LIMITS } from '../../gateway/limits/limits.ts';
import { countRates } from '../../gateway/limits/rates.ts';

const LIMITS = { ...DEFAULT_LIMITS.rates, viewerRequests: 3, agencyRequests: 5, viewerCost: 100, agencyCost: 150 };
const ann = { agency: 'DEA', sub: 'ann' };
const ben = { agency: 'DEA', sub: 'ben' };
const carl = { agency: 'ICE', sub: 'ann' };

const outcome = (asked: Promise<void>) =>
  asked.then(
    () => 'answered',
    (error: { code: string; message: string; retrySeconds: number }) => {
      expect(error.retrySeconds).toBeGreaterThanOrEqual(1);
      expect(error.retrySeconds).toBeLessThanOrEqual(60);
      return `${error.code}: ${error.message}`;
    },
  );

async function all(asks: readonly (() => Promise<void>)[]): Promise<readonly string[]> {
  const outcomes: string[] = [];
  for (const ask of asks) outcomes.push(await outcome(ask()));
  return outcomes;
}

const times = <Value>(count: number, value: Value): readonly Value[] => Array.from({ length: count }, () => value);

describe('requests', () => {
  it('of a viewer end at the viewer’s limit, and no other’s', async () => {
    const rates = countRates(LIMITS);
    expect(await all(times(4, () => rates.request(ann)))).toEqual([
      ...times(3, 'answered'),
      'RATE_LIMITED: the viewer has at most 3 requests a minute',
    ]);
    expect(await all([() => rates.request(ben), () => rates.request(carl)])).toEqual(['answered', 'answered']);
  });

  it('of an agency’s viewers end together at the agency’s limit, whoever they say they are', async () => {
    const rates = countRates(LIMITS);
    const made = Array.from({ length: 7 }, (_, i) => () => rates.request({ agency: 'DEA', sub: `made-up-${i}` }));
    expect(await all(made)).toEqual([
      ...times(5, 'answered'),
      ...times(2, "RATE_LIMITED: the viewer's agency has at most 5 requests a minute"),
    ]);
    expect(await outcome(rates.request(carl))).toBe('answered');
  });

  it('that are refused to a viewer do not use up what colleagues have', async () => {
    const rates = countRates(LIMITS);
    await all(times(20, () => rates.request(ann)));
    expect(await outcome(rates.request(ben))).toBe('answered');
  });

  it('of viewers whose names run together are counted apart', async () => {
    const rates = countRates({ ...LIMITS, viewerRequests: 1 });
    const asks = [
      { agency: 'A', sub: 'B","C' },
      { agency: 'A","B', sub: 'C' },
    ];
    expect(await all(asks.map((viewer) => () => rates.request(viewer)))).toEqual(['answered', 'answered']);
  });
});

describe('costs', () => {
  it('are charged to the viewer and the agency, and what is refused is not', async () => {
    const rates = countRates(LIMITS);
    expect(
      await all([
        () => rates.charge(ann, 60),
        () => rates.charge(ann, 60),
        () => rates.charge(ann, 40),
        () => rates.charge(ben, 60),
        () => rates.charge(ben, 50),
      ]),
    ).toEqual([
      'answered',
      'COST_BUDGET_SPENT: the viewer has at most 100 of cost a minute',
      'answered',
      "COST_BUDGET_SPENT: the viewer's agency has at most 150 of cost a minute",
      'answered',
    ]);
  });
});

describe('an address', () => {
  it('that sends bad tokens is not looked at for a while; whoever had a good one is', async () => {
    const addresses = new Addresses(2);
    addresses.admitted('Bearer good');
    await addresses.refused('192.0.2.7', 'Bearer bad');
    expect(await outcome(addresses.knock('192.0.2.7', 'Bearer bad'))).toBe('answered');
    await addresses.refused('192.0.2.7', 'Bearer bad');
    const refused = 'RATE_LIMITED: at most 2 requests a minute without a valid token are looked at, from one address';
    expect(await outcome(addresses.knock('192.0.2.7', 'Bearer bad'))).toBe(refused);
    expect(await outcome(addresses.knock('192.0.2.7', undefined))).toBe(refused);
    expect(await outcome(addresses.knock('::ffff:192.0.2.7', undefined))).toBe(refused);
    expect(await outcome(addresses.knock('192.0.2.7', 'Bearer good'))).toBe('answered');
    expect(await outcome(addresses.knock('192.0.2.8', undefined))).toBe('answered');
  });

  it('forgets that a token was good when it no longer is', async () => {
    const addresses = new Addresses(1);
    addresses.admitted('Bearer good');
    await addresses.refused('192.0.2.7', 'Bearer good');
    expect(await outcome(addresses.knock('192.0.2.7', 'Bearer good'))).toContain('RATE_LIMITED');
  });

  it('of IPv6 is its whole network', async () => {
    const addresses = new Addresses(1);
    await addresses.refused('2001:db8::1', undefined);
    expect(await outcome(addresses.knock('2001:db8:0:0:ffff::2', undefined))).toContain('RATE_LIMITED');
    expect(await outcome(addresses.knock('2001:db8:0:1::1', undefined))).toBe('answered');
  });
});
