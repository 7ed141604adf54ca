import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage, type RequestOptions } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { json } from 'node:stream/consumers';
import { serverAudits } from 'graphql-http';
import { supergraphOf } from '../differential/gateways.ts';
import { serve, type Served } from '../differential/serve.ts';
import { mutations } from '../differential/worlds/mutations.ts';
import { concordat } from './concordat.ts';

const folder = mkdtempSync(join(tmpdir(), 'concordat-gateway-'));
const SUPERGRAPH = join(folder, 'supergraph.graphql');
let subgraphs: Served;

beforeAll(async () => {
  subgraphs = await serve(mutations);
  writeFileSync(
    SUPERGRAPH,
    supergraphOf(mutations, (name) => subgraphs.urlOf(name)),
  );
});
afterAll(async () => {
  await subgraphs.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The verb in a process of its own, as a person runs it. */
async function start(environment: Readonly<Record<string, string>> = {}, supergraph = SUPERGRAPH) {
  const command = fileURLToPath(new URL('../../cli/concordat.mjs', import.meta.url));
  const env = { PATH: process.env['PATH'], ...environment };
  const child = spawn(process.execPath, [command, 'gateway', '--supergraph', supergraph, '--permit-all'], { env });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    url: line.replace('ready ', ''),
    line,
    complaints: () => complaints,
    async stop() {
      child.kill('SIGTERM');
      const [status] = (await once(child, 'exit')) as [number | null];
      return status;
    },
  };
}

async function post(url: string, query: string) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return { mode: response.headers.get('x-concordat-mode'), body: (await response.json()) as { data: unknown } };
}

/** Status, mode and code of an answer. `fetch` lets nobody choose the header `host`. */
async function ask(url: string, path: string, options: RequestOptions, body = '') {
  const sent = request(`${url}${path}`, options).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const answer = (await json(response)) as { errors?: readonly { extensions: { code: string } }[] };
  return [response.statusCode, response.headers['x-concordat-mode'], answer.errors?.[0]?.extensions.code];
}

/** What a page of another origin is answered that sends an operation as a link, or as one of the forms there are. */
async function statusesOfForms(url: string, query: string): Promise<readonly unknown[]> {
  const [byLink] = await ask(url, `/graphql?query=${encodeURIComponent(query)}`, {});
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
  const forms = types.map((type) => ({ method: 'POST', headers: { 'content-type': type } }));
  const byForm = await Promise.all(forms.map((form) => ask(url, '/graphql', form, JSON.stringify({ query }))));
  return [byLink, ...byForm.map(([status]) => status)];
}

describe('concordat gateway --permit-all', () => {
  it('serves a supergraph without a token, says so everywhere, changes nothing by a link or a form, and stops when told to', async () => {
    const gateway = await start({ PORT: '0' });
    try {
      expect(gateway.line).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+$/);
      expect(gateway.complaints()).toContain('PERMIT-ALL');
      const health = await fetch(`${gateway.url}/health`);
      expect([health.status, health.headers.get('x-concordat-mode')]).toEqual([200, 'permit-all']);
      expect(await health.json()).toMatchObject({ status: 'ok', mode: 'permit-all', subgraphs: ['journal', 'till'] });
      const changed = await post(gateway.url, 'mutation { add(by: 2) { total account { notes } } note(text: "n") }');
      expect(changed).toMatchObject({ mode: 'permit-all', body: { data: { add: { total: 3 }, note: 1 } } });
      const query = encodeURIComponent('{ total lines __typename }');
      const asked = await fetch(`${gateway.url}/graphql?query=${query}`, {
        headers: { 'apollo-require-preflight': '1' },
      });
      expect(await asked.json()).toMatchObject({ data: { total: 3, lines: ['n'], __typename: 'Query' } });
      expect(await statusesOfForms(gateway.url, 'mutation { clear }')).toEqual([405, 400, 415, 415]);
      expect(await post(gateway.url, '{ lines }')).toMatchObject({ body: { data: { lines: ['n'] } } });
    } finally {
      expect(await gateway.stop()).toBe(0);
    }
  });

  it('tells whom it asks, refuses what it cannot read in the form of GraphQL, and pages of other hosts', async () => {
    const gateway = await start({ PORT: '0' });
    try {
      expect(gateway.complaints()).toContain(`subgraph till ${subgraphs.urlOf('till')}\n`);
      expect(gateway.complaints()).not.toContain('placeholder');
      const body = '{"query":"{ __typename }"}';
      const asJson = { 'content-type': 'application/json' };
      const { port } = new URL(gateway.url);
      const told = await Promise.all([
        ask(gateway.url, '/', {}),
        ask(gateway.url, '/graphql', { method: 'POST', headers: asJson }, '{"query"'),
        ask(gateway.url, '/graphql', { method: 'POST', headers: { 'content-type': 'text/csv' } }, body),
        ask(gateway.url, '/graphql', { method: 'POST', headers: { ...asJson, host: `rebound.example:${port}` } }, body),
        ask(gateway.url, '/health', { headers: { host: 'localhost.rebound.example' } }),
        ask(gateway.url, '/health', { headers: { host: `[::1]:${port}` } }),
        ask(gateway.url, '/graphql', { method: 'POST', headers: { ...asJson, host: `localhost:${port}` } }, body),
      ]);
      expect(told).toEqual([
        [404, 'permit-all', 'NOT_FOUND'],
        [400, 'permit-all', 'BAD_REQUEST'],
        [415, 'permit-all', 'CONTENT_TYPE_NOT_SUPPORTED'],
        [421, 'permit-all', 'HOST_NOT_LOCAL'],
        [421, 'permit-all', 'HOST_NOT_LOCAL'],
        [200, 'permit-all', undefined],
        [200, 'permit-all', undefined],
      ]);
    } finally {
      await gateway.stop();
    }
  });

  it('warns of a subgraph whose host looks like a placeholder', async () => {
    const path = join(folder, 'placeholder.graphql');
    writeFileSync(
      path,
      supergraphOf(mutations, (name) => `http://${name}`),
    );
    const gateway = await start({ PORT: '0' }, path);
    await gateway.stop();
    expect(gateway.complaints()).toContain('subgraph till http://till\n');
    expect(gateway.complaints()).toContain('!! http://journal, http://till: placeholders?');
  });

  it('speaks GraphQL over HTTP as the standard has it', async () => {
    const gateway = await start({ PORT: '0' });
    try {
      const audits = serverAudits({ url: `${gateway.url}/graphql` });
      const results = await Promise.all(audits.map(({ fn }) => fn()));
      expect(results.flatMap((result) => ('reason' in result ? [`${result.name}: ${result.reason}`] : []))).toEqual([]);
      expect(results.length).toBeGreaterThan(50);
    } finally {
      await gateway.stop();
    }
  });

  it('says what to run instead when it is not told to permit all', async () => {
    const { status, err } = await concordat('gateway', '--supergraph', SUPERGRAPH);
    expect([status, err]).toEqual([2, expect.stringContaining('npm start')]);
  });

  it.each([
    ['is not there', undefined, 2, 'cannot read `'],
    ['is not GraphQL', 'type {', 1, 'it is not GraphQL at line 1, column 6: Syntax Error'],
    ['was not composed', 'type Query { a: Int }', 1, 'it names no subgraph'],
    ['has no url', 'enum join__Graph { A @join__graph(name: "a", url: "") }', 1, 'the url of its subgraph `a` is ``'],
    [
      'is not whole',
      'enum join__Graph { A @join__graph(name: "a", url: "http://127.0.0.1:1/") }',
      1,
      'cannot be served',
    ],
  ])('says so when the supergraph %s', async (_, text, status, words) => {
    const path = join(folder, 'other.graphql');
    rmSync(path, { force: true });
    if (text !== undefined) writeFileSync(path, text);
    const told = await concordat('gateway', '--supergraph', path, '--permit-all', '--port', '0');
    expect([told.status, told.err]).toEqual([status, expect.stringContaining(words)]);
    expect(told.err).not.toMatch(/^\s+at /m);
  });

  it('says so when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const told = await concordat('gateway', '--supergraph', SUPERGRAPH, '--permit-all', '--port', String(port));
    other.close();
    expect([told.status, told.err]).toEqual([1, expect.stringContaining(`port ${port} is taken`)]);
  });

  it('is for this machine only', async () => {
    const before = process.env['HOST'];
    process.env['HOST'] = '0.0.0.0';
    const told = await concordat('gateway', '--supergraph', SUPERGRAPH, '--permit-all');
    if (before === undefined) delete process.env['HOST'];
    else process.env['HOST'] = before;
    expect([told.status, told.err]).toEqual([2, expect.stringContaining('HOST is `0.0.0.0`')]);
  });
});
