import type { ApolloGateway } from '@apollo/gateway';
import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Answering } from '../answering.ts';
import { GATEWAY_ERRORS } from '../errors.ts';
import type { Graph } from '../../policy/projection/graph.ts';
import { Introspection } from './introspect.ts';
import { introspectionOf, type AskedOfSchema } from './select.ts';

type Executor = ApolloGateway['executor'];
type Request = Parameters<Executor>[0];

/**
 * An executor that answers what an operation asks of the schema from what its viewer is told of, and leaves the rest to
 * the gateway's own.
 */
export function introspecting(executor: Executor, graph: Graph): Executor {
  const introspection = new Introspection(graph);
  return async (request) => {
    const asked = introspectionOf(request.document, request.operation);
    if (!asked) return executor(request);
    const told = tell(introspection, asked, request);
    if (asked.isAll || told.errors) return told;
    const answered = await executor(request);
    return answered.data ? { ...answered, data: { ...answered.data, ...told.data } } : answered;
  };
}

function tell(introspection: Introspection, asked: AskedOfSchema, request: Request): ExecutionResult {
  const { ruleset, grant } = request.context as Answering;
  const by = { api: request.schema, ruleset, recipient: grant.recipient };
  const { data, errors = [] } = introspection.answer(asked, request.request.variables ?? {}, by);
  if (data === undefined) return { errors: errors.map(ofVariable) };
  return { data, ...(errors.length > 0 && { errors }) };
}

/** What keeps an operation from being executed at all is a variable that does not fit. */
function ofVariable({ message }: GraphQLError): GraphQLError {
  const { code, status } = GATEWAY_ERRORS.BAD_USER_INPUT;
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
