import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request as requestOf, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { decodeJwt } from 'jose';
import { DEVELOPMENT_ERRORS, GATEWAY_ERRORS } from '../../../gateway/errors.ts';
import type { PlaygroundOptions } from '../../../gateway/playground/serve.ts';
import type { PersonaToken, PlaygroundSettings } from '../../../gateway/playground/settings.ts';
import { keyFolders } from '../../../platform/party-keys.ts';
import { readConfig } from '../../../start/config.ts';
import { personasOf } from '../../../start/demo-only.ts';
import { agreed } from '../../support/scenario/agreed.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import type { ScenarioKeys } from '../../support/scenario/keys.ts';
import { fixedPins } from '../../support/scenario/pins.ts';
import { PURPOSE, useScenario } from '../../support/scenario/scenario.ts';
import { toyBundle } from './toy-bundle.ts';

const AGENCIES = ['DEA', 'ICE'];
const HOUR_MILLISECONDS = 60 * 60 * 1000;
const agreement = agreed(AGENCIES, [
  { id: '1', share: { from: AGENCIES, to: AGENCIES, categories: ['RECORD_SUMMARY'] } },
]);
const home = mkdtempSync(join(tmpdir(), 'concordat-personas-'));
afterAll(() => rmSync(home, { recursive: true }));

/** Personas of this home, as a configuration and the parties make them. */
const personasWith = (
  env: Readonly<Record<string, string>> = {},
  agencies = agenciesOf(AGENCIES),
  clock?: () => Date,
) => personasOf(readConfig({ CONCORDAT_HOME: home, ...env }), agencies, clock);

const bundled = await toyBundle();
const scenario = useScenario(async () => {
  const playground = { bundled, signIn: [], personas: undefined } as PlaygroundOptions;
  return {
    agencies: AGENCIES,
    agreements: [agreement],
    data: { DEA: [], ICE: [] },
    door: { playground },
    pins: async (keys, gatewayKey) => {
      keepKeys(keys);
      Object.assign(playground, { personas: await personasWith() });
      return fixedPins(keys, gatewayKey);
    },
  };
});

/** Puts the private keys where `npm start` keeps them. */
function keepKeys({ secret }: ScenarioKeys): void {
  const folder = keyFolders(home).private;
  mkdirSync(folder, { recursive: true });
  for (const [code, keys] of secret) writeFileSync(join(folder, `${code}.json`), JSON.stringify(keys));
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks for a token, with whatever headers: `fetch` sets some by itself. */
async function ask({ method = 'POST', headers = {}, body = '{"persona":"DEA/analyst"}' }: Sent = {}) {
  const { hostname, port, host } = new URL(scenario.url);
  const all = { host, 'content-type': 'application/json', ...headers };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const path = '/playground/tokens';
    requestOf({ hostname, port, path, method, headers: all }, resolve)
      .on('error', reject)
      .end(method === 'POST' ? body : '');
  });
  return { status: response.statusCode, headers: response.headers, text: await textOf(response) };
}

/** What the graph answers to a bearer. */
async function asked(token: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, 'x-purpose': PURPOSE, 'content-type': 'application/json' };
  const body = JSON.stringify({ query: '{ records(first: 1) { totalCount } }' });
  return (await fetch(`${scenario.url}/graphql`, { method: 'POST', headers, body })).json();
}

function expectRefusal({ status, text }: Awaited<ReturnType<typeof ask>>, code: string): void {
  const declared = { ...GATEWAY_ERRORS, ...DEVELOPMENT_ERRORS }[code as 'NOT_FOUND'];
  expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code, remedy: declared.remedy } }] });
  expect(status).toBe(declared.status);
  expect(text).not.toContain('eyJ');
}

describe('a visitor of the demo', () => {
  it('learns who they may be, and that each of them is somebody else', async () => {
    const { personas } = (await (await fetch(`${scenario.url}/playground/settings`)).json()) as PlaygroundSettings;
    expect(personas.map(({ id }) => id)).toEqual([
      'DEA/analyst',
      'ICE/investigator',
      'ICE/liaison-officer',
      'ICE/privacy-officer',
      'DEA/privacy-officer',
    ]);
    expect(personas[0]).toEqual({
      id: 'DEA/analyst',
      agency: 'DEA',
      agencyName: 'Drug Enforcement Administration',
      role: 'analyst',
      roleName: 'Intelligence analyst',
      name: expect.any(String) as string,
      about: expect.any(String) as string,
    });
    expect(new Set(personas.map(({ name }) => name)).size).toBe(personas.length);
  });

  it('asks as one of them for an hour', async () => {
    const { status, headers, text } = await ask();
    const { token, expiresAt } = JSON.parse(text) as PersonaToken;
    const { iat = 0, exp = 0, ...claims } = decodeJwt(token);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect([exp - iat, new Date(exp * 1000).toISOString()]).toEqual([3600, expiresAt]);
    expect(claims).toMatchObject({ agency: 'DEA', role: 'analyst', aud: 'concordat' });
    expect(decodeJwt(String(claims['voucher'])).exp).toBe(exp);
    expect(await asked(token)).toMatchObject({ data: { records: { totalCount: 0 } } });
  });

  it('asks no longer when the hour is over', async () => {
    const before = (milliseconds: number) => () => new Date(Date.now() - milliseconds);
    const early = await personasWith({}, agenciesOf(AGENCIES), before(HOUR_MILLISECONDS + 1000));
    const { token } = await early!.tokenOf('DEA/analyst');
    expect(await asked(token)).toMatchObject({ errors: [{ extensions: { code: 'TOKEN_INVALID' } }] });
    const late = await personasWith({}, agenciesOf(AGENCIES), before(HOUR_MILLISECONDS - 60_000));
    expect(await asked((await late!.tokenOf('DEA/analyst')).token)).not.toHaveProperty('errors');
  });

  it('has what the agency vouches for', async () => {
    const { text } = await ask({ body: '{"persona":"ICE/investigator"}' });
    const claims = decodeJwt((JSON.parse(text) as PersonaToken).token);
    expect(claims['trainings']).toEqual(['privacy', 'wiretap-minimization', 'financial-intelligence']);
  });
});

describe('a token', () => {
  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('is given to who asks `%s`', async (name) => {
    const host = `${name}:${new URL(scenario.url).port}`;
    expect((await ask({ headers: { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' } })).status).toBe(
      200,
    );
  });

  it.each([
    ['a name that leads here', { host: 'rebound.evil.example' }],
    ['a name that leads here, with the port', { host: 'rebound.evil.example:4000' }],
    ['a name that begins like this machine', { host: 'localhost.evil.example' }],
    ['an address that is not this machine', { host: '192.0.2.1:4000' }],
    ['a proxy that says for whom it asks', { 'x-forwarded-for': '192.0.2.1' }],
    ['a proxy that says which host was asked', { 'x-forwarded-host': 'gateway.example' }],
    ['a proxy by the standard', { forwarded: 'for=192.0.2.1' }],
    ['a proxy by its name', { via: '1.1 proxy' }],
    ['a proxy that says which port was asked', { 'x-forwarded-port': '443' }],
    ['a tunnel that says for whom it asks', { 'cf-connecting-ip': '192.0.2.1' }],
    ['a name that ends in a dot', { host: 'localhost.:4000' }],
    ['an address of this machine in other words', { host: '[::ffff:127.0.0.1]:4000' }],
    ['a name with somebody before it', { host: 'localhost@evil.example' }],
    ['a name with somebody behind it', { host: 'localhost:4000@evil.example' }],
  ])('HOST_NOT_LOCAL: is not given to %s', async (_who, headers) => {
    expectRefusal(await ask({ headers }), 'HOST_NOT_LOCAL');
  });

  it.each([
    ['a page of the web', { origin: 'https://evil.example' }],
    ['a page of no origin', { origin: 'null' }],
    ['another page of this machine', { origin: 'http://127.0.0.1:3000' }],
    ['a page of this machine without its port', { origin: 'http://127.0.0.1' }],
    ['whoever a browser says is foreign', { 'sec-fetch-site': 'cross-site' }],
    ['whoever a browser says is a neighbour', { 'sec-fetch-site': 'same-site' }],
  ])('ORIGIN_FOREIGN: is not given to %s', async (_who, headers) => {
    expectRefusal(await ask({ headers }), 'ORIGIN_FOREIGN');
  });

  it.each(['DEA/director', 'DEA', '', '__proto__', 'dea/analyst'])(
    'PERSONA_UNKNOWN: is not given of `%s`',
    async (persona) => expectRefusal(await ask({ body: JSON.stringify({ persona }) }), 'PERSONA_UNKNOWN'),
  );

  it.each<readonly [string, Sent, string]>([
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 'CONTENT_TYPE_NOT_SUPPORTED'],
    ['plain text', { headers: { 'content-type': 'text/plain' } }, 'CONTENT_TYPE_NOT_SUPPORTED'],
    ['a list', { body: '["DEA/analyst"]' }, 'BAD_REQUEST'],
    ['null', { body: 'null' }, 'BAD_REQUEST'],
    ['nobody', { body: '{}' }, 'BAD_REQUEST'],
    ['a list of personas', { body: '{"persona":["DEA/analyst"]}' }, 'BAD_REQUEST'],
    ['a GET', { method: 'GET' }, 'METHOD_NOT_ALLOWED'],
  ])('is not given for %s', async (_what, sent, code) => expectRefusal(await ask(sent), code));

  it('is not read by pages of other origins: a browser that asks leave gets none', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const response = await fetch(`${scenario.url}/playground/tokens`, { method: 'OPTIONS', headers });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([405, null]);
  });

  it.each(['', 'host: 127.0.0.1\r\n'])(
    'is not given by HTTP/1.0, which proxies speak that add nothing: %j',
    async (host) => {
      const { hostname, port } = new URL(scenario.url);
      const body = '{"persona":"DEA/analyst"}';
      const socket = connect(Number(port), hostname);
      socket.end(
        `POST /playground/tokens HTTP/1.0\r\n${host}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      const answer = await textOf(socket);
      expect(answer).toContain('HOST_NOT_LOCAL');
      expect(answer).not.toContain('eyJ');
    },
  );

  it('is not even offered to who asks by another name', async () => {
    const { hostname, port } = new URL(scenario.url);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { host: 'rebound.evil.example' };
      requestOf({ hostname, port, path: '/playground/settings', headers }, resolve).on('error', reject).end();
    });
    expect(JSON.parse(await textOf(response))).toMatchObject({ personas: [] });
  });
});

describe('personas', () => {
  it.each([
    ['listens where others reach it', { HOST: '0.0.0.0' }],
    ['listens at an address of a network', { HOST: '192.0.2.1' }],
    ['is behind a proxy', { TRUSTED_PROXIES: '127.0.0.1' }],
    ['has an agency elsewhere', { SUBGRAPH_URL_ICE: 'http://127.0.0.1:4100/graphql' }],
    ['has viewers who sign in', { SIGN_IN_DEA: 'https://login.dea.example pages' }],
  ])('are not of a gateway that %s', async (_what, env) => {
    expect(await personasWith(env)).toBeUndefined();
  });

  it('are not of agencies that are elsewhere, or could exist', async () => {
    const [dea, ice] = agenciesOf(AGENCIES);
    expect(await personasWith({}, [dea!, { ...ice!, url: 'https://graph.ice.example/graphql' }])).toBeUndefined();
    expect(await personasWith({}, [dea!, { ...ice!, issuer: 'https://login.real-agency.org' }])).toBeUndefined();
  });

  it('are not where the private keys of one party are its own', async () => {
    expect(await personasWith({}, agenciesOf([...AGENCIES, 'FBI']))).toBeUndefined();
    const path = join(keyFolders(home).private, 'ICE.json');
    renameSync(path, `${path}.away`);
    expect(await personasWith()).toBeUndefined();
    renameSync(`${path}.away`, path);
    expect(await personasWith()).toBeDefined();
  });
});
