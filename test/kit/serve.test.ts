import { parse } from 'graphql';
import { assertCaller, type CallerClaims } from '../../policy/caller.ts';
import type { CallerViewer } from '../../policy/viewer-claims.ts';
import { ASSERTION_HEADER } from '../../policy/assertion.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import { DeclaredError } from '../../schema/errors.ts';
import { KIT_ERRORS } from '../../subgraphs/kit/errors.ts';
import { serveSubgraph, type ServedSubgraph, type ServeOptions } from '../../subgraphs/kit/serve.ts';
import { starterSdl } from '../../subgraphs/kit/starter-sdl.ts';
import type { Asking } from '../../subgraphs/kit/subgraph.ts';
import { newKeys } from './keys.ts';
import { entities, gateway, labelsOf, record, refs, share, voucher, identities } from './toy-agency.ts';
import { AGENCIES, signed, toyAgreement } from './toy-bundle.ts';

const DEA = { code: 'DEA', prefix: 'Dea' };
const agreement = toyAgreement('toy', [share({ categories: ['RECORD_SUMMARY'] })]);
const ruleset = compileRuleset({ agreements: signed(agreement), agencies: AGENCIES }, new Date());

const running: ServedSubgraph[] = [];
afterEach(async () => {
  for (const subgraph of running.splice(0)) await subgraph.stop();
});

async function served(rest: Partial<ServeOptions> = {}): Promise<ServedSubgraph> {
  const loads = { __resolveReference: ({ id }: { id: string }) => (id === 'r1' ? record('r1') : null) };
  const subgraph = await serveSubgraph({
    name: 'DEA',
    typeDefs: parse(starterSdl(DEA)),
    resolvers: { DeaRecord: loads },
    lock: { agency: DEA, labelsOf },
    rulebook: { at: () => ruleset },
    gatewayKeys: () => gateway.published,
    identities,
    ...rest,
  });
  running.push(subgraph);
  return subgraph;
}

interface Sent {
  readonly claims?: Partial<CallerClaims>;
  readonly viewer?: Partial<CallerViewer>;
  readonly key?: typeof gateway.signing;
  /** Sent instead of the body that was signed for. */
  readonly instead?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const QUERY = entities('DeaRecord', 'id title');
const BODY = JSON.stringify({ query: QUERY, variables: refs('DeaRecord', 'r1') });

async function post(url: string, body: string, sent?: Sent): Promise<{ status: number; text: string; code: unknown }> {
  const viewer = { sub: 'v-1', agency: 'ICE', role: 'analyst', ...sent?.viewer };
  const purpose = { area: 'drug-trafficking', use: 'investigation', case: 'ICE-1' };
  const about = { audience: 'DEA', voucher: await voucher(viewer), purpose, ruleset: '' };
  const claims = { ...about, body, now: new Date(), ...sent?.claims };
  const assertion = sent && { [ASSERTION_HEADER]: await assertCaller(claims, sent.key ?? gateway.signing) };
  const headers = { 'content-type': 'application/json', ...assertion, ...sent?.headers };
  const response = await fetch(url, { method: 'POST', headers, body: sent?.instead ?? body });
  const text = await response.text();
  const { errors } = JSON.parse(text) as { errors?: readonly { extensions?: { code?: string } }[] };
  return { status: response.status, text, code: errors?.[0]?.extensions?.code };
}

describe('a served subgraph', () => {
  it('answers a proven caller', async () => {
    const { url } = await served();
    const { status, text } = await post(url, BODY, {});
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      data: { _entities: [{ __typename: 'DeaRecord', id: 'r1', title: 'title of r1' }] },
    });
  });

  it('refuses everybody else, and discloses nothing', async () => {
    const asked: string[] = [];
    const { url } = await served({ onRequest: (query) => void asked.push(query) });
    const old = new Date(Date.now() - 60_000);
    const refused = [
      [await post(url, BODY), 'ASSERTION_MISSING'],
      [await post(url, BODY, { key: newKeys().signing }), 'ASSERTION_INVALID'],
      [await post(url, BODY, { headers: { [ASSERTION_HEADER]: 'nonsense' } }), 'ASSERTION_INVALID'],
      [await post(url, BODY, { claims: { now: old } }), 'ASSERTION_EXPIRED'],
      [await post(url, BODY, { claims: { audience: 'FBI' } }), 'ASSERTION_AUDIENCE'],
      [await post(url, BODY, { instead: BODY.replace('r1', 'r2') }), 'ASSERTION_BODY'],
    ] as const;
    for (const [answer, code] of refused) {
      expect([answer.status, answer.code]).toEqual([401, code]);
      expect(Object.keys(JSON.parse(answer.text) as object)).toEqual(['errors']);
      expect(answer.text).not.toMatch(/title|stack/);
    }
    expect(asked).toEqual([]);
  });

  it('gives a valid assertion of an agency without agreement nothing', async () => {
    const { url } = await served();
    const { text } = await post(url, BODY, { viewer: { sub: 'v-2', agency: 'FBI' } });
    expect(JSON.parse(text)).toEqual({ data: { _entities: [null] } });
  });

  it('tells its SDL to anybody, and nothing besides', async () => {
    const { url, sdl } = await served();
    const ask = (query: string) => post(url, JSON.stringify({ query }));
    const { status, text } = await ask('query SubgraphIntrospectQuery { _service { sdl } }');
    expect({ status, text: JSON.parse(text) as unknown }).toEqual({
      status: 200,
      text: { data: { _service: { sdl } } },
    });
    expect(sdl).toContain('type DeaRecord implements Record');
    const others = [
      '{ __schema { types { name } } }',
      '{ _service { sdl } __typename }',
      '{ a: _service { sdl } }',
      '{',
    ];
    for (const other of others) expect((await ask(other)).code).toBe('ASSERTION_MISSING');
  });

  it('says that it runs, and no more', async () => {
    const { url } = await served();
    const response = await fetch(new URL('/health', url));
    expect(await response.json()).toEqual({ name: 'DEA', status: 'up' });
  });

  it('hears what it was asked', async () => {
    const asked: unknown[] = [];
    const { url } = await served({
      onRequest: (query, variables, { viewer }) => void asked.push([query, variables, viewer.agency]),
    });
    await post(url, BODY, {});
    expect(asked).toEqual([[QUERY, refs('DeaRecord', 'r1'), 'ICE']]);
  });

  it('DOCUMENT_INVALID: says what does not fit, without the values', async () => {
    const { url } = await served();
    const ask = (body: object) => post(url, JSON.stringify(body), {});
    expect(await ask({ query: '{ nonsense }' })).toMatchObject({ status: 400, code: 'DOCUMENT_INVALID' });
    expect(await ask({ query: '{' })).toMatchObject({ status: 400, code: 'DOCUMENT_INVALID' });
    const secret = await ask({ query: QUERY, variables: { r: 'a secret' } });
    const missing = await ask({ query: QUERY });
    expect([missing.status, missing.code]).toEqual([400, 'DOCUMENT_INVALID']);
    expect(secret.text).not.toContain('secret');
  });

  it('REQUEST_UNREADABLE: wants JSON with a query', async () => {
    const { url } = await served();
    for (const body of ['{', '[]', '{"query":1}', '{"query":"{ __typename }","variables":[]}']) {
      expect(await post(url, body, {})).toMatchObject({ status: 400, code: 'REQUEST_UNREADABLE' });
    }
    const text = await post(url, BODY, { headers: { 'content-type': 'text/plain' } });
    expect(text).toMatchObject({ status: 400, code: 'REQUEST_UNREADABLE' });
  });

  it('REQUEST_TOO_LARGE: reads four megabytes at most', async () => {
    const { url } = await served();
    const body = JSON.stringify({ query: QUERY, padding: 'x'.repeat(4 * 1024 * 1024) });
    expect(await post(url, body, {})).toMatchObject({ status: 413, code: 'REQUEST_TOO_LARGE' });
  });

  it('REQUEST_FAILED: says no more when something fails inside', async () => {
    const troubles: unknown[] = [];
    const contextFor = () => {
      throw new Error('password=x');
    };
    const { url } = await served({ contextFor, onTrouble: (error) => void troubles.push(error) });
    const answer = await post(url, BODY, {});
    expect(answer).toMatchObject({ status: 500, code: 'REQUEST_FAILED' });
    expect(answer.text).not.toContain('password');
    expect(troubles).toHaveLength(1);
  });
});

describe('a subgraph of the hub', () => {
  const typeDefs = parse(
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9") type Query { who: String refused: String broken: String }',
  );
  const resolvers = {
    Query: {
      who: (_: unknown, __: unknown, { caller, grant, now, extra }: Asking & { extra: string }) =>
        [caller.viewer.agency, grant.recipient.agency, now.getUTCFullYear() > 2000, extra].join(),
      refused: () => {
        throw new DeclaredError(KIT_ERRORS.REQUEST_UNREADABLE, 'no such order');
      },
      broken: () => {
        throw new Error('a secret');
      },
    },
  };
  const hub = () =>
    served({
      name: 'index',
      typeDefs,
      resolvers,
      lock: 'none',
      contextFor: ({ caller }) => ({ extra: caller.viewer.sub }),
    });

  it('gets the caller, the grant and the time in its context', async () => {
    const { url } = await hub();
    const { text } = await post(url, JSON.stringify({ query: '{ who }' }), { claims: { audience: 'index' } });
    expect(JSON.parse(text)).toEqual({ data: { who: 'ICE,ICE,true,v-1' } });
  });

  it('FIELD_FAILED: lets its own declared errors out, and no others', async () => {
    const { url } = await hub();
    const { text } = await post(url, JSON.stringify({ query: '{ refused broken }' }), {
      claims: { audience: 'index' },
    });
    const { errors } = JSON.parse(text) as { errors: readonly { message: string; extensions: { code: string } }[] };
    expect(errors.map(({ message, extensions }) => [extensions.code, message])).toEqual([
      ['REQUEST_UNREADABLE', 'no such order'],
      ['FIELD_FAILED', 'a field could not be answered'],
    ]);
  });

  it('is proven too', async () => {
    const { url } = await hub();
    expect(await post(url, JSON.stringify({ query: '{ who }' }))).toMatchObject({
      status: 401,
      code: 'ASSERTION_MISSING',
    });
  });
});
