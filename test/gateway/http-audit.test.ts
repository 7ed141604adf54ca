import { serverAudits } from 'graphql-http';
import { agreed } from '../support/scenario/agreed.ts';
import { useScenario } from '../support/scenario/scenario.ts';

const AGENCIES = ['DEA', 'ICE'];
const agreement = agreed(AGENCIES, [
  { id: '1', share: { from: AGENCIES, to: AGENCIES, categories: ['RECORD_SUMMARY'] } },
]);
const scenario = useScenario({ agencies: AGENCIES, agreements: [agreement], data: { DEA: [], ICE: [] } });

/** As a viewer's program asks: with a token, by which a GET is known to be no form's. */
async function asViewer(url: unknown, { headers, ...rest }: RequestInit = {}): Promise<Response> {
  const all = new Headers(headers);
  all.set('authorization', `Bearer ${await scenario.token('DEA')}`);
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
    expect(await response.text()).toMatch(/^\{"errors":\[\{"message":"[^"]+","extensions":\{"code":"TOKEN_MISSING",/);
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
    for (const text of texts)
      expect(text).toMatch(
        /^\{"errors":\[\{"message":"[^"]+","extensions":\{"code":"[A-Z_]+","remedy":"[^"]+"\}\}\]\}\n?$/,
      );
    expect(texts.length).toBeGreaterThan(50);
  });
});
