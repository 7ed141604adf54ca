import { parse } from 'graphql';
import type { Agreement, Clause } from '../../policy/agreement.ts';
import { assertCaller } from '../../policy/caller.ts';
import type { Labels } from '../../policy/condition/evaluate.ts';
import { entityOf } from '../../policy/families.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import { contract } from '../../schema/contract.ts';
import { starterSdl } from '../../subgraphs/kit/starter-sdl.ts';
import { buildSubgraph, type Subgraph, type SubgraphOptions } from '../../subgraphs/kit/subgraph.ts';
import { vouching } from '../support/vouching.ts';
import { newKeys } from './keys.ts';
import { AGENCIES, signed, toyAgreement } from './toy-bundle.ts';

export const gateway = newKeys();
export const { identities, voucher } = vouching(AGENCIES);
export const NOW = new Date('2026-03-02T10:00:00Z');
const DEA = { code: 'DEA', prefix: 'Dea' };

/** A source of the toy agency, whose fields are the contract's under their own names. */
export type Source = Readonly<Record<string, unknown>> & { readonly __typename: string; readonly id: string };

/** A record that no mark restricts. */
export function record(id: string, fields: Readonly<Record<string, unknown>> = {}): Source {
  const handling = { releasableTo: [], notReleasableTo: [], originatorConsent: false, notAsEvidence: false };
  const base = { handling, obtainedFrom: null, kind: 'REPORT_OF_INVESTIGATION', crimeAreas: ['drug-trafficking'] };
  return { ...base, title: `title of ${id}`, ...fields, __typename: 'DeaRecord', id, originator: { code: 'DEA' } };
}

/** Any other object of the toy agency. */
export function object(__typename: string, id: string, fields: Readonly<Record<string, unknown>> = {}): Source {
  return { ...fields, __typename, id, originator: { code: 'DEA' } };
}

/** All labels of a source, as the contract marks them. */
export function labelsOf(typename: string, source: object): Labels {
  const family = entityOf(typename, DEA);
  const values = new Map<string, unknown>(Object.entries(source));
  const labels: Record<string, unknown> = {};
  for (const field of contract.types.get(family ?? '')?.fields.values() ?? []) {
    const value = values.get(field.field);
    if (field.label && value !== undefined) labels[field.label] = value;
    if (field.field === 'handling' && value) Object.assign(labels, value);
    if (field.field === 'obtainedFrom' && value !== undefined) labels['obtainedFrom'] = partyOf(value);
  }
  return labels;
}

function partyOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'party' in value ? value.party : null;
}

/** A toy agency, and what its resolvers were asked. */
export interface ToyAgency {
  readonly subgraph: Subgraph;
  /** `DeaRecord.title`, in the order of calls; fields that are read off the source are not resolvers' business. */
  readonly called: string[];
  readonly troubles: unknown[];
  readonly questions: string[];
  /** Asks as a viewer of an agency, for drug trafficking unless told otherwise. */
  ask(agency: string, query: string, variables?: Readonly<Record<string, unknown>>, area?: string): Promise<Answered>;
}

export interface Answered {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: readonly (string | number)[]; extensions: { code: string } }[];
}

/** What a toy agency is made of. */
export interface Toy {
  readonly sources: readonly Source[];
  readonly clauses?: readonly Clause[];
  readonly agreements?: readonly Agreement[];
  readonly sdl?: string;
  /** By type and field. */
  readonly resolvers?: Readonly<Record<string, Readonly<Record<string, (source: Source) => unknown>>>>;
  readonly labelsOf?: (typename: string, source: object) => Labels;
  readonly lock?: 'none';
}

/** DEA's subgraph, in memory. */
export function toyAgency({ sources, clauses = [], agreements, sdl = '', resolvers = {}, ...rest }: Toy): ToyAgency {
  const called: string[] = [];
  const troubles: unknown[] = [];
  const questions: string[] = [];
  const byId = new Map(sources.map((source) => [`${source.__typename} ${source.id}`, source]));
  const load = ({ __typename, id }: Source) => {
    called.push(`${__typename}.__resolveReference`);
    return byId.get(`${__typename} ${id}`) ?? null;
  };
  const counted = (typename: string) =>
    Object.entries(resolvers[typename] ?? {}).map(([field, resolve]) => [
      field,
      (source: Source) => {
        called.push(`${typename}.${field}`);
        return resolve(source);
      },
    ]);
  const typenames = [...new Set([...sources.map(({ __typename }) => __typename), ...Object.keys(resolvers)])];
  const all = typenames.map((typename) => {
    const reference = typename.startsWith('Dea') ? [['__resolveReference', load]] : [];
    return [typename, objectOf([...reference, ...counted(typename)])];
  });
  const ruleset = compileRuleset(
    { agreements: signed(...(agreements ?? [toyAgreement('toy', clauses)])), agencies: AGENCIES },
    NOW,
  );
  const options: SubgraphOptions = {
    name: 'DEA',
    typeDefs: parse(starterSdl(DEA) + sdl),
    resolvers: objectOf(all),
    lock: rest.lock ?? { agency: DEA, labelsOf: rest.labelsOf ?? labelsOf },
    rulebook: { at: () => ruleset },
    gatewayKeys: () => gateway.published,
    identities,
    clock: () => NOW,
    onTrouble: (error) => troubles.push(error),
    onRequest: (query) => questions.push(query),
  };
  const subgraph = buildSubgraph(options);
  const ask = async (agency: string, query: string, variables = {}, area = 'drug-trafficking') => {
    const body = JSON.stringify({ query, variables });
    const vouched = await voucher({ sub: 'v-1', agency, role: 'analyst' }, { now: NOW });
    const purpose = { area, use: 'investigation', case: 'X-1' };
    const claims = { audience: 'DEA', voucher: vouched, purpose, ruleset: '', body, now: NOW };
    const assertion = await assertCaller(claims, gateway.signing);
    const answer = await subgraph.answer({ body: Buffer.from(body), assertion });
    return { status: answer.status, ...(JSON.parse(answer.body) as Omit<Answered, 'status'>) };
  };
  return { subgraph, called, troubles, questions, ask };
}

function objectOf(entries: readonly (readonly unknown[])[]): object {
  return Object.fromEntries(entries) as object;
}

/** A query for entities by reference, with a selection on one type. */
export function entities(type: string, selection: string): string {
  return `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on ${type} { ${selection} } } }`;
}

/** Variables that name entities. */
export function refs(type: string, ...ids: readonly string[]): { readonly r: readonly object[] } {
  return { r: ids.map((id) => ({ __typename: type, id })) };
}

/** A clause by which DEA shares with ICE. */
export function share(what: Partial<NonNullable<Clause['share']>>, id = '1'): Clause {
  return { id, text: '', share: { from: ['DEA'], to: ['ICE'], ...what } };
}

/** A clause by which DEA withholds from ICE. */
export function withhold(what: Partial<NonNullable<Clause['withhold']>>, id = 'w'): Clause {
  return { id, text: '', withhold: { from: ['DEA'], to: ['ICE'], ...what } };
}
