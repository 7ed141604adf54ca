import { serverAudits } from 'graphql-http';
import { agreed } from '../support/scenario/agreed.ts';
import { useScenario } from '../support/scenario/scenario.ts';

const AGENCIES = ['DEA', 'ICE'];
const agreement = agreed(AGENCIES, [
  { id: '1', share: { from: AGENCIES, to: AGENCIES, categories: ['RECORD_SUMMARY'] } },
]);
const scenario = useScenario({ agencies: AGENCIES, agreements: [agreement], data: { DEA: [], ICE: [] } });

/** As a viewer's program asks: with a token, and with the header by which a GET is known to be no form's. */
async function asViewer(url: unknown, { headers, ...rest }: RequestInit = {}): Promise<Response> {
  const all = new Headers(headers);
  all.set('authorization', `Bearer ${await scenario.token('DEA')}`);
  all.set('apollo-require-preflight', 'true');
  return fetch(String(url), { ...rest, headers: all });
}

const url = () => `${scenario.url}/graphql`;

describe('GraphQL over HTTP', () => {
  it.each(serverAudits({ url, fetchFn: asViewer }).map((audit) => [`${audit.name} (${audit.id})`, audit] as const))(
    '%s',
    async (_name, audit) => {
      const result = await audit.fn();
      expect('reason' in result ? `${result.reason}: ${await result.response.text()}` : result.status).toBe('ok');
    },
  );
});

describe('without a token, a request', () => {
  const TYPES = ['application/json', 'application/graphql-response+json'];

  it.each(TYPES)('is refused in %s, well-formed', async (accept) => {
    const response = await fetch(url(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'TOKEN_MISSING', remedy: expect.any(String) } }],
    });
  });

  it('is refused so in whatever way it comes', async () => {
    const texts: string[] = [];
    const fetchFn = async (...of: Parameters<typeof fetch>) => {
      const response = await fetch(...of);
      texts.push(await response.clone().text());
      expect([response.status >= 400, response.headers.get('cache-control')]).toEqual([true, 'no-store']);
      return response;
    };
    for (const { fn } of serverAudits({ url, fetchFn })) await fn();
    const refusals = texts.map((text) => JSON.parse(text) as object);
    const extensions = { code: expect.any(String), remedy: expect.any(String) };
    for (const refusal of refusals) expect(refusal).toEqual({ errors: [{ message: expect.any(String), extensions }] });
    expect(refusals.length).toBeGreaterThan(50);
  });
});
