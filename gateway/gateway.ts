import type { PartyKeys } from '../policy/signature/keys.ts';
import type { BlindingKeys } from '../matching/blinding-keys.ts';
import type { SigningKey } from '../policy/ed25519.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import { requireBlindable } from '../policy/projection/blinded.ts';
import { requireDeclaredReads } from '../policy/projection/declared.ts';
import { readGraph, type Graph } from '../policy/projection/graph.ts';
import type { Log } from '../platform/log.ts';
import { toldOf } from '../platform/told-error.ts';
import type { Rulebook } from '../platform/rulebook.ts';
import type { FetchStages } from './federation/call.ts';
import { fetchThrough } from './federation/fetch.ts';
import { federate } from './federation/gateway.ts';
import { withScalars } from './federation/scalars.ts';
import { SubgraphClient } from './federation/subgraph-client.ts';
import { healthOf } from './health.ts';
import { listens, needed, type Probe } from './needed.ts';
import { serve, type RunningServer } from './http/server.ts';
import { identifier } from './identity/identify.ts';
import { introspecting } from './introspection/introspecting.ts';
import type { Ledger } from './ledger/ledger.ts';
import { readWeights } from './limits/cost/weights.ts';
import { gate } from './limits/gate.ts';
import { DEFAULT_LIMITS, type Limits } from './limits/limits.ts';
import { countRates } from './limits/rates.ts';
import { Turns } from './limits/turns.ts';
import type { Persisted } from './persisted/document-of.ts';
import { pipeline, type Pipeline } from './pipeline.ts';
import { findingTexts } from './texts/finding.ts';
import type { PlaygroundOptions } from './playground/serve.ts';
import type { Quotas } from './quota/quotas.ts';

/** What a gateway is made of. */
export interface GatewayOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** The composed supergraph, SDL. */
  readonly supergraphSdl: string;
  readonly agencies: readonly AgencyEntry[];
  /** GraphQL endpoints by subgraph name. */
  readonly urls: ReadonlyMap<string, string>;
  /** Public keys of the parties, pinned, as they are at this moment. */
  readonly keys: () => PartyKeys;
  /** The gateway's own, at this moment. */
  readonly key: () => SigningKey;
  /** The agreements as this gateway verified them itself. */
  readonly rulebook: Rulebook;
  readonly ledger: Ledger;
  readonly quotas: Quotas;
  /** By which selectors are blinded, at this moment. Default: none, and searches by selectors are refused. */
  readonly blindingKeys?: () => BlindingKeys | undefined;
  readonly log: Log;
  /** For an answer of a subgraph. Default 10,000. */
  readonly subgraphTimeoutMilliseconds?: number;
  /** The largest answer of a subgraph. Default 16 MiB. */
  readonly subgraphAnswerBytes?: number;
  /** Default: `DEFAULT_LIMITS`. */
  readonly limits?: Limits;
  /** Origins whose pages may ask, exact ones. Default: none. */
  readonly origins?: readonly string[];
  /** Addresses and networks whose `x-forwarded-for` is believed. Default: nobody's. */
  readonly proxies?: readonly string[];
  /** Default: none are listed, and every document is answered. */
  readonly persisted?: Persisted;
  /** Default: no page is served. */
  readonly playground?: PlaygroundOptions | undefined;
  /** Replaces stages; for tests that look at one lock alone. No setting of a running product reaches it. */
  readonly stages?: (pipeline: Pipeline) => Pipeline;
}

/**
 * Starts a gateway. The only place where its stages are put together.
 * @throws Error when an input of the hub does not say what it reads, or cannot be blinded as it says
 */
export async function startGateway(options: GatewayOptions): Promise<RunningServer> {
  const { agencies, keys, rulebook, log, ledger, quotas, limits = DEFAULT_LIMITS } = options;
  const failed = (where: string, error: unknown) => log.error({ where, error: toldOf(error) }, 'failed');
  const graph = readGraph(options.supergraphSdl, agencies);
  requireDeclaredReads(graph);
  requireBlindable(graph);
  const stages = pipeline({
    graph: () => graph,
    identify: identifier(() => ({ agencies, keys: keys() })),
    rulesetAt: (now) => rulebook.at(now),
    now: () => new Date(),
    quotas,
    blindingKeys: options.blindingKeys,
    failed,
  });
  const chosen = options.stages?.(stages) ?? stages;
  const clients = clientsOf(options);
  const fetchStages: FetchStages = {
    graph,
    key: options.key,
    clientOf: (subgraph) => clients.get(subgraph),
    egress: (fetch, answering) => chosen.egress(fetch, answering),
    ingress: (call, data, answering) => chosen.ingress(call, data, answering),
    failed: (subgraph, reason) => log.warn({ subgraph, reason }, 'a subgraph failed'),
  };
  const needs = needed(probesOf(options), failed);
  const server = await serve(
    {
      gateway: federated(options.supergraphSdl, fetchStages),
      graph: () => graph,
      gate: gate({
        limits: limits.operation,
        weights: readWeights(options.supergraphSdl),
        answered: answeredIn(graph),
      }),
      rates: countRates(limits.rates),
      turns: new Turns(limits.texts),
      pipeline: chosen,
      ledger,
      failed,
      limits,
      origins: options.origins ?? [],
      proxies: options.proxies ?? [],
      persisted: options.persisted ?? { listed: () => undefined, only: false },
      playground: options.playground,
      health: async () => healthOf(rulebook, await needs()),
    },
    options.host,
    options.port,
  );
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await clients.close();
    },
  };
}

/** Apollo's gateway, which plans; each fetch goes through the stages. */
function federated(supergraphSdl: string, stages: FetchStages) {
  const fetch = findingTexts(fetchThrough(stages), stages.graph);
  return withScalars(federate(supergraphSdl, fetch, (executor) => introspecting(executor, stages.graph)));
}

/** The ledger, and the subgraphs of the hub: agencies that are down leave partial answers, which say so. */
function probesOf({ ledger, urls, agencies }: GatewayOptions): Readonly<Record<string, Probe>> {
  const hub = [...urls].filter(([name]) => !agencies.some(({ code }) => code === name));
  const listening = Object.fromEntries(hub.map(([name, url]) => [name, listens(url)]));
  return { ...listening, ...(ledger.ready && { ledger: async () => ledger.ready?.() }) };
}

function answeredIn({ schema }: Graph): ReadonlySet<'query' | 'mutation'> {
  return new Set(schema.getMutationType() ? ['query', 'mutation'] : ['query']);
}

function clientsOf({ urls, subgraphTimeoutMilliseconds, subgraphAnswerBytes }: GatewayOptions) {
  const limits = { timeoutMilliseconds: subgraphTimeoutMilliseconds, answerBytes: subgraphAnswerBytes };
  const clients = new Map([...urls].map(([name, url]) => [name, new SubgraphClient(url, limits)]));
  return {
    get(name: string): SubgraphClient {
      const client = clients.get(name);
      if (!client) throw new Error(`no url is known for the subgraph \`${name}\``);
      return client;
    },
    close: async () => void (await Promise.all([...clients.values()].map((client) => client.close()))),
  };
}
