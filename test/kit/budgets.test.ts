import { parse } from 'graphql';
import { connect } from 'node:net';
import { assertCaller } from '../../policy/caller.ts';
import { ASSERTION_HEADER } from '../../policy/assertion.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import type { Budgets } from '../../subgraphs/kit/budgets/budgets.ts';
import { serveSubgraph, type ServedSubgraph } from '../../subgraphs/kit/serve.ts';
import { starterSdl } from '../../subgraphs/kit/starter-sdl.ts';
import { entities, gateway, identities, labelsOf, record, refs, share, voucher } from './toy-agency.ts';
import { AGENCIES, signed, toyAgreement } from './toy-bundle.ts';

const DEA = { code: 'DEA', prefix: 'Dea' };
const agreement = toyAgreement('toy', [share({ categories: ['RECORD_SUMMARY', 'CASE_SUMMARY'] })]);
const ruleset = compileRuleset({ agreements: signed(agreement), agencies: AGENCIES }, new Date());

const running: ServedSubgraph[] = [];
afterEach(async () => {
  for (const subgraph of running.splice(0)) await subgraph.stop();
});

interface Toy {
  readonly load?: (id: string) => unknown;
  readonly title?: () => unknown;
  readonly onTrouble?: (error: unknown) => void;
}

async function served(budgets: Partial<Budgets>, { load = (id) => record(id), title, onTrouble }: Toy = {}) {
  const subgraph = await serveSubgraph({
    name: 'DEA',
    typeDefs: parse(starterSdl(DEA)),
    resolvers: { DeaRecord: { __resolveReference: ({ id }: { id: string }) => load(id), ...(title && { title }) } },
    lock: { agency: DEA, labelsOf },
    rulebook: { at: () => ruleset },
    gatewayKeys: () => gateway.published,
    identities,
    budgets,
    ...(onTrouble && { onTrouble }),
  });
  running.push(subgraph);
  return subgraph;
}

/** Asks under a valid assertion, as a gateway that is somebody else's by now can. */
async function ask({ url }: ServedSubgraph, query: string, variables: object = {}) {
  const body = JSON.stringify({ query, variables });
  const about = {
    audience: 'DEA',
    voucher: await voucher({ sub: 'v-1', agency: 'ICE', role: 'analyst' }),
    ruleset: '',
  };
  const purpose = { area: 'drug-trafficking', use: 'investigation', case: 'ICE-1' };
  const assertion = await assertCaller({ ...about, purpose, body, now: new Date() }, gateway.signing);
  const headers = { 'content-type': 'application/json', [ASSERTION_HEADER]: assertion };
  const response = await fetch(url, { method: 'POST', headers, body });
  const answer = (await response.json()) as {
    data?: { _entities?: readonly ({ title?: string } | null)[] };
    errors?: readonly { message: string; extensions: { code: string; remedy: string } }[];
  };
  const [error] = answer.errors ?? [];
  return { status: response.status, code: error?.extensions.code, message: error?.message, data: answer.data };
}

const TITLES = entities('DeaRecord', 'title');
const ids = (count: number) => Array.from({ length: count }, (_, index) => `r${index}`);

describe('OPERATION_OVER_BUDGET: an agency refuses', () => {
  it('too many entities at a time, under one alias or many, in variables or in the text', async () => {
    const loaded: string[] = [];
    const agency = await served({ representations: 3 }, { load: (id) => (loaded.push(id), record(id)) });
    const literal = '{__typename: "DeaRecord", id: "r"}';
    const each = (list: string) => `_entities(representations: ${list}) { __typename }`;
    const many = [
      await ask(agency, TITLES, refs('DeaRecord', ...ids(4))),
      await ask(agency, `{ ${each(`[${literal.repeat(4)}]`)} }`),
      await ask(agency, `{ a: ${each(`[${literal.repeat(2)}]`)} b: ${each(`[${literal.repeat(2)}]`)} }`),
      await ask(
        agency,
        `query ($r: [_Any!]!) { ...A } fragment A on Query { a: ${each('$r')} b: ${each('$r')} }`,
        refs('DeaRecord', ...ids(2)),
      ),
    ];
    expect(many.map(({ status, code }) => [status, code])).toEqual(many.map(() => [400, 'OPERATION_OVER_BUDGET']));
    expect(many[0]?.message).toContain('3');
    expect(loaded).toEqual([]);
    expect((await ask(agency, TITLES, refs('DeaRecord', ...ids(3)))).data?._entities).toHaveLength(3);
  });

  it('a thousand, unless it says otherwise', async () => {
    const agency = await served({});
    expect((await ask(agency, TITLES, refs('DeaRecord', ...ids(1_000)))).status).toBe(200);
    expect((await ask(agency, TITLES, refs('DeaRecord', ...ids(1_001)))).code).toBe('OPERATION_OVER_BUDGET');
  });

  it('fields inside each other, with fragments spread out', async () => {
    const agency = await served({ depth: 4 });
    const deep = entities('DeaRecord', 'case { ...C } ') + 'fragment C on Case { records { case { id } } }';
    expect(await ask(agency, deep, refs('DeaRecord', 'r1'))).toMatchObject({
      status: 400,
      code: 'OPERATION_OVER_BUDGET',
    });
    expect((await ask(agency, entities('DeaRecord', 'case { id }'), refs('DeaRecord', 'r1'))).status).toBe(200);
  });

  it('aliases, and fragments that multiply, before it compares their fields', async () => {
    const agency = await served({});
    const aliases = Array.from({ length: 4_001 }, (_, index) => `a${index}:title`).join(' ');
    expect((await ask(agency, entities('DeaRecord', aliases), refs('DeaRecord', 'r1'))).code).toBe(
      'OPERATION_OVER_BUDGET',
    );
    const twice = Array.from(
      { length: 40 },
      (_, index) => `fragment F${index} on DeaRecord { ...F${index + 1} ...F${index + 1} }`,
    );
    const doubling = `${entities('DeaRecord', '...F0')} ${twice.join(' ')} fragment F40 on DeaRecord { title }`;
    expect((await ask(agency, doubling, refs('DeaRecord', 'r1'))).code).toBe('OPERATION_OVER_BUDGET');
    const circular = `${entities('DeaRecord', '...F')} fragment F on DeaRecord { ...F }`;
    expect((await ask(agency, circular, refs('DeaRecord', 'r1'))).code).toBe('DOCUMENT_INVALID');
  });
});

describe('OPERATION_TOO_SLOW: an agency', () => {
  it('gives up an operation whose time is over, and asks no further resolver', async () => {
    const titles: string[] = [];
    let release = () => undefined as void;
    const loading = new Promise<void>((resolve) => (release = resolve));
    const agency = await served(
      { milliseconds: 50 },
      { load: (id) => loading.then(() => record(id)), title: () => void titles.push('asked') },
    );
    const { status, code, data } = await ask(agency, TITLES, refs('DeaRecord', 'r1'));
    expect([status, code, data]).toEqual([503, 'OPERATION_TOO_SLOW', undefined]);
    release();
    await new Promise((later) => setTimeout(later, 20));
    expect(titles).toEqual([]);
  });

  it('stops one that lets nothing else run', async () => {
    let asked = 0;
    const title = () => {
      asked += 1;
      const until = performance.now() + 30;
      while (performance.now() < until);
      return 'a title';
    };
    const agency = await served({ milliseconds: 60 }, { title });
    const { code } = await ask(agency, TITLES, refs('DeaRecord', ...ids(50)));
    expect(code).toBe('OPERATION_TOO_SLOW');
    expect(asked).toBeLessThan(10);
  });
});

describe('SUBGRAPH_BUSY: an agency', () => {
  it('does so many operations at a time, lets so many wait, and turns the next away', async () => {
    let [under, most] = [0, 0];
    const waiting: (() => void)[] = [];
    const load = async (id: string) => {
      most = Math.max(most, (under += 1));
      await new Promise<void>((resolve) => waiting.push(resolve));
      under -= 1;
      return record(id);
    };
    const agency = await served({ operations: 2, waiting: 2 }, { load });
    const asked = ids(5).map((id) => ask(agency, TITLES, refs('DeaRecord', id)));
    const turnedAway = await Promise.race(asked);
    expect(turnedAway).toMatchObject({ status: 503, code: 'SUBGRAPH_BUSY' });
    const release = setInterval(() => waiting.shift()?.(), 5);
    const answers = await Promise.all(asked);
    clearInterval(release);
    expect(most).toBe(2);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 503]);
  });

  it('is free again after operations that never ended', async () => {
    let hanging = true;
    const load = (id: string) => (hanging ? new Promise(() => undefined) : record(id));
    const agency = await served({ operations: 1, waiting: 1, milliseconds: 50 }, { load });
    const stuck = [ask(agency, TITLES, refs('DeaRecord', 'r1')), ask(agency, TITLES, refs('DeaRecord', 'r2'))];
    expect((await Promise.all(stuck)).map(({ code }) => code)).toEqual(['OPERATION_TOO_SLOW', 'OPERATION_TOO_SLOW']);
    hanging = false;
    expect((await ask(agency, TITLES, refs('DeaRecord', 'r1'))).status).toBe(200);
  });
});

describe('ANSWER_TOO_LARGE: an agency', () => {
  it('sends no answer past its limit, nor part of it', async () => {
    const agency = await served({ answerBytes: 1_000 }, { title: () => 'x'.repeat(300) });
    expect((await ask(agency, TITLES, refs('DeaRecord', 'r1'))).status).toBe(200);
    const { status, code, message, data } = await ask(agency, TITLES, refs('DeaRecord', 'r1', 'r2', 'r3', 'r4'));
    expect([status, code, data]).toEqual([400, 'ANSWER_TOO_LARGE', undefined]);
    expect(message).toContain('1000');
  });
});

describe('what is no request', () => {
  it('ROUTE_UNKNOWN: is told so in declared words', async () => {
    const { url } = await served({});
    for (const [path, method] of [
      ['/', 'GET'],
      ['/graphql', 'GET'],
      ['/nothing?name=value', 'POST'],
    ] as const) {
      const response = await fetch(new URL(path, url), { method });
      const text = await response.text();
      expect([response.status, text]).toEqual([404, expect.stringContaining('ROUTE_UNKNOWN')]);
      expect(text).not.toContain('name=value');
    }
  });

  it.each([
    ['a URL that cannot be read', 'GET /%zz-secret HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
    ['no HTTP', 'secret secret\r\n\r\n'],
    ['two lengths', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    [
      'a length and chunks',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 6\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nG',
    ],
    ['headers that are too large', `GET / HTTP/1.1\r\nhost: x\r\nx-secret: ${'s'.repeat(40_000)}\r\n\r\n`],
  ])('REQUEST_UNREADABLE: %s', async (_, sent) => {
    const answered = await raw(await served({}), sent);
    expect(answered).toMatch(/^HTTP\/1\.1 400 /);
    expect(answered).toContain('REQUEST_UNREADABLE');
    expect(answered).not.toContain('secret');
  });
});

/** What is answered to bytes. */
function raw({ url }: ServedSubgraph, sent: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(sent));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
    socket.on('error', (error: Error & { code?: string }) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
  });
}
