import type { GraphQLError, GraphQLSchema } from 'graphql';
import { nothingFor, representationsIn } from '../../policy/projection/representations.ts';
import type { Answering } from '../answering.ts';
import type { Fetch } from '../egress/outgoing.ts';
import type { FetchThrough } from '../execution/executor.ts';
import type { FetchAnswer } from '../execution/run-plan.ts';
import { LastAsked } from '../last-asked.ts';
import { askedOnce } from './asked-once.ts';
import { batchesOf, callEach, dataOf, joined } from './batches.ts';
import { call, type Calling, type FetchStages, type OutgoingCall } from './call.ts';
import { change } from './change.ts';
import { fit } from './fit.ts';
import type { SubgraphAnswer } from './read-answer.ts';
import { signingTogether } from './sign-together.ts';
import { shapeOfFetch, type ObjectShape } from './shape.ts';
import { declaredByHub, failureOf, listOfErrors, loggedCodeOf } from './subgraph-errors.ts';

type Data = FetchAnswer['data'];

/**
 * A fetch: egress, the call, ingress, and what is left made to fit Apollo's plan.
 * INVARIANT: it never throws. Whatever a subgraph does, the answer lacks that subgraph's part and says so.
 */
export function fetchThrough(fetchStages: FetchStages): FetchThrough {
  const stages: Calling = { ...fetchStages, sign: signingTogether(fetchStages.key) };
  const shapeOf = shapes(stages.graph.schema);
  return async (subgraph, request, answering) => {
    if (request.changes) return change({ subgraph, ...request }, () => shapeOf(request.query), answering, stages);
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

async function callAll(
  subgraph: string,
  outgoing: OutgoingCall,
  answering: Answering,
  stages: Calling,
): Promise<FetchAnswer> {
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
  outgoing: OutgoingCall,
  answering: Answering,
  stages: Calling,
): Promise<FetchAnswer> {
  const answer = await call(subgraph, outgoing, answering, stages);
  if (!answer) return { data: null, errors: [failureOf('SUBGRAPH_UNAVAILABLE', subgraph)] };
  const errors = errorsOf(subgraph, answer, stages);
  const data = dataOf(answer.data, outgoing.variables);
  if (data !== undefined) return { data, errors };
  stages.failed(subgraph, 'its `data` is not what was asked for');
  return { data: null, errors: errors.length > 0 ? errors : [failureOf('SUBGRAPH_FAILED', subgraph)] };
}

/** The hub's declared errors pass, since the hub is the exchange's own; an agency's words never do: they may hold data. */
function errorsOf(
  subgraph: string,
  { errors }: SubgraphAnswer,
  { graph, failed }: FetchStages,
): readonly GraphQLError[] {
  const list = listOfErrors(errors);
  if (list.length === 0) return [];
  const isAgency = graph.agencies.some(({ code }) => code === subgraph);
  const passed = isAgency ? [] : declaredByHub(list);
  if (passed.length > 0) return passed;
  failed(subgraph, `${list.length} errors, the first with code ${loggedCodeOf(list[0])}`);
  return [failureOf('SUBGRAPH_FAILED', subgraph)];
}

/** Of fetches whose shapes are remembered, together. */
const MOST_CHARACTERS = 4_000_000;

/** Shapes of fetches, which depend on nothing but their text and the supergraph; each is made once. */
function shapes(schema: GraphQLSchema): (query: string) => ObjectShape {
  const known = new LastAsked<string, ObjectShape>(MOST_CHARACTERS);
  return (query) => {
    let shape = known.get(query);
    if (!shape) known.set(query, (shape = shapeOfFetch(query, schema)), query.length);
    return shape;
  };
}
