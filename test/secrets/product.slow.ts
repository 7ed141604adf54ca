import { cp, mkdtemp, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { agencyDatabase } from '../../platform/database/names.ts';
import { startEmbedded } from '../../platform/database/embedded.ts';
import { openPrisma } from '../../platform/database/prisma.ts';
import { makeDemoToken } from '../../platform/demo-token.ts';
import { readPrivateKeys } from '../../platform/party-keys.ts';
import { signingKey } from '../../policy/ed25519.ts';
import { PrismaClient } from '../../subgraphs/agency/prisma/generated/client.ts';
import type { StoredOf } from '../../subgraphs/agency/rows/stored.ts';
import { importEntities } from '../../subgraphs/agency/store/import.ts';
import { pointerSender } from '../../subgraphs/kit/pointers.ts';
import { killLeftovers, startProduct, type Product } from '../start/product.ts';
import { pointersTo } from '../support/pointers.ts';
import { agenciesOf } from '../support/scenario/everyone.ts';
import { fakeSubgraph, type FakeSubgraph } from '../support/scenario/fake-subgraph.ts';
import { leaks, writtenUnder, type Emitted } from './emitted.ts';
import { FAILING, HELD, holding, ofDown, ofFailing, SENT } from './planted.ts';
import { ask, everySortOfQuestion, whatBreaks, type Heard, type Running } from './run.ts';

let folder: string;
let failing: FakeSubgraph;
let product: Product;
let heard: Readonly<Record<string, Heard>>;
let broke: Readonly<Record<string, Heard>>;
let emitted: readonly Emitted[];
let secrets: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concordat-secrets-'));
  const agreementsDir = join(folder, 'agreements');
  const home = join(folder, 'home');
  await cp(fileURLToPath(new URL('../../agreements', import.meta.url)), agreementsDir, { recursive: true });
  failing = await fakeSubgraph();
  const answers = [
    JSON.stringify({ data: null, errors: [{ message: FAILING.message, extensions: { code: FAILING.code } }] }),
    FAILING.text,
  ];
  failing.answer = () => ({ body: answers[0] ?? '' });
  const [registryPort, indexPort] = [await freePort(), await freePort()];
  product = await startProduct('start/all.ts', [], {
    PORT: '0',
    CONCORDAT_HOME: home,
    AGREEMENTS_DIR: agreementsDir,
    REGISTRY_PORT: String(registryPort),
    INDEX_PORT: String(indexPort),
    SUBGRAPH_URL_FBI: failing.url,
    SUBGRAPH_URL_USSS: 'http://127.0.0.1:1/graphql',
    DEMO_RECORDS: '2',
    LOG_LEVEL: 'trace',
    DEBUG: '*',
  });
  const server = await startEmbedded({ home });
  const database = (name: string) => server.url.replace(/postgres$/, name);
  const index = `http://127.0.0.1:${indexPort}`;
  await plant(home, database(agencyDatabase('ICE')), index);
  const tokens = await tokensOf(home);
  const registry = `http://127.0.0.1:${registryPort}`;
  const running: Running = { product, home, registry, index, agreementsDir, tokens, database };
  heard = await everySortOfQuestion(running);
  failing.answer = () => ({ body: answers[1] ?? '' });
  const unparsable = await ask(`${product.url}/graphql`, {
    headers: { authorization: `Bearer ${tokens.DEA}`, 'x-purpose': 'area=drug-trafficking; use=investigation; case=A' },
    body: { query: `{ record(id: "${ofFailing.id}") { title } }` },
  });
  heard = { ...heard, unparsable };
  broke = await whatBreaks(running);
  secrets = { ...HELD, ...SENT, ...FAILING, ...tokens, ...privateKeysIn(home), password: new URL(server.url).password };
  await server.stop();
  await product.end('SIGTERM');
  emitted = [
    { where: 'what it printed', text: product.output() },
    ...Object.values(heard),
    ...Object.values(broke),
    ...writtenUnder(home),
  ];
}, 120_000);

afterAll(async () => {
  killLeftovers();
  failing.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('whatever is asked, and whatever breaks', () => {
  it('goes where it should', () => {
    expect(
      Object.fromEntries(Object.entries({ ...heard, ...broke }).map(([name, { codes }]) => [name, codes])),
    ).toEqual(EXPECTED);
    expect((heard['own']?.data as { record: object }).record).toMatchObject({
      narrative: HELD.narrative,
      case: { number: HELD.caseNumber },
      intercept: { line: HELD.line },
      subjects: [{ phones: [HELD.phone] }],
    });
    expect(product.output()).toContain('"subgraph":"FBI"');
    expect(product.output()).toContain('"subgraph":"USSS"');
    expect(product.output()).toContain('"where":"the ledger"');
    expect(product.output()).toMatch(/"subgraph":"ICE".*"kind":"PrismaClientKnownRequestError"/);
    expect(emitted.map(({ where }) => where)).toEqual(expect.arrayContaining([expect.stringMatching(/server\.log$/)]));
  });

  it('nothing secret is printed, logged, written, or told in an error', () => {
    expect(Object.keys(secrets).length).toBeGreaterThan(40);
    expect(leaks(emitted, secrets)).toEqual([]);
  });

  it('would be found, if it were', () => {
    const lines: string[] = [];
    const careless = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
    careless.warn({ row: { narrative: HELD.narrative } }, 'a record');
    careless.warn({ url: `/?phone=${encodeURIComponent(SENT.phone)}` }, 'a request');
    const found = leaks([...emitted, { where: 'a careless log', text: lines.join('') }], secrets);
    expect(found.map(({ where, secret }) => [where, secret])).toEqual([
      ['a careless log', 'narrative'],
      ['a careless log', 'phone'],
    ]);
  });
});

/** The codes with which each question is answered. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  own: [],
  search: [],
  literal: [],
  withheld: [],
  expired: ['TOKEN_INVALID'],
  garbage: ['TOKEN_INVALID'],
  noToken: ['TOKEN_MISSING'],
  noPurpose: ['PURPOSE_REQUIRED'],
  unknownArea: ['UNKNOWN_AREA'],
  badCase: ['PURPOSE_INVALID'],
  incomplete: ['PURPOSE_INVALID'],
  threat: [],
  variable: ['BAD_USER_INPUT'],
  badLiteral: ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED'],
  syntax: ['GRAPHQL_PARSE_FAILED'],
  cursor: ['BAD_CURSOR'],
  date: ['BAD_FILTER'],
  malformedId: [],
  failing: ['SUBGRAPH_FAILED'],
  down: ['SUBGRAPH_UNAVAILABLE'],
  mutation: ['GRAPHQL_VALIDATION_FAILED'],
  change: ['NOT_FOR_DECONFLICTION'],
  subscription: ['OPERATION_NOT_SUPPORTED'],
  json: ['BAD_REQUEST'],
  type: ['CONTENT_TYPE_NOT_SUPPORTED'],
  path: ['NOT_FOUND'],
  persisted: ['PERSISTED_QUERY_NOT_SUPPORTED'],
  assertion: ['ASSERTION_INVALID'],
  subgraphJson: ['ASSERTION_MISSING'],
  contribution: ['ASSERTION_INVALID'],
  health: [],
  unparsable: ['SUBGRAPH_UNAVAILABLE'],
  ledger: ['LEDGER_UNAVAILABLE'],
  agencyBroken: ['SUBGRAPH_FAILED'],
  indexBroken: ['FIELD_FAILED'],
};

async function plant(home: string, iceUrl: string, index: string): Promise<void> {
  const prisma = openPrisma(PrismaClient, iceUrl);
  await importEntities({ prisma, blinding: () => undefined }, holding);
  await prisma.$disconnect();
  for (const record of [ofFailing, ofDown] as readonly StoredOf<'Record'>[]) {
    const agency = record.originator;
    const keys = await readPrivateKeys(home, agency);
    const entries = pointersTo([record], undefined).map(({ type, id, ...pointer }) => {
      return { sequence: 1n, op: 'UPSERT', type, id, pointer };
    });
    await pointerSender(index, () => signingKey(keys!.service))({ agency, entries });
  }
}

async function tokensOf(home: string): Promise<Running['tokens']> {
  const token = async (code: string, role: string, seconds?: number) => {
    const [agency] = agenciesOf([code]);
    const viewer = { role, sub: SENT.sub, name: SENT.name, ...(seconds !== undefined && { seconds }) };
    return makeDemoToken({ ...viewer, agency: agency!, keys: (await readPrivateKeys(home, code))! });
  };
  return {
    ICE: await token('ICE', 'analyst'),
    DEA: await token('DEA', 'analyst'),
    expired: await token('DEA', 'analyst', -10),
  };
}

/** The private part of every key that lies in the home. */
function privateKeysIn(home: string): Readonly<Record<string, string>> {
  const folder = join(home, 'private');
  return Object.fromEntries(
    readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/"d"\s*:\s*"([\w-]{40,})"/g)].map(
        ([, d], position) => [`${file}#${position}`, d!] as const,
      ),
    ),
  );
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
