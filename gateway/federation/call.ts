import { ASSERTION_HEADER } from '../../policy/assertion.ts';
import { callerAssertion } from '../../policy/caller.ts';
import type { SigningKey } from '../../policy/ed25519.ts';
import type { Graph } from '../../policy/projection/graph.ts';
import type { Answering } from '../answering.ts';
import type { Fetch, Outgoing } from '../egress/outgoing.ts';
import { LastAsked } from '../last-asked.ts';
import type { SubgraphAnswer } from './read-answer.ts';
import type { SignTogether } from './sign-together.ts';
import type { SubgraphClient } from './subgraph-client.ts';
import { SubgraphUnavailable } from './subgraph-unavailable.ts';

type Data = Record<string, unknown> | null;

/** What is sent to a subgraph, once it may be. */
export type OutgoingCall = Extract<Outgoing, { is: 'call' }>;

/** The stages that a fetch goes through, in order, and what they need. */
export interface FetchStages {
  readonly graph: Graph;
  /** The gateway's own, at this moment. */
  readonly key: () => SigningKey;
  readonly clientOf: (subgraph: string) => SubgraphClient;
  readonly egress: (fetch: Fetch, answering: Answering) => Outgoing;
  readonly ingress: (outgoing: OutgoingCall, data: Data, answering: Answering) => Data;
  /** Is told why a subgraph failed. Its words are for the log, never for the answer. */
  readonly failed: (subgraph: string, reason: string) => void;
}

/** The stages, with what signs calls. */
export interface Calling extends FetchStages {
  readonly sign: SignTogether;
}

/** Calls a subgraph, once. Undefined: there is no usable answer, and the log says why. */
export async function call(
  subgraph: string,
  { query, variables }: Pick<OutgoingCall, 'query' | 'variables'>,
  answering: Answering,
  stages: Calling,
): Promise<SubgraphAnswer | undefined> {
  try {
    return await post(subgraph, bodyOf(query, variables), answering, stages);
  } catch (error) {
    if (!(error instanceof SubgraphUnavailable)) throw error;
    stages.failed(subgraph, error.message);
    return undefined;
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

/** Of queries that are remembered, together. */
const MOST_CHARACTERS = 4_000_000;

const quotedQueries = new LastAsked<string, string>(MOST_CHARACTERS);
