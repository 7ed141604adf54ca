import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { GATEWAY_ERRORS } from '../../../gateway/errors.ts';
import { ListedOperations } from '../../../gateway/persisted/listed.ts';
import type { BlindingKeys } from '../../../matching/blinding-keys.ts';
import { registryTypeDefs } from '../../../subgraphs/registry/subgraph.ts';
import { composed } from '../../support/scenario/composed.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import { fakeSubgraph, type FakeSubgraph } from '../../support/scenario/fake-subgraph.ts';
import type { Answered } from '../../support/scenario/http.ts';
import { PURPOSE, UNHURRIED, useScenario } from '../../support/scenario/scenario.ts';
import { warningHub } from '../../support/scenario/warning-hub.ts';
import { vouching } from '../../support/vouching.ts';
import { AGREEMENT } from './agreement.ts';
import { DATA, record } from './data.ts';

const SECRET = 'never-in-an-answer';
const broken = { at: '' };
const BODY_BYTES = 100_000;
const VIEWER_REQUESTS = 150;
const COST = 50_000;
const listed = new ListedOperations([{ id: 'listed', body: '{ __typename }' }]);
const persisted = { listed: () => listed, only: false };
const hub = warningHub('hub');
const KEYS: BlindingKeys = { current: 1, epochs: new Map([[1, new Uint8Array(32).fill(1)]]) };
let keys: BlindingKeys | undefined = KEYS;
let atf: FakeSubgraph;

const scenario = useScenario(async () => {
  atf = await fakeSubgraph();
  failing();
  const agencies = ['ICE', 'FBI', 'ATF', 'DEA'];
  return {
    agencies,
    supergraphSdl: await composed(agencies, [hub, { name: 'registry', typeDefs: await registryTypeDefs() }]),
    hubs: { hub: hub.serve },
    agreements: [AGREEMENT],
    data: DATA,
    urls: { FBI: 'http://127.0.0.1:1/graphql', ATF: atf.url },
    door: {
      limits: {
        ...UNHURRIED,
        operation: { ...UNHURRIED.operation, cost: COST },
        rates: { ...UNHURRIED.rates, viewerRequests: VIEWER_REQUESTS, viewerCost: COST },
        door: { ...UNHURRIED.door, bodyBytes: BODY_BYTES, requestMilliseconds: 1_000 },
      },
      persisted,
    },
    blindingKeys: () => keys,
    stages: (pipeline) => ({
      ...pipeline,
      admit: async (asking) => orFail('admit', () => pipeline.admit(asking)),
      egress: (...call) => orFail('egress', () => pipeline.egress(...call)),
      explain: (...asked) => orFail('explain', () => pipeline.explain(...asked)),
    }),
  };
});
const failing = () => {
  atf.answer = () => ({ body: JSON.stringify({ data: null, errors: [{ message: SECRET }] }) });
};
afterAll(() => atf.stop());
afterEach(() => {
  failing();
  broken.at = '';
  scenario.ledger.fail = false;
  hub.meanwhile = async () => undefined;
  persisted.only = false;
  keys = KEYS;
});

function orFail<Value>(stage: string, go: () => Value): Value {
  if (broken.at === stage) throw new Error(SECRET);
  return go();
}

interface Request {
  readonly body?: unknown;
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly method?: string;
  readonly path?: string;
}

const ofIce = (selection = 'title') =>
  `{ records(filter: { originators: ["ICE"] }) { edges { node { record { ${selection} } } } } }`;
const WARN = `mutation { hubWarn(id: "1", about: "${record.id}") { record { title } } }`;
const by = (phone: string) => `{ records(filter: { phone: "${phone}" }) { totalCount } }`;
const byText = (text: string, agency: string) =>
  `{ records(filter: { text: "${text}", originators: ["${agency}"] }) { totalCount } }`;
/** So many hits as are looked at, each with what the gateway asks besides. */
const marks = { releasableTo: [], notReleasableTo: [], originatorConsent: false, obtainedFrom: null };
const THOUSAND = Array.from({ length: 1_000 }, () => ({
  foundIn: ['TITLE'],
  _c_f: ['TITLE'],
  rank: 1,
  object: { id: randomUUID(), _c_l: marks },
  _c_r: { _c_l: marks },
}));
const of = (agency: string) => ofIce().replace('ICE', agency);

/** Of which four cost less than an operation may, and five more. */
const costly = (roots: number) =>
  `{ ${Array.from({ length: roots }, (_, i) => `q${i}: records(first: 100) { edges { node { record { case { records { subjects { id } } } } } } }`).join(' ')} }`;

/** Sends what a test says, with a good token and a good purpose unless it says otherwise. */
async function send({ body, raw, headers = {}, method = 'POST', path = '/graphql' }: Request): Promise<Answered> {
  const all = {
    authorization: `Bearer ${await scenario.token('DEA')}`,
    'x-purpose': PURPOSE,
    'content-type': 'application/json',
    ...headers,
  };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const content = method === 'GET' ? undefined : (raw ?? JSON.stringify(body ?? { query: ofIce() }));
  const sent = { method, headers: given, ...(content !== undefined && { body: content }) };
  const response = await fetch(scenario.url + path, sent);
  return { status: response.status, text: await response.text() };
}

/** Sends bytes that `fetch` would not, and no more. */
async function sendBytes(bytes: string): Promise<Answered> {
  const { hostname, port } = new URL(scenario.url);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  const [head = '', text = ''] = (await textOf(socket)).split('\r\n\r\n');
  expect(head.toLowerCase()).toContain('cache-control: no-store');
  return { status: Number(head.split(' ')[1]), text };
}

/** Searches by one line. What is told of it, as an answer of its own: a line cannot have a status. */
async function sendLine(line: string): Promise<Answered> {
  const headers = { 'content-type': 'application/x-ndjson' };
  const { status, text } = await send({ path: '/search', headers, raw: line });
  const [told = ''] = text.split('\n');
  const { error, ...rest } = JSON.parse(told) as { readonly error: { readonly message: string } };
  const { message, ...extensions } = error;
  return { status, text: JSON.stringify({ ...rest, errors: [{ message, extensions }] }) };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const purpose = (text: string | undefined) => ({ 'x-purpose': text });
const issuedBy = (iss: string) =>
  ['{"alg":"EdDSA"}', JSON.stringify({ iss })].map((part) => Buffer.from(part).toString('base64url')).join('.') +
  '.c2ln';

/** How each declared error is provoked. */
const PROVOKED: Readonly<Record<keyof typeof GATEWAY_ERRORS, () => Promise<Answered>>> = {
  TOKEN_MISSING: () => send({ headers: { authorization: undefined } }),
  TOKEN_INVALID: async () => send({ headers: bearer(`${await scenario.token('DEA')}x`) }),
  VOUCHER_MISSING: async () => {
    const { voucher: token } = vouching(agenciesOf(['DEA']), scenario.secrets.parties);
    const viewer = { sub: 'agent-7', agency: 'DEA', role: 'analyst' };
    return send({ headers: bearer(await token(viewer, { audience: 'concordat', type: 'JWT' })) });
  },
  ISSUER_UNKNOWN: () => send({ headers: bearer(issuedBy('https://id.nobody.example')) }),
  ISSUER_NOT_ENTITLED: async () => send({ headers: bearer(await scenario.token('DEA', 'analyst', 'ICE')) }),
  PURPOSE_REQUIRED: () => send({ headers: purpose(undefined) }),
  PURPOSE_INVALID: () => send({ headers: purpose('area=drug-trafficking; use=investigation') }),
  PURPOSE_INCOMPLETE: () => send({ headers: purpose(`${PURPOSE}; stage=match`) }),
  PURPOSE_STAGE_MISMATCH: () => send({ headers: purpose(`${PURPOSE}; matches=${record.id}`) }),
  UNKNOWN_AREA: () => send({ headers: purpose(PURPOSE.replace('drug-trafficking', 'drugs')) }),
  UNKNOWN_USE: () => send({ headers: purpose(PURPOSE.replace('investigation', 'curiosity')) }),
  UNKNOWN_SEARCH: () => send({ headers: purpose(`${PURPOSE}; search=palmistry`) }),
  UNKNOWN_STAGE: () => send({ headers: purpose(`${PURPOSE}; stage=later`) }),
  BAD_SELECTOR: () => send({ body: { query: by(SECRET) } }),
  BAD_TEXT: () => send({ body: { query: byText(SECRET.repeat(20), 'ICE') } }),
  TEXT_TOO_COMMON: () => {
    atf.answer = () => ({ body: JSON.stringify({ data: { _entities: [{ _c_t: 'AtfTextSearch', hits: THOUSAND }] } }) });
    return send({ body: { query: byText(SECRET, 'ATF') } });
  },
  BAD_LINE: () => sendLine(SECRET),
  SELECTORS_UNAVAILABLE: () => {
    keys = undefined;
    return send({ body: { query: by('+1 202 555 0143') } });
  },
  SUBGRAPH_UNAVAILABLE: () => send({ body: { query: of('FBI') } }),
  SUBGRAPH_FAILED: () => send({ body: { query: of('ATF') } }),
  LEDGER_UNAVAILABLE: () => {
    scenario.ledger.fail = true;
    return send({});
  },
  OUTCOME_UNKNOWN: () => {
    hub.meanwhile = async () => {
      throw new Error(SECRET);
    };
    return send({ body: { query: WARN } });
  },
  OUTCOME_NOT_RECORDED: () => {
    scenario.ledger.fail = true;
    return send({ body: { query: WARN } });
  },
  GRAPHQL_PARSE_FAILED: () => send({ body: { query: '{ records {' } }),
  GRAPHQL_VALIDATION_FAILED: () => send({ body: { query: ofIce('nothing') } }),
  BAD_USER_INPUT: () =>
    send({ body: { query: 'query ($id: ID!) { record(id: $id) { id } }', variables: { id: null } } }),
  OPERATION_TOO_LARGE: () =>
    send({
      body: {
        query: ofIce('case { records { case { records { case { records { case { records { title } } } } } } } }'),
      },
    }),
  OPERATION_NOT_SUPPORTED: () => send({ body: { query: 'subscription { records }' } }),
  OPERATION_RESOLUTION_FAILURE: () => send({ body: { query: `query A ${ofIce()} query B ${ofIce()}` } }),
  OPERATION_TOO_COSTLY: () => send({ body: { query: costly(5) } }),
  RATE_LIMITED: async () => {
    const headers = bearer(await scenario.token('DEA', 'prosecutor'));
    const ask = () => send({ headers, body: { query: '{ __typename }' } });
    await Promise.all(Array.from({ length: VIEWER_REQUESTS }, ask));
    return ask();
  },
  COST_BUDGET_SPENT: async () => {
    const ask = async () =>
      send({ headers: bearer(await scenario.token('DEA', 'supervisor')), body: { query: costly(4) } });
    await ask();
    return ask();
  },
  BAD_REQUEST: () => send({ raw: '{"query":' }),
  BATCHING_NOT_SUPPORTED: () => send({ body: [{ query: ofIce() }] }),
  NOT_FOUND: () => send({ path: '/elsewhere' }),
  METHOD_NOT_ALLOWED: () => send({ method: 'PUT' }),
  NOT_ACCEPTABLE: () => send({ headers: { accept: 'text/html' } }),
  REQUEST_TIMEOUT: () =>
    sendBytes('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{'),
  REQUEST_TOO_LARGE: () => send({ raw: ' '.repeat(BODY_BYTES + 1) }),
  CONTENT_TYPE_NOT_SUPPORTED: () => send({ headers: { 'content-type': 'text/plain' } }),
  HEADERS_TOO_LARGE: () => sendBytes(`GET /graphql HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`),
  PERSISTED_QUERY_NOT_SUPPORTED: () =>
    send({ body: { query: ofIce(), extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } } }),
  PERSISTED_OPERATION_UNKNOWN: () => send({ body: { documentId: 'no-such-id' } }),
  PERSISTED_OPERATION_REQUIRED: () => {
    persisted.only = true;
    return send({});
  },
  INTERNAL_SERVER_ERROR: () => {
    broken.at = 'explain';
    return send({});
  },
};

interface Refusal {
  readonly data?: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: object }[];
  readonly extensions?: object;
}

/** Whatever is refused is refused in the same form, and tells nothing of the inside. */
function expectRefusal({ status, text }: Answered, code: keyof typeof GATEWAY_ERRORS): Refusal {
  const refusal = JSON.parse(text) as Refusal;
  const declaration = GATEWAY_ERRORS[code];
  expect(refusal.errors.map(({ extensions }) => extensions)).toEqual([{ code, remedy: declaration.remedy }]);
  expect(status).toBe(declaration.status);
  expect(text).not.toContain(SECRET);
  expect(text).not.toMatch(/stacktrace|valueCompletion|node_modules|\.ts:\d|serviceName/);
  return refusal;
}

describe('every declared error', () => {
  it('has a test here', () => {
    expect(Object.keys(PROVOKED).sort()).toEqual(
      Object.values(GATEWAY_ERRORS)
        .map(({ code }) => code)
        .sort(),
    );
  });

  it.each(Object.entries(PROVOKED))('%s', async (code, provoke) => {
    const refusal = expectRefusal(await provoke(), code as keyof typeof GATEWAY_ERRORS);
    if (GATEWAY_ERRORS[code as keyof typeof GATEWAY_ERRORS].status !== 200) {
      expect(refusal.data ?? null).toBeNull();
      expect(JSON.stringify(refusal)).not.toContain(record.title);
    }
  });
});

describe('an answer that is not recorded', () => {
  it('does not leave, and the agency’s data with it', async () => {
    scenario.ledger.fail = true;
    const { data, extensions } = expectRefusal(await send({}), 'LEDGER_UNAVAILABLE');
    expect([data, extensions]).toEqual([undefined, undefined]);
    scenario.ledger.fail = false;
    expect((await send({})).text).toContain(record.title);
  });

  it('leaves where it discloses nothing of others', async () => {
    scenario.ledger.fail = true;
    const { status, text } = await send({ body: { query: of('DEA') } });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ data: { records: { edges: [] } } });
  });
});

describe('what fails inside', () => {
  it.each(['admit', 'explain'])('in the stage `%s` is not told', async (stage) => {
    broken.at = stage;
    expectRefusal(await send({}), 'INTERNAL_SERVER_ERROR');
  });

  it('in a fetch is not told, and leaves no data: the answer lacks that part', async () => {
    broken.at = 'egress';
    const { text } = await send({});
    const { errors, data } = JSON.parse(text) as Refusal;
    expect(errors.map(({ message, extensions }) => [message, extensions])).toEqual([
      [
        '`index` answered with an error; its part may be missing',
        { code: 'SUBGRAPH_FAILED', remedy: GATEWAY_ERRORS.SUBGRAPH_FAILED.remedy },
      ],
    ]);
    expect(JSON.stringify(data ?? null)).not.toContain(record.title);
    expect(text).not.toContain(SECRET);
  });
});

describe('an HTTP request that is no GraphQL request', () => {
  it.each<readonly [string, Request, keyof typeof GATEWAY_ERRORS]>([
    ['no body', { raw: '' }, 'BAD_REQUEST'],
    ['another type of content', { headers: { 'content-type': 'application/xml' } }, 'CONTENT_TYPE_NOT_SUPPORTED'],
    ['a body that is a text', { body: 'x' }, 'BAD_REQUEST'],
    ['no query', { body: {} }, 'BAD_REQUEST'],
    ['variables that are a text', { body: { query: ofIce(), variables: 'x' } }, 'BAD_REQUEST'],
    [
      'a GET that a form could make',
      {
        method: 'GET',
        path: `/graphql?query=${encodeURIComponent(ofIce())}`,
        headers: { 'content-type': undefined, authorization: undefined },
      },
      'BAD_REQUEST',
    ],
  ])('is refused with %s', async (_what, request, code) => {
    const answered = await send(request);
    expectRefusal(answered, code);
    expect(answered.text).not.toContain(record.title);
  });
});

describe('a purpose', () => {
  const stated = { area: 'drug-trafficking', use: 'investigation', case: 'TEST-1' };
  const headers = purpose(undefined);

  it('may be stated in the request itself', async () => {
    const body = { query: ofIce(), extensions: { purpose: stated } };
    expect((await send({ headers, body })).text).toContain(record.title);
  });

  it('may be stated so in a GET too', async () => {
    const query = new URLSearchParams({ query: ofIce(), extensions: JSON.stringify({ purpose: stated }) }).toString();
    const get = {
      method: 'GET',
      path: `/graphql?${query}`,
      headers: { ...headers, 'content-type': 'application/json' },
    };
    expect((await send(get)).text).toContain(record.title);
  });

  it('is refused where header and request differ', async () => {
    const body = { query: ofIce(), extensions: { purpose: { ...stated, case: 'TEST-2' } } };
    expectRefusal(await send({ body }), 'PURPOSE_INVALID');
  });

  it('is not needed for the viewer’s own data, nor for the schema', async () => {
    expect((await send({ headers, body: { query: of('DEA') } })).status).toBe(200);
    expect((await send({ headers, body: { query: '{ __schema { queryType { name } } }' } })).status).toBe(200);
    expectRefusal(await send({ headers, body: { query: '{ records { totalCount } }' } }), 'PURPOSE_REQUIRED');
  });
});

describe('a date that is no text', () => {
  const dated = (value: string) => `{ records(filter: { occurredFrom: ${value} }) { totalCount } }`;

  it.each(['7', '["2010-01-01", "2010-01-02"]', 'true'])('is refused in the document: %s', async (value) => {
    expectRefusal(await send({ body: { query: dated(value) } }), 'GRAPHQL_VALIDATION_FAILED');
  });

  it('is refused in a variable', async () => {
    const query = `query ($day: LocalDate) ${dated('$day')}`;
    expectRefusal(await send({ body: { query, variables: { day: ['NOPE'] } } }), 'BAD_USER_INPUT');
  });

  it('that is a text but no day is the index’s to refuse', async () => {
    const { text } = await send({ body: { query: dated('"2010-02-30"') } });
    expect(text).toContain('"BAD_FILTER"');
  });
});

describe('a code that there is not', () => {
  it.each(['crimeAreas: ["nonsense"]', 'originators: ["XYZ"]', 'originators: ["XYZ"], programs: ["OCDETF"]'])(
    'is the index’s to refuse, whatever agreements say: %s',
    async (filter) => {
      const { text } = await send({ body: { query: `{ records(filter: { ${filter} }) { totalCount } }` } });
      expect(text).toContain('"BAD_FILTER"');
      expect(text).toContain('is no code of an');
    },
  );
});

describe('a variable that is null where a directive needs a value', () => {
  it('is refused, though it has a default', async () => {
    const query = 'query ($x: Boolean = true) { agencies @include(if: $x) { code } }';
    expectRefusal(await send({ body: { query, variables: { x: null } } }), 'BAD_USER_INPUT');
  });
});
