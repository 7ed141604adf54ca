import type { GraphQLError } from 'graphql';
import { ASSERTION_HEADER } from '../../policy/assertion.ts';
import { assertCaller } from '../../policy/caller.ts';
import type { SigningKey } from '../../policy/ed25519.ts';
import type { Graph } from '../../policy/projection/graph.ts';
import { DeclaredError } from '../../schema/errors.ts';
import { GATEWAY_ERRORS, toGraphQLError } from '../errors.ts';
import type { Answering } from '../answering.ts';
import type { Fetch, Outgoing } from '../egress/outgoing.ts';
import type { FetchAnswer, FetchThrough } from './data-source.ts';
import { SubgraphUnavailable, type SubgraphAnswer, type SubgraphClient } from './subgraph-client.ts';

type Data = Record<string, unknown> | null;

/** The stages that a fetch goes through, in order, and what they need. */
export interface FetchStages {
  readonly graph: Graph;
  /** The gateway's own, at this moment. */
  readonly key: () => SigningKey;
  readonly clientOf: (subgraph: string) => SubgraphClient;
  readonly egress: (fetch: Fetch, answering: Answering) => Outgoing;
  readonly ingress: (outgoing: Extract<Outgoing, { is: 'call' }>, data: Data, answering: Answering) => Data;
  /** Is told why a subgraph failed. Its words are for the log, never for the answer. */
  readonly failed: (subgraph: string, reason: string) => void;
}

/** A fetch: egress, the call, ingress. It never throws: a subgraph that fails leaves a partial answer that says so. */
export function fetchThrough(stages: FetchStages): FetchThrough {
  return async (subgraph, request, answering) => {
    const outgoing = stages.egress({ subgraph, ...request }, answering);
    if (outgoing.is === 'nothing') return { data: outgoing.data, errors: [] };
    const answer = await call(subgraph, outgoing, answering, stages);
    if ('failure' in answer) return { data: nothing(request.variables), errors: [answer.failure] };
    const data = stages.ingress(outgoing, dataOf(answer), answering);
    return { data: data ?? nothing(request.variables), errors: errorsOf(subgraph, answer, stages) };
  };
}

async function call(
  subgraph: string,
  { query, variables }: Extract<Outgoing, { is: 'call' }>,
  answering: Answering,
  stages: FetchStages,
): Promise<SubgraphAnswer | { readonly failure: GraphQLError }> {
  const body = JSON.stringify({ query, variables });
  const { voucher, purpose, ruleset, spent } = answering;
  const claims = {
    voucher,
    ...(purpose && { purpose }),
    ...(spent.size > 0 && { spent: [...spent].sort() }),
    ruleset: ruleset.digest,
    audience: subgraph,
    body,
    now: new Date(),
  };
  try {
    const assertion = await assertCaller(claims, stages.key());
    return await stages.clientOf(subgraph).post(body, { [ASSERTION_HEADER]: assertion });
  } catch (error) {
    if (!(error instanceof SubgraphUnavailable)) throw error;
    stages.failed(subgraph, error.message);
    return { failure: declared('SUBGRAPH_UNAVAILABLE', `\`${subgraph}\` did not answer; its part is missing`) };
  }
}

/** Entities that did not come are null, each in its place. */
function nothing(variables: Fetch['variables']): FetchAnswer['data'] {
  const representations = variables['representations'];
  return Array.isArray(representations) ? { _entities: representations.map(() => null) } : null;
}

function dataOf({ data }: SubgraphAnswer): Data {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Data) : null;
}

/** The hub's declared errors pass, since the hub is the exchange's own; an agency's words never do: they may hold data. */
function errorsOf(
  subgraph: string,
  { errors }: SubgraphAnswer,
  { graph, failed }: FetchStages,
): readonly GraphQLError[] {
  if (!Array.isArray(errors) || errors.length === 0) return [];
  const isAgency = graph.agencies.some(({ code }) => code === subgraph);
  const passed = isAgency ? [] : (errors as readonly unknown[]).flatMap(declaredByHub);
  if (passed.length > 0) return passed;
  failed(subgraph, `${errors.length} errors, the first with code ${codeOf((errors as readonly unknown[])[0])}`);
  return [declared('SUBGRAPH_FAILED', `\`${subgraph}\` answered with an error; its part may be missing`)];
}

function declaredByHub(error: unknown): readonly GraphQLError[] {
  if (typeof error !== 'object' || error === null) return [];
  const { message, extensions } = error as { message?: unknown; extensions?: { code?: unknown; remedy?: unknown } };
  const { code, remedy } = extensions ?? {};
  if (typeof message !== 'string' || typeof code !== 'string' || typeof remedy !== 'string') return [];
  return [toGraphQLError(new DeclaredError({ code, remedy, status: 200, meaning: '' }, message))];
}

function codeOf(error: unknown): string {
  const code = (error as { extensions?: { code?: unknown } } | null)?.extensions?.code;
  return typeof code === 'string' && /^[A-Z_]{1,64}$/.test(code) ? code : 'unknown';
}

function declared(code: 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_FAILED', detail: string): GraphQLError {
  return toGraphQLError(new DeclaredError(GATEWAY_ERRORS[code], detail));
}
