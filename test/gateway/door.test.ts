import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { agreed } from '../support/scenario/agreed.ts';
import { UNHURRIED, useScenario } from '../support/scenario/scenario.ts';

const SECRET = 'never-in-an-answer';
const ORIGIN = 'https://desk.example';
const AGENCIES = ['DEA', 'ICE'];
const agreement = agreed(AGENCIES, [
  { id: '1', share: { from: AGENCIES, to: AGENCIES, categories: ['RECORD_SUMMARY'] } },
]);
const scenario = useScenario({
  agencies: AGENCIES,
  agreements: [agreement],
  data: { DEA: [], ICE: [] },
  door: {
    origins: [ORIGIN],
    proxies: ['127.0.0.1'],
    limits: {
      ...UNHURRIED,
      rates: { ...UNHURRIED.rates, refusals: 3 },
      door: { ...UNHURRIED.door, requestMilliseconds: 1_000 },
    },
  },
});

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Sends a request with a good token. */
async function send({ method = 'POST', path = '/graphql', headers = {}, body }: Sent): Promise<Response> {
  const authorization = `Bearer ${await scenario.token('DEA')}`;
  const type = method === 'POST' ? { 'content-type': 'application/json' } : {};
  const all = { authorization, ...type, ...headers };
  const content = body === undefined ? {} : { body: body as NonNullable<RequestInit['body']> };
  return fetch(scenario.url + path, { method, headers: all, ...content });
}

/** Sends bytes as they are. */
async function sendBytes(
  bytes: string,
): Promise<{ readonly status: number; readonly head: string; readonly body: string }> {
  const { hostname, port } = new URL(scenario.url);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  const [head = '', body = ''] = (await textOf(socket)).split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body };
}

function expectDeclared(text: string): string {
  expect(text).toMatch(
    /^\{"errors":\[\{"message":"[^"]+","extensions":\{"code":"[A-Z_]+","remedy":"[^"]+"\}\}\]\}\n?$/,
  );
  expect(text).not.toContain(SECRET);
  expect(text).not.toMatch(/FST_|HPE_|stack|node_modules|Error/);
  return /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? '';
}

const json = JSON.stringify;
const ping = json({ query: '{ __typename }' });
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('a body', () => {
  it.each<readonly [string, string | Uint8Array, string, RegExp]>([
    ['that is no JSON', `{"query": ${SECRET}}`, 'BAD_REQUEST', /not JSON/],
    ['that is no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'BAD_REQUEST', /not UTF-8/],
    ['that is empty', '', 'BAD_REQUEST', /empty/],
    ['that is a list of requests', json([{ query: '{ __typename }' }]), 'BATCHING_NOT_SUPPORTED', /list of requests/],
    [
      'that is nested 100,000 deep',
      `{"query":"{ __typename }","variables":{"x":${deep(100_000)}}}`,
      'BAD_REQUEST',
      /64 deep/,
    ],
    ['with a key twice', `{"query":"{ __typename }","query":"{ ${SECRET} }"}`, 'BAD_REQUEST', /same key twice/],
    [
      'with a key twice, once escaped',
      '{"query":"{ __typename }","quer\\u0079":"{ x }"}',
      'BAD_REQUEST',
      /same key twice/,
    ],
    [
      'with a key twice, further in',
      '{"query":"{ __typename }","variables":{"a":[{"b":1,"b" : 2}]}}',
      'BAD_REQUEST',
      /twice/,
    ],
    ['with `__proto__`', '{"query":"{ __typename }","__proto__":{"query":"x"}}', 'BAD_REQUEST', /no JSON object/],
    [
      'with `__proto__` in the variables',
      '{"query":"{ __typename }","variables":{"__proto__":{"a":1}}}',
      'BAD_REQUEST',
      /no JSON object/,
    ],
    ['whose query is a number', json({ query: 1 }), 'BAD_REQUEST', /`query` is not a text/],
    [
      'whose operation name is a list',
      json({ query: '{ __typename }', operationName: [SECRET] }),
      'BAD_REQUEST',
      /`operationName`/,
    ],
    [
      'whose variables are a list',
      json({ query: '{ __typename }', variables: [SECRET] }),
      'BAD_REQUEST',
      /`variables`/,
    ],
    [
      'whose extensions are a text',
      json({ query: '{ __typename }', extensions: SECRET }),
      'BAD_REQUEST',
      /`extensions`/,
    ],
    ['whose document id is an object', json({ documentId: { id: SECRET } }), 'BAD_REQUEST', /`documentId`/],
  ])('%s is refused', async (_what, body, code, message) => {
    const response = await send({ body });
    const text = await response.text();
    expect([response.status, expectDeclared(text)]).toEqual([400, code]);
    expect(text).toMatch(message);
  });

  it.each([
    ['compressed', { 'content-encoding': 'gzip' }],
    ['in another charset', { 'content-type': 'application/json; charset=utf-16' }],
    ['of a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['of a form in parts', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['of plain text, as a form may send it', { 'content-type': 'text/plain' }],
    [
      'of plain text, with the header that allows it',
      { 'content-type': 'text/plain', 'apollo-require-preflight': '1' },
    ],
  ])('%s is not read', async (_what, headers) => {
    const response = await send({ body: ping, headers });
    expect([response.status, expectDeclared(await response.text())]).toEqual([415, 'CONTENT_TYPE_NOT_SUPPORTED']);
  });

  it('may say the same key in different objects, and have keys like any other in its texts', async () => {
    const body = '{"query":"{ __typename }","variables":{"f":{"kinds":[]},"g":{"kinds":"{\\"a\\":1,\\"a\\":2}"}}}';
    expect((await send({ body })).status).toBe(200);
  });
});

describe('a head', () => {
  const token = 'authorization: Bearer x\r\n';
  it.each<readonly [string, string, number, string]>([
    ['that is no HTTP', `${SECRET}\r\n\r\n`, 400, 'BAD_REQUEST'],
    ['with an unknown method', `FETCH /${SECRET} HTTP/1.1\r\nhost: x\r\n\r\n`, 400, 'BAD_REQUEST'],
    ['without a host', `GET /graphql HTTP/1.1\r\nconnection: close\r\n\r\n`, 400, 'BAD_REQUEST'],
    [
      'with a length and chunks',
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n`,
      400,
      'BAD_REQUEST',
    ],
    [
      'whose URL cannot be read',
      `GET /%zz${SECRET} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
      400,
      'BAD_REQUEST',
    ],
    [
      'that is too long',
      `GET /graphql HTTP/1.1\r\nhost: x\r\nx: ${SECRET.repeat(2_000)}\r\n\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
    [
      'with too many headers',
      `GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${'a: b\r\n'.repeat(200)}\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
    [
      'with two tokens',
      `GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${token}${token}\r\n`,
      400,
      'BAD_REQUEST',
    ],
    [
      'with two purposes',
      `GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-purpose: a\r\nX-Purpose: b\r\n\r\n`,
      400,
      'BAD_REQUEST',
    ],
    [
      'that expects something else',
      `POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\nexpect: ${SECRET}\r\n\r\n`,
      400,
      'BAD_REQUEST',
    ],
    [
      'by a method that no path has',
      `PROPFIND /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
      405,
      'METHOD_NOT_ALLOWED',
    ],
    [
      'whose body does not come',
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{`,
      408,
      'REQUEST_TIMEOUT',
    ],
    ['that does not end', `GET /graphql HTTP/1.1\r\nhost: x\r\n`, 408, 'REQUEST_TIMEOUT'],
  ])('%s is refused', async (_what, bytes, status, code) => {
    const answered = await sendBytes(bytes);
    expect([answered.status, expectDeclared(answered.body)]).toEqual([status, code]);
    expect(answered.head).toContain('cache-control: no-store');
    expect(answered.head).toContain("content-security-policy: default-src 'none'");
    expect(answered.head).toContain('x-content-type-options: nosniff');
  });

  it('that accepts nothing that is written here is refused before anything is asked', async () => {
    const response = await send({ body: ping, headers: { accept: 'text/html, application/json;q=0' } });
    expect([response.status, expectDeclared(await response.text())]).toEqual([406, 'NOT_ACCEPTABLE']);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'HEAD'])('by %s is told which methods there are', async (method) => {
    const response = await send({ method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
    if (method !== 'HEAD') expect(expectDeclared(await response.text())).toBe('METHOD_NOT_ALLOWED');
  });
});

describe('a GET', () => {
  const query = encodeURIComponent('{ __typename }');

  it('that a link or a form could make is not answered', async () => {
    const response = await fetch(`${scenario.url}/graphql?query=${query}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Cross-Site Request Forgery');
  });

  it('with a token is, since no page of another origin sends one without leave', async () => {
    const response = await send({ method: 'GET', path: `/graphql?query=${query}` });
    expect([response.status, await response.json()]).toMatchObject([200, { data: { __typename: 'Query' } }]);
  });

  it.each([
    ['a parameter twice', `query=${query}&query=${query}`],
    ['variables that are no JSON', `query=${query}&variables=${SECRET}`],
    ['variables with a key twice', `query=${query}&variables=${encodeURIComponent('{"a":1,"a":2}')}`],
    ['extensions that are a list', `query=${query}&extensions=[]`],
  ])('with %s is refused', async (_what, search) => {
    const headers = { 'apollo-require-preflight': 'true' };
    const response = await send({ method: 'GET', path: `/graphql?${search}`, headers });
    expect([response.status, expectDeclared(await response.text())]).toEqual([400, 'BAD_REQUEST']);
  });
});

describe('an answer', () => {
  it.each<readonly [string, Sent]>([
    ['with data', { body: ping }],
    ['that refuses', { body: '{' }],
    ['of nothing', { method: 'GET', path: '/elsewhere' }],
    ['about its health', { method: 'GET', path: '/health' }],
  ])('%s does nothing in a browser, and stays in no cache', async (_what, sent) => {
    const { headers } = await send(sent);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('a gateway without a playground', () => {
  it.each(['/', '/matrix', '/agreements', '/playground/settings', '/playground/assets/x.js'])(
    'has no %s',
    async (path) => {
      const response = await send({ method: 'GET', path });
      expect([response.status, expectDeclared(await response.text())]).toEqual([404, 'NOT_FOUND']);
    },
  );
});

describe('a page', () => {
  const preflight = (origin: string) =>
    send({
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });

  it('of a named origin may ask', async () => {
    const asked = await preflight(ORIGIN);
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(asked.headers.get('access-control-allow-headers')).toContain('x-purpose');
    const { headers } = await send({ body: ping, headers: { origin: ORIGIN } });
    expect([headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')]).toEqual([
      ORIGIN,
      null,
    ]);
  });

  it.each(['https://desk.example.evil.example', 'http://desk.example', 'null', 'https://DESK.example'])(
    'of `%s` may not',
    async (origin) => {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
      const { headers } = await send({ body: ping, headers: { origin } });
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});

describe('a flood of bad tokens', () => {
  const from = (address: string, authorization: string) =>
    send({ body: ping, headers: { authorization, 'x-forwarded-for': address } });

  it('is not looked at for a while, and holds up nobody who is at work, nor another address', async () => {
    const good = `Bearer ${await scenario.token('ICE')}`;
    expect((await from('192.0.2.1', good)).status).toBe(200);
    for (const _ of [1, 2, 3]) expect((await from('192.0.2.1', 'Bearer x.y.z')).status).toBe(401);
    const refused = await from('192.0.2.1', 'Bearer x.y.z');
    expect([refused.status, expectDeclared(await refused.text())]).toEqual([429, 'RATE_LIMITED']);
    expect(refused.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
    expect((await from('192.0.2.1', good)).status).toBe(200);
    expect((await from('192.0.2.2', 'Bearer x.y.z')).status).toBe(401);
  });
});
