import type { GraphQLError } from 'graphql';
import type { Answering } from '../answering.ts';
import type { Fetch } from '../egress/outgoing.ts';
import type { FetchAnswer } from '../execution/run-plan.ts';
import { call, type Calling } from './call.ts';
import { toldOfChange } from './change-errors.ts';
import { fit } from './fit.ts';
import type { ObjectShape } from './shape.ts';
import { failureOf, listOfErrors, loggedCodeOf } from './subgraph-errors.ts';

/**
 * A fetch that changes something. It is sent as it is: nothing of it is left out as asked for already, put together with
 * others, or sent in parts.
 *
 * INVARIANT: it is sent once, whatever becomes of it; who asked decides whether to ask again.
 * INVARIANT: it never throws. Where the subgraph does not say what became of it, the answer says that nobody knows.
 */
export async function change(
  fetch: Fetch,
  shapeOf: () => ObjectShape,
  answering: Answering,
  stages: Calling,
): Promise<FetchAnswer> {
  const { subgraph } = fetch;
  let isSent = false;
  try {
    const outgoing = stages.egress(fetch, answering);
    if (outgoing.is === 'nothing') return { data: outgoing.data, errors: [] };
    isSent = true;
    const answer = await call(subgraph, outgoing, answering, stages);
    if (!answer) return failed(subgraph, isSent);
    const shape = shapeOf();
    const { data, misfits } = fit(shape, stages.ingress(outgoing, dataIn(answer.data), answering), undefined);
    const list = listOfErrors(answer.errors);
    const { told, untold } = toldOfChange(list, subgraph, shape, stages.graph);
    if (untold === 0 && misfits === 0 && (data !== null || told.length > 0)) return { data, errors: told };
    stages.failed(subgraph, `${misfits} values do not fit, ${list.length} errors, the first with code ${codeIn(list)}`);
    return { data, errors: [...told, failureIn(data, subgraph)] };
  } catch (error) {
    stages.failed(subgraph, `the gateway could not read it: ${error instanceof Error ? error.name : typeof error}`);
    return failed(subgraph, isSent);
  }
}

function failed(subgraph: string, isSent: boolean): FetchAnswer {
  return { data: null, errors: [failureOf(isSent ? 'OUTCOME_UNKNOWN' : 'SUBGRAPH_FAILED', subgraph)] };
}

function dataIn(data: unknown): FetchAnswer['data'] {
  return typeof data === 'object' && !Array.isArray(data) ? (data as FetchAnswer['data']) : null;
}

/** Where every change is answered, it was made, and what is missing is missing of the answer. */
function failureIn(data: FetchAnswer['data'], subgraph: string): GraphQLError {
  const isAnswered = data !== null && !Object.values(data).includes(null);
  return failureOf(isAnswered ? 'SUBGRAPH_FAILED' : 'OUTCOME_UNKNOWN', subgraph);
}

function codeIn([first]: readonly unknown[]): string {
  return first === undefined ? 'none' : loggedCodeOf(first);
}
