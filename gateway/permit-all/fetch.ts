import { GraphQLError } from 'graphql';
import type { FetchThrough } from '../execution/executor.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Remote } from './remote.ts';

/** The stages that a fetch goes through, and where it goes. */
export interface PermittedFetch extends Pick<Pipeline, 'egress' | 'ingress'> {
  readonly remoteOf: (subgraph: string) => Pick<Remote, 'ask'>;
}

/**
 * A fetch where everything is permitted: through egress and ingress, and with the subgraph's own words on what went
 * wrong, because those are data too.
 */
export function fetchPermitted({ egress, ingress, remoteOf }: PermittedFetch): FetchThrough {
  return async (subgraph, request, answering) => {
    const asked = { subgraph, query: request.query, variables: request.variables };
    const outgoing = egress(asked, answering);
    if (outgoing.is === 'nothing') return { data: outgoing.data, errors: [] };
    const { query, variables } = outgoing;
    const { data, errors } = await remoteOf(subgraph).ask(JSON.stringify({ query, variables }));
    return {
      data: isObject(data) ? ingress(outgoing, data, answering) : null,
      errors: Array.isArray(errors) ? errors.map(asTold) : [],
    };
  };
}

function asTold(error: unknown): GraphQLError {
  const { message, path, extensions } = isObject(error) ? error : {};
  return new GraphQLError(typeof message === 'string' ? message : '', {
    ...(Array.isArray(path) && { path: path as readonly (string | number)[] }),
    ...(isObject(extensions) && { extensions }),
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
