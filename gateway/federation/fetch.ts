import type { GraphQLError, GraphQLSchema } from 'graphql';
import { ASSERTION_HEADER } from '../../policy/assertion.ts';
import { callerAssertion } from '../../policy/caller.ts';
import type { SigningKey } from '../../policy/ed25519.ts';
import type { Graph } from '../../policy/projection/graph.ts';
import { nothingFor, representationsIn } from '../../policy/projection/representations.ts';
import type { Answering } from '../answering.ts';
import type { Fetch, Outgoing } from '../egress/outgoing.ts';
import type { FetchThrough } from '../execution/executor.ts';
import type { FetchAnswer } from '../execution/run-plan.ts';
import { LastAsked } from '../last-asked.ts';
import { askedOnce } from './asked-once.ts';
import { batchesOf, callEach, dataOf, joined } from './batches.ts';
import { fit } from './fit.ts';
import type { SubgraphAnswer } from './read-answer.ts';
import { signingTogether, type SignTogether } from './sign-together.ts';
import { shapeOfFetch, type ObjectShape } from './shape.ts';
import type { SubgraphClient } from './subgraph-client.ts';
import { loggedCodeOf, declaredByHub, failureOf } from './subgraph-errors.ts';
import { SubgraphUnavailable } from './subgraph-unavailable.ts';

type Data = Record<string, unknown> | null;
type Call = Extract<Outgoing, { is: 'call' }>;

/** The stages that a fetch goes through, in order, and what they need. */
export interface FetchStages {
  readonly graph: Graph;
  /** The gateway's own, at this moment. */
  readonly key: () => SigningKey;
  readonly clientOf: (subgraph: string) => SubgraphClient;
  readonly egress: (fetch: Fetch, answering: Answering) => Outgoing;
  readonly ingress: (outgoing: Call, data: Data, answering: Answering) => Data;
  /** Is told why a subgraph failed. Its words are for the log, never for the answer. */
  readonly failed: (subgraph: string, reason: string) => void;
}

/** The stages, with what signs calls. */
interface Calling extends FetchStages {
  readonly sign: SignTogether;
}

/**
 * A fetch: egress, the call, ingress, and what is left made to fit Apollo's plan.
 * INVARIANT: it never throws. Whatever a subgraph does, the answer lacks that subgraph's part and says so.
 */
export function fetchThrough(fetchStages: FetchStages): FetchThrough {
  const stages: Calling = { ...fetchStages, sign: signingTogether(fetchStages.key) };
  const shapeOf = shapes(stages.graph.schema);
  return async (subgraph, request, answering) => {
    try {
      const { variables, spread } = askedOnce(request.variables);
      const fetch = { subgraph, query: request.query, variables };
      const outgoing = stages.egress(fetch, answering);
      if (outgoing.is === 'nothing') return { data: spread(outgoing.data), errors: [] };
      const answer = await callAll(subgraph, outgoing, answering, stages);
      const revealed = stages.ingress(outgoing, answer.data, answering);
      const { data, errors } = fitted(fetch, shapeOf(request.query), revealed, answer.errors, stages);
      return { data: spread(data), errors };
    } catch (error) {
      stages.failed(subgraph, `the gateway could not read it: ${error instanceof Error ? error.name : typeof error}`);
      return { data: nothingFor(request.variables), errors: [failureOf('SUBGRAPH_FAILED', subgraph)] };
    }
  };
}

/** An answer that holds something else than was asked for is an error of the subgraph's, and is told as one. */
function fitted(
  { subgraph, variables }: Fetch,
  shape: ObjectShape,
  revealed: Data,
  errors: readonly GraphQLError[],
  { failed }: FetchStages,
): FetchAnswer {
  if (revealed === null) return { data: nothingFor(variables), errors };
  const { data, misfits } = fit(shape, revealed, representationsIn(variables));
  if (misfits === 0 || errors.length > 0) return { data, errors };
  failed(subgraph, `${misfits} values are not of the types that were asked for`);
  return { data, errors: [failureOf('SUBGRAPH_FAILED', subgraph)] };
}

async function callAll(subgraph: string, outgoing: Call, answering: Answering, stages: Calling): Promise<FetchAnswer> {
  const batches = batchesOf(outgoing.variables);
  const ask = (variables: Fetch['variables']) => callOnce(subgraph, { ...outgoing, variables }, answering, stages);
  const answers = await callEach(batches, ask);
  const errors = answers.flatMap((answer) => answer.errors);
  const told = new Map(errors.map((error) => [error.message, error]));
  return {
    data: joined(
      batches,
      answers.map(({ data }) => data),
    ),
    errors: [...told.values()],
  };
}

async function callOnce(
  subgraph: string,
  { query, variables }: Call,
  answering: Answering,
  stages: Calling,
): Promise<FetchAnswer> {
  try {
    const answer = await post(subgraph, bodyOf(query, variables), answering, stages);
    const errors = errorsOf(subgraph, answer, stages);
    const data = dataOf(answer.data, variables);
    if (data !== undefined) return { data, errors };
    stages.failed(subgraph, 'its `data` is not what was asked for');
    return { data: null, errors: errors.length > 0 ? errors : [failureOf('SUBGRAPH_FAILED', subgraph)] };
  } catch (error) {
    if (!(error instanceof SubgraphUnavailable)) throw error;
    stages.failed(subgraph, error.message);
    return { data: null, errors: [failureOf('SUBGRAPH_UNAVAILABLE', subgraph)] };
  }
}

async function post(
  subgraph: string,
  body: string,
  { voucher, purpose, ruleset, spent }: Answering,
  { sign, clientOf }: Calling,
): Promise<SubgraphAnswer> {
  const claims = {
    voucher,
    ...(purpose && { purpose }),
    ...(spent.size > 0 && { spent: [...spent].sort() }),
    ruleset: ruleset.digest,
    audience: subgraph,
    body,
    now: new Date(),
  };
  return clientOf(subgraph).post(body, { [ASSERTION_HEADER]: await sign(callerAssertion(claims)) });
}

/** The body of a call. Its query is written as JSON once: the same few are sent again and again. */
function bodyOf(query: string, variables: Fetch['variables']): string {
  let quoted = quotedQueries.get(query);
  if (quoted === undefined) quotedQueries.set(query, (quoted = JSON.stringify(query)), query.length);
  return `{"query":${quoted},"variables":${JSON.stringify(variables)}}`;
}

/** Of fetches that are remembered, together. */
const MOST_CHARACTERS = 4_000_000;

const quotedQueries = new LastAsked<string, string>(MOST_CHARACTERS);

/** The hub's declared errors pass, since the hub is the exchange's own; an agency's words never do: they may hold data. */
function errorsOf(
  subgraph: string,
  { errors }: SubgraphAnswer,
  { graph, failed }: FetchStages,
): readonly GraphQLError[] {
  if (errors === undefined || errors === null) return [];
  const list = (Array.isArray(errors) ? errors : [errors]) as readonly unknown[];
  if (list.length === 0) return [];
  const isAgency = graph.agencies.some(({ code }) => code === subgraph);
  const passed = isAgency ? [] : declaredByHub(list);
  if (passed.length > 0) return passed;
  failed(subgraph, `${list.length} errors, the first with code ${loggedCodeOf(list[0])}`);
  return [failureOf('SUBGRAPH_FAILED', subgraph)];
}

/** Shapes of fetches, which depend on nothing but their text and the supergraph; each is made once. */
function shapes(schema: GraphQLSchema): (query: string) => ObjectShape {
  const known = new LastAsked<string, ObjectShape>(MOST_CHARACTERS);
  return (query) => {
    let shape = known.get(query);
    if (!shape) known.set(query, (shape = shapeOfFetch(query, schema)), query.length);
    return shape;
  };
}
