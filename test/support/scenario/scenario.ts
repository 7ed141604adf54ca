import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import { startGateway, type GatewayOptions } from '../../../gateway/gateway.ts';
import type { Disclosure } from '../../../gateway/ledger/ledger.ts';
import { DEFAULT_LIMITS, type Limits } from '../../../gateway/limits/limits.ts';
import type { Pipeline } from '../../../gateway/pipeline.ts';
import { makeDemoToken, type DemoViewer } from '../../../platform/demo-token.ts';
import { openLog } from '../../../platform/log.ts';
import { bundleOpener } from '../../../platform/open-once.ts';
import { Rulebook } from '../../../platform/rulebook.ts';
import type { Bundle } from '../../../policy/bundle.ts';
import type { Agreement } from '../../../policy/agreement.ts';
import { signingKey, type SigningKey } from '../../../policy/ed25519.ts';
import { ownCoordinates } from '../../../policy/own-fields.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { readGraph } from '../../../policy/projection/graph.ts';
import { contract } from '../../../schema/contract.ts';
import { purposes } from '../../../schema/purposes.ts';
import { viewerTerms } from '../../../schema/viewers.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import { scenarioAgreements, type ScenarioAgreements } from './agreements.ts';
import { scenarioDatabases } from './databases.ts';
import { askDirectly } from './direct.ts';
import { agenciesOf, everyone } from './everyone.ts';
import { post } from './http.ts';
import { hubInDatabase, hubInMemory } from './hub.ts';
import { fixedPins, type Pins } from './pins.ts';
import { newKey, scenarioKeys, type ScenarioKeys } from './keys.ts';
import { seen, type Seen } from './seen.ts';
import { serveAgency, serveIndex, type Received, type ScenarioSubgraph, type SubgraphWorld } from './subgraphs.ts';

const SUPERGRAPH = new URL('../../../schema/supergraph.graphql', import.meta.url);

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
  /** Where subgraphs answer instead of, or beside, the agencies' own, by name. */
  readonly urls?: Readonly<Record<string, string>>;
  /** Subgraphs that a test writes, in the place of agencies' own, by agency. */
  readonly subgraphs?: Readonly<Record<string, (world: SubgraphWorld, database: string) => Promise<ScenarioSubgraph>>>;
  /** Further subgraphs of the hub, by name. Each is told where the hub's database is. */
  readonly hubs?: Readonly<Record<string, (world: SubgraphWorld, database: string) => Promise<ScenarioSubgraph>>>;
  /** In the place of the hub's index. */
  readonly index?: typeof serveIndex;
  readonly subgraphTimeoutMilliseconds?: number;
  /** The largest answer of a subgraph that the gateway reads. */
  readonly subgraphAnswerBytes?: number;
  /** What the door is told: its limits (those of rates lifted, unless a test says otherwise), origins, listed operations, pages. */
  readonly door?: Pick<GatewayOptions, 'limits' | 'origins' | 'proxies' | 'persisted' | 'playground'>;
  /** By which the gateway blinds selectors. Default: it has none. */
  readonly blindingKeys?: GatewayOptions['blindingKeys'];
  /** Keys that change while the world runs, in the place of those that it starts with. */
  readonly pins?: (keys: ScenarioKeys, gatewayKey: JWK) => Promise<Pins>;
  /** Whether the ledger, the notifications and the quotas are in the hub's database, and the registry tells of them. */
  readonly hub?: boolean;
}

/** For whom a query is asked: an analyst of whom nothing else is said, where a test does not say. */
export interface AsOptions extends Partial<DemoViewer> {
  /** The header; `null`: none. */
  readonly purpose?: string | null;
}

/** A running world: gateway, index and agencies, each a real one. */
export interface Scenario {
  readonly url: string;
  readonly agreements: ScenarioAgreements;
  /** What became of each agreement. */
  reports(): Rulebook['reports'];
  /** What becomes of what is recorded: `fail`: it is not; `down`: and the ledger says so before. */
  readonly ledger: { fail: boolean; down: boolean };
  /** The hub's database. */
  readonly hubUrl: string;
  /** An agency's own. */
  databaseOf(agency: string): string;
  /** Asks, one question after the other. */
  as(
    agency: string,
    options?: AsOptions,
  ): {
    query(query: string, variables?: object): Promise<Seen>;
    /** By which the gateway knows who asks and what for: for a test that sends its requests itself. */
    headers(): Promise<Readonly<Record<string, string>>>;
  };
  /** A token of an agency's issuer. @param claimed the agency that it says the viewer is of, where a test forges it */
  token(agency: string, role?: string, claimed?: string): Promise<string>;
  /** Asks a subgraph past the gateway, for an analyst of an agency, under a valid assertion. */
  direct(subgraph: string, agency: string, query: string, variables?: object): Promise<{ readonly data?: never }>;
  /** The private keys of everybody, for tests in which one is stolen. */
  readonly secrets: { readonly gateway: SigningKey; readonly parties: ScenarioKeys };
  /** Where a subgraph answers. */
  subgraphUrl(name: string): string;
  /** Every request that subgraphs of the product received, as it arrived. */
  readonly received: readonly Received[];
  /** Stops one subgraph, as if it were down. */
  stopSubgraph(name: string): Promise<void>;
}

/** The product's limits, but that a test may ask as fast as it likes. */
export const UNHURRIED: Limits = {
  ...DEFAULT_LIMITS,
  rates: {
    viewerRequests: Number.MAX_SAFE_INTEGER,
    agencyRequests: Number.MAX_SAFE_INTEGER,
    viewerCost: Number.MAX_SAFE_INTEGER,
    agencyCost: Number.MAX_SAFE_INTEGER,
    refusals: Number.MAX_SAFE_INTEGER,
  },
};

/** What is asked for, where a test does not say. */
export const PURPOSE = 'area=drug-trafficking; use=investigation; case=TEST-1';

/** Gives a suite a world of its own. */
export function useScenario(options: ScenarioOptions | (() => Promise<ScenarioOptions>)): Scenario {
  const scenario = {} as Scenario;
  let stop: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const started = await startScenario(typeof options === 'function' ? await options() : options);
    Object.assign(scenario, started.scenario);
    stop = started.stop;
  });
  afterAll(() => stop());
  return scenario;
}

/** Starts a world. @throws Error when an agreement of the test is not valid, or not signed by all */
export async function startScenario(
  options: ScenarioOptions,
): Promise<{ scenario: Scenario; stop: () => Promise<void> }> {
  const agencies = agenciesOf(options.agencies);
  const keys = scenarioKeys(options.agencies);
  const gatewayKey = newKey('gateway');
  const signing = signingKey(gatewayKey);
  const supergraphSdl = options.supergraphSdl ?? readFileSync(SUPERGRAPH, 'utf8');
  const agreements = scenarioAgreements(agencies, keys);
  agreements.put(options.agreements);
  const ownFields = ownCoordinates(readGraph(supergraphSdl, agencies));
  const pins = await (options.pins ?? fixedPins)(keys, gatewayKey);
  const vocabulary = { contract, purposes, viewers: viewerTerms, ownFields };
  const open = (bundle: Bundle) => bundleOpener(pins.parties(), vocabulary)(bundle);
  const rulebook = new Rulebook({ feed: agreements.feed, open });
  pins.onChange(() => rulebook.reopen());
  await rulebook.ready;
  refuseUnsigned(rulebook);
  let asked: Record<string, string[]> = {};
  let sent: Record<string, Readonly<Record<string, unknown>>[]> = {};
  const ask: SubgraphWorld['ask'] = (subgraph, query, variables) => {
    (asked[subgraph] ??= []).push(query);
    (sent[subgraph] ??= []).push(variables);
  };
  const received: Received[] = [];
  const world: SubgraphWorld = {
    everyone: everyone(),
    rulebook,
    gatewayKeys: pins.gatewayKeys,
    identities: () => ({ agencies, keys: pins.parties() }),
    ask,
    received: (request) => void received.push(request),
  };
  const databases = await scenarioDatabases(options.agencies);
  const searched = await Promise.all([
    (options.index ?? serveIndex)(databases.url('hub'), new Map(Object.entries(options.data)), world),
    ...Object.values(options.hubs ?? {}).map((serve) => serve(world, databases.url('hub'))),
    ...agencies.map((agency) => serveOne(agency, databases.url(agency.code), options, world)),
  ]);
  const recorded: Disclosure[] = [];
  const ledger = { fail: false, down: false };
  const heard = { recorded, state: ledger };
  const hub = options.hub ? await hubInDatabase(databases.url('hub'), heard, world) : hubInMemory(heard);
  const { stages, subgraphTimeoutMilliseconds, subgraphAnswerBytes } = options;
  const subgraphs = [...searched, ...hub.subgraphs];
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: 0,
    supergraphSdl,
    agencies,
    urls: new Map([...subgraphs.map(({ name, url }) => [name, url] as const), ...Object.entries(options.urls ?? {})]),
    keys: pins.parties,
    key: pins.gatewayKey,
    rulebook,
    ledger: hub.ledger,
    quotas: hub.quotas,
    log: openLog('silent'),
    limits: UNHURRIED,
    ...options.door,
    ...(options.blindingKeys && { blindingKeys: options.blindingKeys }),
    ...(stages && { stages }),
    ...(subgraphTimeoutMilliseconds !== undefined && { subgraphTimeoutMilliseconds }),
    ...(subgraphAnswerBytes !== undefined && { subgraphAnswerBytes }),
  });
  const token = (code: string, viewer: Partial<DemoViewer>, claimed = code) => {
    const agency = { ...agencies.find((entry) => entry.code === code)!, code: claimed };
    return makeDemoToken({ role: 'analyst', ...viewer, agency, keys: keys.secret.get(code)! });
  };
  const viewerOf = (code: string) => ({
    sub: 'past-the-gateway',
    role: 'analyst',
    agency: agencies.find((entry) => entry.code === code)!,
    keys: keys.secret.get(code)!,
  });
  const find = (name: string) => subgraphs.find((subgraph) => subgraph.name === name)!;
  const scenario: Scenario = {
    url: gateway.url,
    agreements,
    reports: () => rulebook.reports,
    ledger,
    hubUrl: databases.url('hub'),
    databaseOf: databases.url,
    token: (code, role = 'analyst', claimed = code) => token(code, { role }, claimed),
    as: (agency, { purpose = PURPOSE, ...viewer } = {}) => ({
      async headers() {
        const authorization = `Bearer ${await token(agency, viewer)}`;
        return { authorization, ...(purpose !== null && { 'x-purpose': purpose }) };
      },
      async query(query, variables) {
        asked = {};
        sent = {};
        recorded.length = 0;
        const answered = await post(gateway.url, await this.headers(), { query, variables });
        return seen(answered, { asked, sent }, [...recorded]);
      },
    }),
    secrets: { gateway: signing, parties: keys },
    subgraphUrl: (name) => find(name).url,
    received,
    direct: (audience, agency, query, variables = {}) =>
      askDirectly({ url: find(audience).url, audience, viewer: viewerOf(agency), query, variables }, signing),
    stopSubgraph: (name) => find(name).stop(),
  };
  const stop = async () => {
    await gateway.stop();
    await Promise.all(subgraphs.map((subgraph) => subgraph.stop().catch(() => undefined)));
    rulebook.stop();
    await hub.stop();
    await databases.drop();
  };
  return { scenario, stop };
}

function serveOne(
  agency: AgencyEntry,
  url: string,
  { subgraphs, data, agencyLock = true }: ScenarioOptions,
  world: SubgraphWorld,
): Promise<ScenarioSubgraph> {
  const written = subgraphs?.[agency.code];
  return written ? written(world, url) : serveAgency(agency, url, data[agency.code] ?? [], agencyLock, world);
}

/** A test whose agreement is not in force would find everything withheld, and be content. */
function refuseUnsigned({ reports }: Rulebook): void {
  const wrong = reports.filter(({ status }) => status !== 'signed');
  if (wrong.length > 0) throw new Error(`not in force: ${JSON.stringify(wrong, undefined, 2)}`);
}
