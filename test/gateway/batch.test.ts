import { request as open, type ClientRequest } from 'node:http';
import { blind } from '../../matching/blind.ts';
import { seal } from '../../matching/sealed.ts';
import { RunningBatches } from '../../gateway/http/running-batches.ts';
import { DEFAULT_LIMITS } from '../../gateway/limits/limits.ts';
import { agreed } from '../support/scenario/agreed.ts';
import { UNHURRIED } from '../support/scenario/scenario.ts';
import { KEYS, useBlindingWorld, type BlindingWorld } from './blinding/world.ts';

const KNOWN = '+1 202 555 0143';
const sealed = seal([...KEYS.epochs].map(([epoch, key]) => ({ epoch, blind: blind('PHONE', '+12025550143', key) })));
const pointing = { leads: ({ phone }: Readonly<Record<string, unknown>>) => phone === sealed };

const batch = { lines: 500, bytes: 50_000, atOnce: 3, ofViewer: 2 };
const world = useBlindingWorld({ door: { limits: { ...UNHURRIED, batch } } }, KEYS, pointing);
const keyless = useBlindingWorld({}, null);

const QUOTA = agreed(
  ['DEA', 'ICE'],
  [
    {
      id: 'few',
      share: {
        from: ['ICE'],
        to: ['DEA'],
        categories: ['RECORD_SUMMARY', 'CONTACT_DETAILS'],
        obligations: { quotas: [{ perDay: 150 }] },
      },
    },
  ],
);
const counted = useBlindingWorld({ agreements: [QUOTA], hub: true }, KEYS, pointing);

interface Sent {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly from?: BlindingWorld;
}

async function send(body: string | Uint8Array, { headers = {}, from = world }: Sent = {}): Promise<Response> {
  const own = await from.scenario.as('DEA').headers();
  const all = Object.entries({ ...own, 'content-type': 'application/x-ndjson', ...headers });
  const given = all.filter((header): header is [string, string] => header[1] !== undefined);
  return fetch(`${from.scenario.url}/search`, {
    method: 'POST',
    headers: Object.fromEntries(given),
    body: body as never,
  });
}

interface Line {
  readonly line: number;
  readonly ref?: string | number;
  readonly records?: { readonly count: number; readonly hits: readonly unknown[] };
  readonly error?: { readonly code: string; readonly message: string };
  readonly spent?: readonly string[];
  readonly done?: boolean;
}

async function lines(body: string | Uint8Array, options: Sent = {}): Promise<readonly Line[]> {
  const response = await send(body, options);
  expect(response.status).toBe(200);
  const text = await response.text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

const codeOf = async (response: Response) =>
  ((await response.json()) as { errors: [{ extensions: { code: string } }] }).errors[0].extensions.code;
const phones = (count: number) =>
  Array.from({ length: count }, (_, at) => `PHONE +1202555${String(1000 + at)}`).join('\n');

describe('a batch search', () => {
  it('answers each line in its place, by what its sender calls it, and counts them at the end', async () => {
    const file = [
      JSON.stringify({ ref: 'one', phone: KNOWN }),
      'PHONE +1 202 555 0144',
      '',
      JSON.stringify({ ref: 3, person: { surname: 'Doe', firstNames: 'Jane', dateOfBirth: '1971-03-09' } }),
      `phone\t${KNOWN}\r`,
    ].join('\n');
    const hit = { disclosure: 'FULL', originator: { code: 'ICE' }, contact: null, record: { id: 'a-record' } };
    const none = { count: 0, hits: [] };
    expect(await lines(file)).toEqual([
      { line: 1, ref: 'one', records: { count: 1, hits: [hit] }, cases: none },
      { line: 2, records: none, cases: none },
      { line: 4, ref: 3, records: none, cases: none },
      { line: 5, records: { count: 1, hits: [hit] }, cases: none },
      {
        ...{ done: true, lines: 4, answered: 4, found: 2, refused: 0 },
        visibility: [expect.objectContaining({ disclosed: [{ originator: 'ICE', clauses: ['test#all'] }] })],
      },
    ]);
    const asked = world.asked();
    expect(asked).toHaveLength(1);
    expect(JSON.stringify(asked)).not.toMatch(/202|Doe|1971/u);
  });

  it('asks for a hundred at a time', async () => {
    const told = await lines(phones(250));
    expect(told.map(({ line }) => line).slice(0, -1)).toEqual(Array.from({ length: 250 }, (_, at) => at + 1));
    expect(told.at(-1)).toMatchObject({ lines: 250, answered: 250 });
    expect(world.asked()).toHaveLength(3);
  });

  it('BAD_LINE: says of a line what is wrong with it, and answers the others', async () => {
    const file = Buffer.concat([
      Buffer.from(
        [
          'what is this',
          '{"phone": ',
          JSON.stringify({ ref: 'two', phone: KNOWN, email: 'a@desk.example' }),
          JSON.stringify({ ref: 'none' }),
          JSON.stringify({ phone: 1 }),
          JSON.stringify({ person: { sealed } }),
          JSON.stringify({ person: ['Doe'] }),
          JSON.stringify({ ref: { a: 1 }, phone: KNOWN }),
          `PHONE ${'1'.repeat(3_000)}`,
          'PERSON Doe',
          '{"phone": "1", "phone": "2"}',
          `PHONE ${KNOWN}`,
        ].join('\n'),
      ),
      Buffer.from([0x0a, 0x50, 0xff]),
    ]);
    const told = await lines(file);
    expect(told.map(({ error }) => error?.code ?? 'answered')).toEqual([
      ...Array.from({ length: 11 }, () => 'BAD_LINE'),
      'answered',
      'BAD_LINE',
      'answered',
    ]);
    expect(told.at(-1)).toMatchObject({ done: true, lines: 13, answered: 1, found: 1, refused: 12 });
    expect(JSON.stringify(told)).not.toMatch(/what is this|Doe|1111/u);
    world.asked();
  });

  it('gives back what a line is called, whatever is wrong with the rest of it', async () => {
    const bad = [{}, { phone: KNOWN, email: 'a@desk.example' }, { phone: 1 }, { telephone: KNOWN }, { phone: null }];
    const told = await lines(bad.map((fields, at) => JSON.stringify({ ref: at, ...fields })).join('\n'));
    const refused = told.slice(0, -1).map(({ line, ref, error }) => [line, ref, error?.code]);
    expect(refused).toEqual(bad.map((_, at) => [at + 1, at, 'BAD_LINE']));
    expect(world.asked()).toEqual([]);
  });

  it('lists the kinds of selectors where a line begins with none', async () => {
    const [told] = await lines(`TELEFON ${KNOWN}`);
    expect(told?.error?.message).toMatch(/one of PHONE, .*and its text/u);
    expect(told?.error?.message).not.toMatch(/TELEFON|0143/u);
    expect(world.asked()).toEqual([]);
  });

  it('says of a selector that cannot be searched by how it is written', async () => {
    const told = await lines(`${JSON.stringify({ ref: 'a', phone: 'no number' })}\nPHONE ${KNOWN}`);
    expect(told[0]).toMatchObject({ line: 1, ref: 'a', error: { code: 'BAD_SELECTOR' } });
    expect(told[1]).toMatchObject({ line: 2, records: { count: 1 } });
    expect(JSON.stringify(told)).not.toContain('no number');
    world.asked();
  });

  it('records each part before it leaves, and tells of nothing that could not be recorded', async () => {
    world.scenario.ledger.fail = true;
    try {
      const response = await send(`PHONE ${KNOWN}`);
      expect([response.status, await codeOf(response)]).toEqual([503, 'LEDGER_UNAVAILABLE']);
    } finally {
      world.scenario.ledger.fail = false;
      world.asked();
    }
  });

  it('stops when its reader goes away', async () => {
    const headers = { ...(await world.scenario.as('DEA').headers()), 'content-type': 'application/x-ndjson' };
    const { hostname, port } = new URL(world.scenario.url);
    const asking = open({ hostname, port, path: '/search', method: 'POST', headers });
    asking.end(phones(500));
    await new Promise<void>((gone) =>
      asking.on('response', (response) => response.once('data', () => (response.destroy(), gone()))),
    );
    let before = -1;
    for (let now = 0; before !== now; before = now, now += world.asked().length) {
      await new Promise((later) => setTimeout(later, 200));
    }
    expect(before).toBeLessThan(5);
  });
});

describe('a batch search is refused', () => {
  it.each<[string, string, Sent['headers'], number, string]>([
    ['without a token', phones(1), { authorization: undefined }, 401, 'TOKEN_MISSING'],
    ['with a token that is none', phones(1), { authorization: 'Bearer x' }, 401, 'TOKEN_INVALID'],
    ['without a purpose', phones(1), { 'x-purpose': undefined }, 400, 'PURPOSE_REQUIRED'],
    ['in another form', phones(1), { 'content-type': 'text/plain' }, 415, 'CONTENT_TYPE_NOT_SUPPORTED'],
    ['with too many lines', phones(501), {}, 413, 'REQUEST_TOO_LARGE'],
    ['with too many bytes', ' '.repeat(50_001), {}, 413, 'REQUEST_TOO_LARGE'],
  ])('%s', async (_how, body, headers, status, code) => {
    const response = await send(body, { ...(headers && { headers }) });
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(world.asked()).toEqual([]);
  });

  it('where there are no keys to blind with', async () => {
    const response = await send(phones(1), { from: keyless });
    expect([response.status, await codeOf(response)]).toEqual([503, 'SELECTORS_UNAVAILABLE']);
  });

  it('of more than so many lines, or bytes, by default', () => {
    expect(DEFAULT_LIMITS.batch).toEqual({ lines: 10_000, bytes: 4 * 1024 * 1024, atOnce: 20, ofViewer: 5 });
  });

  it('while so many others of the viewer are answered already, who keeps nobody else waiting', async () => {
    const waiting = begun(3, await world.scenario.as('DEA').headers());
    const refused = await tried(await world.scenario.as('DEA').headers());
    expect([refused.status, refused.headers.get('retry-after'), await codeOf(refused)]).toEqual([
      429,
      '10',
      'RATE_LIMITED',
    ]);
    const other = await send(phones(1), { headers: await world.scenario.as('ICE').headers() });
    expect(other.status).toBe(200);
    await other.text();
    for (const one of waiting) one.destroy();
    world.asked();
  });

  it('while so many others are answered already, whoever asks', () => {
    const running = new RunningBatches({ atOnce: 3, ofViewer: 2 });
    const [ends] = [running.begin({ agency: 'DEA', sub: 'a' }), running.begin({ agency: 'DEA', sub: 'b' })];
    running.begin({ agency: 'ICE', sub: 'a' });
    expect(() => running.begin({ agency: 'ICE', sub: 'a' })).toThrow('3 batches are being answered already');
    ends();
    running.begin({ agency: 'ICE', sub: 'a' });
    expect(() => running.begin({ agency: 'ICE', sub: 'a' })).toThrow('2 batches of the viewer');
  });
});

type Headers = Readonly<Record<string, string>>;

/** Batches of which the lines do not come. */
function begun(count: number, own: Headers): readonly ClientRequest[] {
  const waiting = Array.from({ length: count }, () => open(new URL('/search', world.scenario.url), { method: 'POST' }));
  const headers = { ...own, 'content-type': 'application/x-ndjson', 'content-length': '10' };
  for (const one of waiting) {
    for (const [name, value] of Object.entries(headers)) one.setHeader(name, value);
    one.on('error', () => undefined);
    one.flushHeaders();
  }
  return waiting;
}

/** The first refusal: what was begun has come by then. */
async function tried(headers: Headers): Promise<Response> {
  const response = await send(phones(1), { headers });
  if (response.status !== 200) return response;
  await response.text();
  return tried(headers);
}

it('a count alone is data of others too: it is asked for a purpose, and recorded', async () => {
  const query = 'query ($s: [SelectorSought!]!) { selectorChecks(selectors: $s) { recordCount } }';
  const ask = (purpose?: null) =>
    world.scenario.as('DEA', { ...(purpose === null && { purpose }) }).query(query, { s: [{ phone: KNOWN }] });
  expect((await ask(null)).errors).toMatchObject([{ extensions: { code: 'PURPOSE_REQUIRED' } }]);
  expect(world.asked()).toEqual([]);
  const { recorded, visibility } = await ask();
  expect(recorded).toMatchObject([{ disclosed: [{ originator: 'ICE' }] }]);
  expect(visibility.disclosed).toEqual([{ originator: 'ICE', clauses: ['test#all'] }]);
  world.asked();
});

describe('quotas', () => {
  it('count each selector of a batch as a search, and each line past them says so', async () => {
    const told = await lines(`${phones(100)}\n${phones(99)}\nPHONE ${KNOWN}`, { from: counted });
    expect(told.slice(0, 100).every(({ spent }) => spent === undefined)).toBe(true);
    expect(told.slice(100, 200).every(({ spent }) => spent?.[0] === 'test#few')).toBe(true);
    expect(told.at(-1)).toMatchObject({ done: true, visibility: [{ spent: ['test#few'] }] });
    const rest = await lines(phones(50), { from: counted });
    expect(rest.slice(0, 50).every(({ spent }) => spent === undefined)).toBe(true);
    const past = await lines(phones(1), { from: counted });
    expect(past[0]).toMatchObject({ spent: ['test#few'] });
  });

  it('count the selectors of one operation likewise', async () => {
    const query = 'query ($s: [SelectorSought!]!) { selectorChecks(selectors: $s) { recordCount } }';
    const { visibility } = await counted.scenario.as('DEA').query(query, { s: [{ phone: KNOWN }] });
    expect(visibility.spent).toEqual(['test#few']);
  });
});
