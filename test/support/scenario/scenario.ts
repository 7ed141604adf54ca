import { readFileSync } from 'node:fs';
import { startGateway } from '../../../gateway/gateway.ts';
import type { Visibility } from '../../../gateway/explain/explain.ts';
import type { Disclosure, Ledger } from '../../../gateway/ledger/ledger.ts';
import type { Pipeline } from '../../../gateway/pipeline.ts';
import { migrate } from '../../../platform/database/migrate.ts';
import { makeDemoToken, type DemoRole } from '../../../platform/demo-token.ts';
import { openLog } from '../../../platform/log.ts';
import { bundleOpener } from '../../../platform/open-once.ts';
import { Rulebook } from '../../../platform/rulebook.ts';
import { vocabularyOf } from '../../../platform/vocabulary.ts';
import type { Agreement } from '../../../policy/agreement.ts';
import { signingKey } from '../../../policy/ed25519.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { readParties } from '../../../policy/document/read-parties.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import { testServer } from '../database.ts';
import { scenarioAgreements, type ScenarioAgreements } from './agreements.ts';
import { newKey, publicSet, scenarioKeys } from './keys.ts';
import { serveAgency, serveIndex, type ScenarioSubgraph } from './subgraphs.ts';

const ROOT = new URL('../../../', import.meta.url);
const SUPERGRAPH = new URL('schema/supergraph.graphql', ROOT).pathname;
const AGENCY_MIGRATIONS = new URL('subgraphs/agency/prisma/migrations', ROOT).pathname;

/** What a scenario starts with. */
export interface ScenarioOptions {
  /** Codes of those who take part, of `agreements/parties.yaml`. */
  readonly agencies: readonly string[];
  readonly agreements: readonly Agreement[];
  /** What each agency holds. */
  readonly data: Readonly<Record<string, readonly Stored[]>>;
  /** Agencies without their own lock, to look at the gateway's alone. */
  readonly agencyLock?: boolean;
  /** Puts other stages in the gateway's place, to look at the agencies' lock alone. */
  readonly stages?: (pipeline: Pipeline) => Pipeline;
  readonly supergraphSdl?: string;
  /** Subgraphs that answer instead of, or beside, the agencies' own, by name. */
  readonly urls?: Readonly<Record<string, string>>;
  readonly subgraphTimeoutMilliseconds?: number;
}

/** What one party saw, and what was asked on its behalf. */
export interface Seen {
  readonly status: number;
  readonly data: never;
  readonly errors:
    | readonly { readonly message: string; readonly extensions: { readonly code: string; readonly remedy: string } }[]
    | undefined;
  readonly visibility: Visibility;
  /** Fields withheld, and because of which clauses. */
  readonly withheld: readonly {
    readonly originator: string;
    readonly coordinate: string;
    readonly reason: string;
    readonly because: readonly string[];
  }[];
  /** What each subgraph was asked, in one line each. */
  readonly asked: Readonly<Record<string, readonly string[]>>;
  /** What the ledger says of it. */
  readonly recorded: readonly Disclosure[];
  /** The body as it came. */
  readonly text: string;
}

/** For whom a query is asked. */
export interface AsOptions {
  readonly role?: DemoRole;
  /** The header; `null`: none. */
  readonly purpose?: string | null;
}

/** A running world: gateway, index and agencies, each a real one. */
export interface Scenario {
  readonly url: string;
  readonly agreements: ScenarioAgreements;
  readonly ledger: { fail: boolean };
  as(agency: string, options?: AsOptions): { query(query: string, variables?: object): Promise<Seen> };
  token(agency: string, role?: DemoRole): Promise<string>;
  /** Stops one subgraph, as if it were down. */
  stopSubgraph(name: string): Promise<void>;
}

const PURPOSE = 'area=drug-trafficking; use=investigation; case=TEST-1';

/** Gives a suite a world of its own. */
export function useScenario(options: ScenarioOptions): Scenario {
  const scenario = {} as Scenario;
  let stop: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const started = await startScenario(options);
    Object.assign(scenario, started.scenario);
    stop = started.stop;
  });
  afterAll(() => stop());
  return scenario;
}

/** Starts a world. */
export async function startScenario(
  options: ScenarioOptions,
): Promise<{ scenario: Scenario; stop: () => Promise<void> }> {
  const all = everyone();
  const agencies = options.agencies.map((code) => all.find((agency) => agency.code === code)!);
  const keys = scenarioKeys(options.agencies);
  const gatewayKey = newKey('gateway');
  const agreements = scenarioAgreements(agencies, keys);
  agreements.put(options.agreements);
  const rulebook = new Rulebook({
    feed: agreements.feed,
    open: bundleOpener(keys.published, vocabularyOf(SUPERGRAPH, agencies)),
  });
  await rulebook.ready;
  let asked: Record<string, string[]> = {};
  const ask = (subgraph: string, query: string) => void (asked[subgraph] ??= []).push(query);
  const world = { everyone: all, rulebook, gatewayKeys: publicSet(gatewayKey) as never, ask };
  const databases = await scenarioDatabases(options.agencies);
  const subgraphs: ScenarioSubgraph[] = await Promise.all([
    serveIndex(databases.url('hub'), new Map(Object.entries(options.data)), world),
    ...agencies.map((agency) =>
      serveAgency(
        agency,
        databases.url(agency.code),
        options.data[agency.code] ?? [],
        options.agencyLock ?? true,
        world,
      ),
    ),
  ]);
  const recorded: Disclosure[] = [];
  const ledger = { fail: false };
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: 0,
    supergraphSdl: options.supergraphSdl ?? readFileSync(SUPERGRAPH, 'utf8'),
    agencies,
    urls: new Map([...subgraphs.map(({ name, url }) => [name, url] as const), ...Object.entries(options.urls ?? {})]),
    keys: keys.published,
    key: signingKey(gatewayKey),
    rulebook,
    ledger: ledgerOf(recorded, ledger),
    log: openLog('silent'),
    ...(options.stages ? { stages: options.stages } : {}),
    ...(options.subgraphTimeoutMilliseconds === undefined
      ? {}
      : { subgraphTimeoutMilliseconds: options.subgraphTimeoutMilliseconds }),
  });
  const token = (code: string, role: DemoRole = 'analyst') =>
    makeDemoToken({ agency: agencies.find((agency) => agency.code === code)!, role, keys: keys.secret.get(code)! });
  const scenario: Scenario = {
    url: gateway.url,
    agreements,
    ledger,
    token,
    as: (agency, { role, purpose = PURPOSE } = {}) => ({
      async query(query, variables) {
        asked = {};
        recorded.length = 0;
        const headers = {
          authorization: `Bearer ${await token(agency, role)}`,
          ...(purpose === null ? {} : { 'x-purpose': purpose }),
        };
        return seen(await post(gateway.url, headers, { query, variables }), asked, [...recorded]);
      },
    }),
    async stopSubgraph(name) {
      await subgraphs.find((subgraph) => subgraph.name === name)?.stop();
    },
  };
  const stop = async () => {
    await gateway.stop();
    await Promise.all(subgraphs.map((subgraph) => subgraph.stop().catch(() => undefined)));
    rulebook.stop();
    await databases.drop();
  };
  return { scenario, stop };
}

/** Posts a GraphQL request. */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: object,
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

function seen(
  { status, text }: { status: number; text: string },
  asked: Seen['asked'],
  recorded: readonly Disclosure[],
): Seen {
  const { data, errors, extensions } = JSON.parse(text) as {
    data: never;
    errors: Seen['errors'];
    extensions?: { visibility: Visibility };
  };
  const visibility =
    extensions?.visibility ?? ({ ruleset: '', purpose: null, disclosed: [], withheld: [] } as Visibility);
  const withheld = visibility.withheld.map(({ originator, coordinate, reason, clauses }) => ({
    originator,
    coordinate,
    reason,
    because: clauses,
  }));
  return { status, data, errors, visibility, withheld, asked, recorded, text };
}

function ledgerOf(recorded: Disclosure[], state: { fail: boolean }): Ledger {
  return {
    async record(disclosure) {
      if (state.fail) throw new Error('the disk is full');
      recorded.push(disclosure);
    },
    stop: async () => undefined,
  };
}

function everyone(): readonly AgencyEntry[] {
  const read = readParties('parties.yaml', readFileSync(new URL('agreements/parties.yaml', ROOT), 'utf8'));
  if (read.kind === 'broken') throw new Error('the parties are broken');
  return read.parties.agencies;
}

async function scenarioDatabases(codes: readonly string[]) {
  const server = await testServer();
  const run = `concordat_test_${process.pid}_${Date.now().toString(36)}`;
  const nameOf = (code: string) => `${run}_${code.toLowerCase().replaceAll('-', '_')}`;
  for (const code of ['hub', ...codes]) await server.ensure(nameOf(code));
  await Promise.all(codes.map((code) => migrate(server.urlOf(nameOf(code)), AGENCY_MIGRATIONS)));
  return {
    url: (code: string) => server.urlOf(nameOf(code)),
    drop: async () => {
      for (const code of ['hub', ...codes]) await server.drop(nameOf(code));
      await server.close();
    },
  };
}
