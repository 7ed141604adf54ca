import { readFileSync } from 'node:fs';
import { readConfig } from '../../start/config.ts';
import { DEFAULT_LIMITS } from '../../gateway/limits/limits.ts';

const LIMITS_PAGE = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');

describe('the configuration', () => {
  it('has the limits that are documented, unless a variable says otherwise', () => {
    expect(readConfig({}).limits).toEqual(DEFAULT_LIMITS);
    const { limits } = readConfig({ LIMIT_COST: '7', RATE_REFUSALS: '8', HTTP_BODY_BYTES: '9' });
    expect(limits).toEqual({
      operation: { ...DEFAULT_LIMITS.operation, cost: 7 },
      rates: { ...DEFAULT_LIMITS.rates, refusals: 8 },
      door: { ...DEFAULT_LIMITS.door, bodyBytes: 9 },
      batch: DEFAULT_LIMITS.batch,
      texts: DEFAULT_LIMITS.texts,
    });
  });

  it('has every limit in the documentation, under its name and with its default', () => {
    const rows = [...LIMITS_PAGE.matchAll(/^\| `([A-Z_]+)` +\| `(\d+)`/gm)].map(([, name, most]) => [
      name,
      Number(most),
    ]);
    const figures = (env: Record<string, string>) =>
      Object.values(readConfig(env).limits).flatMap(Object.values<number>);
    const defaults = figures({});
    const named = rows.map(([name]) => {
      const changed = figures({ [String(name)]: '12345' }).map((figure, place) => [figure, defaults[place]]);
      return [name, changed.find(([figure]) => figure === 12_345)?.[1]];
    });
    expect(named).toEqual(rows);
    expect(rows).toHaveLength(defaults.length);
  });

  it('opens to the pages of no origin, and of those that are named', () => {
    expect(readConfig({}).origins).toEqual([]);
    expect(readConfig({ CORS_ORIGINS: 'https://desk.example, http://127.0.0.1:5173,' }).origins).toEqual([
      'https://desk.example',
      'http://127.0.0.1:5173',
    ]);
  });

  it('believes nobody who says for whom they ask, but proxies that are named', () => {
    expect(readConfig({}).proxies).toEqual([]);
    expect(readConfig({ TRUSTED_PROXIES: '192.0.2.1, 10.0.0.0/8, 2001:db8::/32' }).proxies).toHaveLength(3);
  });

  it.each([
    [{ LIMIT_DEPTH: '0' }, 'LIMIT_DEPTH is `0`: set it to a whole number from 1 to 1000000000, or leave it out'],
    [{ RATE_VIEWER_COST: 'none' }, 'RATE_VIEWER_COST is `none`'],
    [{ HTTP_REQUEST_MS: '1.5' }, 'HTTP_REQUEST_MS is `1.5`'],
    [{ CORS_ORIGINS: '*' }, 'CORS_ORIGINS has `*`, which is no origin: patterns are not taken'],
    [{ CORS_ORIGINS: 'https://*.desk.example' }, 'patterns are not taken'],
    [{ CORS_ORIGINS: 'null' }, 'CORS_ORIGINS has `null`, which is no origin'],
    [{ CORS_ORIGINS: 'https://desk.example/' }, 'without a path or a slash at its end'],
    [{ CORS_ORIGINS: 'https://desk.example:443' }, 'which is no origin'],
    [{ CORS_ORIGINS: 'desk.example' }, 'name it as `https://desk.example`'],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES has `10.0.0.0/33`: name an IP address, or a network'],
    [{ TRUSTED_PROXIES: 'loopback' }, 'TRUSTED_PROXIES has `loopback`'],
    [{ PERSISTED_ONLY: 'true' }, 'PERSISTED_ONLY is `true`, and nothing is listed: set PERSISTED_OPERATIONS'],
    [
      { BLINDING_KEY: 'keys.json' },
      'BLINDING_KEY is set, and no such variable is known: did you mean `BLINDING_KEYS`?',
    ],
    [{ PERSISTED_ONLY: 'yes' }, 'PERSISTED_ONLY is `yes`: set it to `true` or `false`, or leave it out'],
    [{ LIMIT_DEPHT: '5' }, 'LIMIT_DEPHT is set, and no such variable is known: did you mean `LIMIT_DEPTH`?'],
    [
      { RATE_EVERYTHING: '5' },
      'one of `RATE_VIEWER_REQUESTS`, `RATE_AGENCY_REQUESTS`, `RATE_VIEWER_COST`, `RATE_AGENCY_COST`, `RATE_REFUSALS`',
    ],
    [{ PERSISTED_OPERATION: 'list.json' }, 'did you mean `PERSISTED_OPERATIONS`?'],
    [{ HTTP_BODY_BYTE: '5' }, 'HTTP_BODY_BYTE is set, and no such variable is known: did you mean `HTTP_BODY_BYTES`?'],
  ])('is refused with %j', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message);
  });

  it('leaves to others what is theirs, and takes what is empty for absent', () => {
    const others = { HTTP_PROXY: 'http://proxy.example', HTTP_USER_AGENT: 'x', LIMIT_DEPHT: '' };
    expect(readConfig(others).limits).toEqual(DEFAULT_LIMITS);
  });

  it('has places of known agencies only', () => {
    const codes = ['DEA', 'IRS-CI'];
    const url = 'http://127.0.0.1:4100/graphql';
    const known = readConfig({ SUBGRAPH_URL_IRS_CI: url });
    expect(() => known.refuseOtherAgencies(codes)).not.toThrow();
    expect(known.subgraphUrl('IRS-CI')).toBe(url);
    expect(() => readConfig({ SUBGRAPH_URL_DAE: url }).refuseOtherAgencies(codes)).toThrow(
      'SUBGRAPH_URL_DAE is set, and no such variable is known: did you mean `SUBGRAPH_URL_DEA`?',
    );
    expect(() => readConfig({ SUBGRAPH_URL_INTERPOL: url }).refuseOtherAgencies(codes)).toThrow(
      'one of `SUBGRAPH_URL_DEA`, `SUBGRAPH_URL_IRS_CI`',
    );
  });
});
