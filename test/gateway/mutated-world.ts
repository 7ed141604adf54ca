import { buildSubgraphSchema } from '@apollo/subgraph';
import { ApolloServer } from '@apollo/server';
import { execute, parse } from 'graphql';
import { sealer } from '../../gateway/blinding/seal.ts';
import { SeenLabels, type Answering } from '../../gateway/answering.ts';
import { decide } from '../../gateway/decide/decide.ts';
import type { FetchStages } from '../../gateway/federation/call.ts';
import { fetchThrough } from '../../gateway/federation/fetch.ts';
import { federate } from '../../gateway/federation/gateway.ts';
import type { SubgraphAnswer } from '../../gateway/federation/read-answer.ts';
import type { SubgraphClient } from '../../gateway/federation/subgraph-client.ts';
import { pipeline } from '../../gateway/pipeline.ts';
import { FoundTexts } from '../../gateway/texts/found-texts.ts';
import { ENTITY_TYPES } from '../../schema/contract.ts';
import { readGraph } from '../../policy/projection/graph.ts';
import { newKeys } from '../kit/keys.ts';
import { agencyEntry, agencySdl, compose, hubSdl } from '../support/toy-federation.ts';
import { toyAgreement, toyRuleset } from '../support/toy-policy.ts';

/** What FBI shares with nobody. */
export const FBI_SECRET = 'narrated-at-FBI';

const agencies = ['ICE', 'FBI', 'DEA'].map((code) => agencyEntry(code));
const MARKS = { releasableTo: [], notReleasableTo: [], originatorConsent: false, obtainedFrom: null };
const OF = { crimeAreas: ['drug-trafficking'], kind: 'REPORT_OF_INVESTIGATION' };

const ruleset = toyRuleset(
  agencies,
  toyAgreement(agencies, [
    {
      id: 'all',
      share: {
        from: ['ICE', 'FBI'],
        to: ['DEA'],
        categories: ['RECORD_SUMMARY', 'CASE_SUMMARY', 'PERSONAL_IDENTITY'],
        where: { 'record.crimeAreas': { anyOf: ['drug-trafficking'] } },
      },
    },
  ]),
);

/** A gateway with its stages and three agencies, all in one process. */
export interface MutatedWorld {
  /** What DEA's analyst is answered. @param lie what becomes of ICE's answer */
  ask(lie: (honest: SubgraphAnswer) => unknown): Promise<Told>;
  stop(): Promise<void>;
}

/** What the viewer was told, and what was asked for them. */
export interface Told {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: unknown } }[];
  /** By subgraph. */
  readonly asked: Readonly<Record<string, readonly string[]>>;
}

const QUERY = `{ records { edges { node { disclosure originator { code } record {
  __typename id title kind crimeAreas recordedOn case { id title } subjects { id ... on Person { surname { original } phones } } } } } } }`;

/** Starts it. */
export async function mutatedWorld(): Promise<MutatedWorld> {
  const sdls = Object.fromEntries(agencies.map((agency) => [agency.code, agencySdl(agency)]));
  const supergraph = compose({ index: hubSdl(agencies), ...sdls });
  const honest = new Map([
    ['index', schemaOf(hubSdl(agencies), hubResolvers())],
    ...agencies.map(({ code, prefix }) => [code, schemaOf(sdls[code]!, agencyResolvers(code, prefix))] as const),
  ]);
  let asked: Record<string, string[]> = {};
  let lie: (honest: SubgraphAnswer) => unknown = (answer) => answer;
  const clientOf = (subgraph: string) => ({
    post: async (body: string) => {
      (asked[subgraph] ??= []).push(body);
      const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
      const schema = honest.get(subgraph)!;
      const answer = await execute({ schema, document: parse(query), variableValues: variables });
      const plain = JSON.parse(JSON.stringify(answer)) as SubgraphAnswer;
      return subgraph === 'ICE' ? lie(plain) : plain;
    },
  });
  const graph = readGraph(supergraph, agencies);
  const stages = pipeline({
    graph: () => graph,
    rulesetAt: () => ruleset,
    now: () => new Date(),
    failed: () => undefined,
  } as unknown as Parameters<typeof pipeline>[0]);
  const { signing } = newKeys();
  const fetchStages: FetchStages = {
    graph,
    key: () => signing,
    clientOf: (subgraph) => clientOf(subgraph) as unknown as SubgraphClient,
    egress: (fetch, answering) => stages.egress(fetch, answering),
    ingress: (call, data, answering) => stages.ingress(call, data, answering),
    failed: () => undefined,
  };
  const server = new ApolloServer<Answering>({ gateway: federate(supergraph, fetchThrough(fetchStages)) });
  return {
    stop: () => server.stop(),
    async ask(told) {
      asked = {};
      lie = told;
      const viewer = { sub: 'v', agency: 'DEA', role: 'analyst' };
      const decided = decide(
        viewer,
        { area: 'drug-trafficking', use: 'investigation', case: 'X-1' },
        ruleset,
        new Date(),
      );
      const contextValue = {
        ...decided,
        voucher: 'v',
        seal: sealer(undefined),
        seen: new SeenLabels(),
        texts: new FoundTexts(),
        spent: new Set(),
      } as Answering;
      const { body } = await server.executeOperation({ query: QUERY }, { contextValue });
      const { data, errors = [] } = body.kind === 'single' ? body.singleResult : { data: undefined };
      return { data: JSON.parse(JSON.stringify(data ?? null)) as unknown, errors, asked };
    },
  };
}

type Resolvers = Readonly<Record<string, object>>;

function schemaOf(sdl: string, resolvers: Resolvers) {
  return buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never });
}

const labels = (source: { labels: Readonly<Record<string, unknown>> }, { names }: { names: readonly string[] }) =>
  Object.fromEntries(Object.entries(source.labels).filter(([name]) => names.includes(name)));

function hubResolvers(): Resolvers {
  const nodes = agencies.map(({ code, prefix }) => ({
    disclosure: 'FULL',
    originator: { code },
    record: { __typename: `${prefix}Record`, id: `${code}-r` },
    labels: { ...OF, ...MARKS },
  }));
  return {
    Query: { records: () => ({ totalCount: 3, edges: nodes.map((node) => ({ cursor: 'c', node })) }) },
    RecordHit: { labels },
  };
}

function agencyResolvers(code: string, prefix: string): Resolvers {
  const person = (id: string) => ({
    __typename: `${prefix}Person`,
    id,
    surname: { original: `surname at ${code}` },
    phones: ['+1 202 555 0100'],
    labels: { ...MARKS, minor: false, dataSubjectCategory: 'SUSPECT', nationalities: [] },
  });
  const record = {
    __typename: `${prefix}Record`,
    id: `${code}-r`,
    title: `title at ${code}`,
    narrative: code === 'FBI' ? FBI_SECRET : 'narrated',
    recordedOn: '2010-01-31',
    ...OF,
    case: { __typename: `${prefix}Case`, id: `${code}-c`, title: `case at ${code}`, labels: MARKS },
    subjects: [person(`${code}-p`), person(`${code}-q`)],
    labels: { ...OF, ...MARKS },
  };
  const types = ENTITY_TYPES.map((type) => [prefix + type, { labels, ...(type === 'Record' && loads(record)) }]);
  return Object.fromEntries(types) as Resolvers;
}

function loads(record: object) {
  return { __resolveReference: () => record };
}
