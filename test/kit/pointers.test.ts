import { parse } from 'graphql';
import { compileRuleset } from '../../policy/ruleset.ts';
import { addAgencyRoute } from '../../subgraphs/kit/agency-route.ts';
import { pointerSender } from '../../subgraphs/kit/pointers.ts';
import { serveSubgraph, type ServedSubgraph } from '../../subgraphs/kit/serve.ts';
import { newKeys } from './keys.ts';
import { gateway, identities } from './toy-agency.ts';

const dea = newKeys('dea-service');
const ice = newKeys('ice-service');
const entries = [{ sequence: 9_007_199_254_740_993n, op: 'WITHDRAW', type: 'RECORD', id: 'r1' }];

describe('contributing pointers to the index', () => {
  const taken: unknown[] = [];
  let index: ServedSubgraph;
  beforeAll(async () => {
    index = await serveSubgraph({
      name: 'index',
      typeDefs: parse(
        'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9") type Query { who: String }',
      ),
      resolvers: {},
      lock: 'none',
      rulebook: { at: (now) => compileRuleset({ agreements: [], agencies: [] }, now) },
      gatewayKeys: () => gateway.published,
      identities,
      routes: (app) =>
        addAgencyRoute(app, {
          path: '/contribute',
          audience: 'index',
          keysOf: (agency) =>
            new Map([
              ['DEA', dea.published],
              ['ICE', ice.published],
            ]).get(agency),
          handle: async (agency, body) => {
            taken.push([agency, body]);
            return { acknowledged: 9_007_199_254_740_993n };
          },
        }),
    });
  });
  afterAll(() => index.stop());

  it('is proven by the service key, and loses no digit of a number', async () => {
    const send = pointerSender(new URL(index.url).origin, () => dea.signing);
    expect(await send({ agency: 'DEA', entries })).toEqual({ acknowledged: 9_007_199_254_740_993n });
    const [entry] = entries;
    expect(taken).toEqual([['DEA', { agency: 'DEA', entries: [{ ...entry, sequence: '9007199254740993' }] }]]);
  });

  it('is refused with the key of another agency', async () => {
    const send = pointerSender(new URL(index.url).origin, () => ice.signing);
    await expect(send({ agency: 'DEA', entries })).rejects.toThrow('status 401, ASSERTION_INVALID');
    expect(taken).toHaveLength(1);
  });

  it('ends when its relay stops, or nobody listens', async () => {
    const send = pointerSender('http://127.0.0.1:9', () => dea.signing);
    await expect(send({ agency: 'DEA', entries })).rejects.toThrow();
    const stopped = AbortSignal.abort();
    await expect(pointerSender(index.url, () => dea.signing)({ agency: 'DEA', entries }, stopped)).rejects.toThrow();
  });
});
