import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { ASSERTION_HEADER } from '../../policy/assertion.ts';
import type { Product } from '../start/product.ts';
import type { Emitted } from './emitted.ts';
import { record, SENT, HELD, ofDown, ofFailing } from './planted.ts';

/** What the run needs of the product. */
export interface Running {
  readonly product: Product;
  readonly home: string;
  readonly registry: string;
  readonly index: string;
  readonly agreementsDir: string;
  /** Tokens of two viewers, and one that nobody should take. */
  readonly tokens: { readonly ICE: string; readonly DEA: string; readonly expired: string };
  /** A database of the embedded server. */
  readonly database: (name: string) => string;
}

/** What came back of a question, its data aside. */
export interface Heard extends Emitted {
  readonly status: number;
  readonly codes: readonly string[];
  readonly data: unknown;
}

const PURPOSE = `area=drug-trafficking; use=investigation; case=${SENT.caseNumber}`;
const EVERYTHING = `title narrative investigator case { number } intercept { line }
  subjects { ... on Person { surname { original } phones passports { number } } }`;

/** Asks, with a header or a body of a test's own. */
export async function ask(
  url: string,
  { headers = {}, body, method = 'POST' }: { headers?: Record<string, string>; body?: unknown; method?: string },
): Promise<Heard> {
  const sent = method === 'GET' ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', cookie: `session=${SENT.cookie}`, ...headers },
    ...(sent !== undefined && { body: sent }),
  });
  const text = await response.text();
  const { data, errors } = parsed(text);
  const told = data === undefined ? text : JSON.stringify(errors ?? []);
  return {
    where: `the answer to ${typeof body === 'string' ? 'a body' : JSON.stringify(body)?.slice(0, 80)}`,
    text: [...response.headers].flat().join('\n') + told,
    status: response.status,
    codes: (errors ?? []).map(({ extensions }) => extensions?.code ?? ''),
    data,
  };
}

function parsed(text: string): { data?: unknown; errors?: readonly { extensions?: { code?: string } }[] } {
  try {
    return JSON.parse(text) as ReturnType<typeof parsed>;
  } catch {
    return {};
  }
}

/** Questions of every sort, each with what must become of it, so that the run is known to have gone where it should. */
export async function everySortOfQuestion(running: Running): Promise<Readonly<Record<string, Heard>>> {
  const { product, tokens, registry, index } = running;
  const graph = `${product.url}/graphql`;
  const as = (token: string, query: string, variables?: object, headers: Record<string, string> = {}) =>
    ask(graph, {
      headers: { authorization: `Bearer ${token}`, 'x-purpose': PURPOSE, ...headers },
      body: { query, variables },
    });
  const dea = (query: string, variables?: object, headers?: Record<string, string>) =>
    as(tokens.DEA, query, variables, headers);
  const purpose = (text: string) => dea(`{ record(id: "${record.id}") { title } }`, {}, { 'x-purpose': text });
  const search = `query ($filter: RecordFilter, $after: String) {
    records(filter: $filter, after: $after, first: 5) { totalCount edges { node { record { id ${EVERYTHING} } } } } }`;
  return {
    own: await as(tokens.ICE, `{ record(id: "${record.id}") { ${EVERYTHING} } }`),
    search: await dea(search, { filter: { programs: [SENT.program] } }),
    literal: await dea(
      search
        .replace('$filter: RecordFilter, ', '')
        .replace('filter: $filter', `filter: { programs: ["${SENT.literal}"] }`),
    ),
    withheld: await dea(`{ record(id: "${record.id}") { ${EVERYTHING} } }`),
    expired: await as(tokens.expired, search),
    garbage: await as(`${SENT.assertion}.${SENT.body}.x`, search),
    noToken: await ask(graph, { body: { query: search } }),
    noPurpose: await ask(graph, { headers: { authorization: `Bearer ${tokens.DEA}` }, body: { query: search } }),
    unknownArea: await purpose(`area=${SENT.area}; use=investigation; case=${SENT.caseNumber}`),
    badCase: await purpose(`area=drug-trafficking; use=investigation; case="${SENT.caseNumber}!"`),
    incomplete: await purpose(`${PURPOSE}; stage=core-data; offence="${SENT.offence}"; max-penalty-months=x`),
    threat: await purpose(`area=drug-trafficking; use=threat-to-life; case=A-1; justification="${SENT.justification}"`),
    variable: await dea(search, { filter: { programs: [{ a: SENT.program }], phone: SENT.phone } }),
    badLiteral: await dea(
      `{ records(first: "${SENT.literal}", filter: { kinds: [${SENT.area.replace('-', '_')}] }) { totalCount } }`,
    ),
    syntax: await dea(`{ records("${SENT.literal}") }`),
    cursor: await dea(search, { after: SENT.cursor }),
    date: await dea(search, { filter: { recordedFrom: SENT.literal } }),
    malformedId: await dea(`query ($id: ID!) { record(id: $id) { title } case(id: $id) { title } }`, { id: SENT.id }),
    failing: await dea(`{ record(id: "${ofFailing.id}") { title } }`),
    down: await dea(`{ record(id: "${ofDown.id}") { title } }`),
    mutation: await dea(`mutation { a(b: "${SENT.literal}") }`),
    change: await dea(`mutation ($id: ID!) { endTarget(id: $id) { case } }`, { id: SENT.id }),
    subscription: await dea(`subscription { a(b: "${SENT.literal}") }`),
    json: await ask(graph, { headers: { authorization: `Bearer ${tokens.DEA}` }, body: `{"query": "${SENT.body}` }),
    type: await ask(graph, { headers: { 'content-type': `text/${SENT.body}` }, body: SENT.body }),
    path: await ask(`${product.url}/${SENT.path}?q=${SENT.path}`, { method: 'GET' }),
    persisted: await ask(graph, {
      headers: { authorization: `Bearer ${tokens.DEA}` },
      body: { extensions: { persistedQuery: { version: 1, sha256Hash: SENT.body } } },
    }),
    assertion: await ask(`${registry}/graphql`, {
      headers: { [ASSERTION_HEADER]: SENT.assertion },
      body: { query: '{ ruleset }', variables: { a: SENT.phone } },
    }),
    subgraphJson: await ask(`${index}/graphql`, { body: `{"query": "${SENT.body}` }),
    contribution: await ask(`${index}/contribute`, {
      headers: { [ASSERTION_HEADER]: SENT.assertion },
      body: SENT.body,
    }),
    health: await ask(`${product.url}/health`, { method: 'GET' }),
  };
}

/** What breaks underneath, in turn: the agreements, the ledger, an agency's database, a statement of somebody else's. */
export async function whatBreaks(running: Running): Promise<Readonly<Record<string, Heard>>> {
  const { product, tokens, database, agreementsDir } = running;
  const asked = (token: string, query: string, about = PURPOSE) =>
    ask(`${product.url}/graphql`, {
      headers: { authorization: `Bearer ${token}`, 'x-purpose': about },
      body: { query },
    });
  const title = `{ records(first: 1, filter: { originators: ["ICE"] }) { edges { node { record { title } } } } }`;
  await run(database('concordat_hub'), [
    `ALTER TABLE ledger.disclosure ADD CONSTRAINT refused CHECK (case_number <> '${SENT.refusedCase}')`,
  ]);
  const ledger = await asked(tokens.DEA, title, PURPOSE.replace(SENT.caseNumber, SENT.refusedCase));
  await run(database('concordat_agency_ice'), [
    `INSERT INTO "Record" SELECT * FROM "Record" WHERE narrative = '${HELD.narrative}'`,
    `SELECT '${SENT.sql}'::uuid`,
    `SELECT '${SENT.sql}' FROM nowhere`,
    `ALTER TABLE "Record" RENAME COLUMN narrative TO gone`,
  ]);
  const agencyBroken = await asked(tokens.ICE, `{ record(id: "${record.id}") { ${EVERYTHING} } }`);
  await run(database('concordat_hub'), [`DROP TABLE contribution CASCADE`, `ALTER TABLE pointer RENAME TO gone`]);
  const indexBroken = await asked(tokens.DEA, title);
  writeFileSync(join(agreementsDir, 'broken.yaml'), `concordat: 1\nid: [${SENT.body}`);
  await new Promise((resolve) => setTimeout(resolve, 800));
  const health = await ask(`${product.url}/health`, { method: 'GET' });
  return { ledger, agencyBroken, indexBroken, health };
}

/** Runs statements, of which some are to fail. */
async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement).catch(() => undefined);
  await client.end();
}
