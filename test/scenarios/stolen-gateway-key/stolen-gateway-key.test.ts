import { ASSERTION_HEADER, signAssertion } from '../../../policy/assertion.ts';
import type { CallerViewer } from '../../../policy/viewer-claims.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import { recordsWith } from '../../support/scenario/hits.ts';
import { PURPOSE, useScenario } from '../../support/scenario/scenario.ts';
import { vouching, type Otherwise } from '../../support/vouching.ts';
import { record, serveIce } from './ice.ts';

const loaded: string[] = [];
beforeEach(() => loaded.splice(0));

const scenario = useScenario({
  agencies: ['ICE', 'DEA'],
  agreements: [],
  data: { ICE: [record], DEA: [] },
  subgraphs: { ICE: serveIce(loaded) },
});

const agencies = agenciesOf(['ICE', 'DEA']);
const voucherOf = (viewer: CallerViewer, otherwise?: Otherwise) =>
  vouching(agencies, scenario.secrets.parties).voucher(viewer, otherwise);

/** ICE's own viewer, to whom everything of ICE is open. */
const OWN: CallerViewer = { sub: 'ice-analyst', agency: 'ICE', role: 'analyst' };
const bearerOf = (viewer: CallerViewer) => voucherOf(viewer, { audience: 'concordat', type: 'JWT' });

const QUERY = 'query ($all: [_Any!]!) { _entities(representations: $all) { ... on IceRecord { id title } } }';

/** Asks a subgraph with the gateway's stolen key, saying whatever the thief likes. */
async function steal(claims: Readonly<Record<string, unknown>>, audience = 'ICE', query = QUERY) {
  const body = JSON.stringify({ query, variables: { all: [{ __typename: 'IceRecord', id: record.id }] } });
  const said = { ruleset: '', purpose: { area: 'drug-trafficking', use: 'investigation', case: 'X-1' }, ...claims };
  const assertion = signAssertion(
    { kind: 'concordat-caller+jwt', issuer: 'concordat-gateway', audience, body, claims: said },
    scenario.secrets.gateway,
    new Date(),
  );
  const headers = { 'content-type': 'application/json', [ASSERTION_HEADER]: assertion };
  const response = await fetch(scenario.subgraphUrl(audience), { method: 'POST', headers, body });
  const text = await response.text();
  const { errors } = JSON.parse(text) as { errors?: readonly { extensions: { code: string } }[] };
  return { status: response.status, text, code: errors?.[0]?.extensions.code };
}

describe("whoever has the gateway's key", () => {
  it('obtains what viewers obtain whose vouchers they hold', async () => {
    const { text } = await steal({ voucher: await voucherOf(OWN) });
    expect(JSON.parse(text)).toEqual({ data: { _entities: [{ id: record.id, title: record.title }] } });
  });

  it.each<readonly [string, string, () => Promise<Readonly<Record<string, unknown>>>]>([
    ['no voucher', 'VOUCHER_INVALID', async () => ({})],
    ['their own word for who asks', 'VOUCHER_INVALID', async () => ({ viewer: OWN })],
    ['a voucher that is no text', 'VOUCHER_INVALID', async () => ({ voucher: OWN })],
    ['a forged one', 'VOUCHER_INVALID', async () => ({ voucher: forged(await voucherOf({ ...OWN, agency: 'DEA' })) })],
    [
      "one that DEA's issuer signed",
      'VOUCHER_INVALID',
      async () => ({ voucher: await voucherOf(OWN, { signer: 'DEA' }) }),
    ],
    [
      "one of DEA's issuer for ICE's viewer",
      'VOUCHER_INVALID',
      async () => ({ voucher: await voucherOf(OWN, { issuer: 'DEA', signer: 'DEA' }) }),
    ],
    [
      'one of an issuer that nobody pinned',
      'VOUCHER_INVALID',
      async () => ({ voucher: await voucherOf(OWN, { claims: { iss: 'https://id.nobody.example' } }) }),
    ],
    [
      "one that ICE's service signed",
      'VOUCHER_INVALID',
      async () => ({ voucher: await voucherOf(OWN, { set: 'service' }) }),
    ],
    ['one that has expired', 'VOUCHER_EXPIRED', async () => ({ voucher: await voucherOf(OWN, { seconds: -6 }) })],
    ['one for a whole day', 'VOUCHER_INVALID', async () => ({ voucher: await voucherOf(OWN, { seconds: 86_400 }) })],
    ["the viewer's bearer token in its place", 'VOUCHER_INVALID', async () => ({ voucher: await bearerOf(OWN) })],
    [
      'a bearer token for subgraphs too',
      'VOUCHER_INVALID',
      async () => ({
        voucher: await voucherOf(OWN, { type: 'JWT', claims: { aud: ['concordat', 'concordat-subgraphs'] } }),
      }),
    ],
    [
      'one that lacks a role',
      'VOUCHER_INVALID',
      async () => ({ voucher: await voucherOf(OWN, { claims: { role: null } }) }),
    ],
    [
      'one whose clearance is no word',
      'VOUCHER_INVALID',
      async () => ({ voucher: await voucherOf(OWN, { claims: { clearance: 3 } }) }),
    ],
  ])('obtains nothing with %s: %s', async (_what, code, claims) => {
    const said = await claims();
    for (const [audience, query] of [
      ['ICE', QUERY],
      ['index', '{ records { totalCount } }'],
    ] as const) {
      const answer = await steal(said, audience, query);
      expect([answer.status, answer.code]).toEqual([401, code]);
      expect(Object.keys(JSON.parse(answer.text) as object)).toEqual(['errors']);
      expect(answer.text).not.toContain(record.title);
    }
    expect(loaded).toEqual([]);
  });

  it("obtains a DEA viewer's part with DEA's voucher, whatever else they say of the viewer", async () => {
    const voucher = await voucherOf({ ...OWN, agency: 'DEA' });
    const { text } = await steal({ voucher, viewer: OWN });
    expect(JSON.parse(text)).toEqual({ data: { _entities: [null] } });
  });
});

describe('whoever listens to a call of the gateway', () => {
  it('ASSERTION_REPLAYED: obtains nothing by sending it again', async () => {
    const before = scenario.received.length;
    const { text } = await scenario.as('ICE').query(recordsWith('title'));
    expect(text).toContain(record.title);
    const calls = scenario.received.slice(before);
    loaded.splice(0);
    for (const { subgraph, headers, body } of calls) {
      const sent = { 'content-type': 'application/json', [ASSERTION_HEADER]: String(headers[ASSERTION_HEADER]) };
      const again = await fetch(scenario.subgraphUrl(subgraph), { method: 'POST', headers: sent, body });
      expect([again.status, await again.json()]).toMatchObject([
        401,
        { errors: [{ extensions: { code: 'ASSERTION_REPLAYED' } }] },
      ]);
    }
    expect(calls.map(({ subgraph }) => subgraph).sort()).toEqual(['ICE', 'index']);
    expect(loaded).toEqual([]);
  });
});

describe('a voucher on its way', () => {
  it('is no bearer token at the gateway', async () => {
    const response = await fetch(`${scenario.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await voucherOf(OWN)}`,
        'x-purpose': PURPOSE,
      },
      body: JSON.stringify({ query: recordsWith('title') }),
    });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('TOKEN_INVALID');
    expect(loaded).toEqual([]);
  });

  it('reaches every subgraph that is asked, and the bearer token reaches none', async () => {
    const before = scenario.received.length;
    const token = await scenario.token('ICE');
    const response = await fetch(`${scenario.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-purpose': PURPOSE },
      body: JSON.stringify({ query: recordsWith('title') }),
    });
    expect(await response.text()).toContain(record.title);
    const received = scenario.received.slice(before);
    expect(received.map(({ subgraph }) => subgraph).sort()).toEqual(['ICE', 'index']);
    for (const request of received) {
      const claims = claimsIn(String(request.headers[ASSERTION_HEADER]));
      const whole = JSON.stringify(request) + JSON.stringify(claims);
      for (const part of [token, ...token.split('.').slice(1)]) expect(whole).not.toContain(part);
      expect(request.headers).not.toHaveProperty('authorization');
      expect(claimsIn(String(claims['voucher']))).toMatchObject({ sub: 'ice-analyst', aud: 'concordat-subgraphs' });
    }
  });
});

function claimsIn(token: string): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString('utf8')) as Readonly<
    Record<string, unknown>
  >;
}

/** DEA's voucher, changed to be ICE's. */
function forged(voucher: string): string {
  const [head, , signature] = voucher.split('.');
  const claims = { ...claimsIn(voucher), iss: agencies[0]!.issuer, agency: 'ICE' };
  return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}
