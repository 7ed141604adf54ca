import { ERRORS, errorCodeDef } from '@apollo/federation-internals';
import type { FetchNode, ResponsePath } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import { placesOf, type Cursor } from './cursor.ts';

/** Errors of a fetch as the answer tells them: with the place in the answer, and the subgraph. */
export function errorsOfFetch(
  errors: readonly GraphQLError[],
  node: FetchNode,
  cursor: Cursor,
  answer: unknown,
): readonly GraphQLError[] {
  let places: readonly ResponsePath[] | undefined;
  const pathOf = (path: GraphQLError['path']): ResponsePath | undefined => {
    const position = node.requires ? path?.[1] : undefined;
    if (typeof position !== 'number') return path && [...cursor.path, ...path];
    places ??= placesOf(cursor, answer);
    return [...(places[position] ?? []), ...path!.slice(2)];
  };
  return errors.map((error) => errorOf(error, node.serviceName, pathOf(error.path)));
}

function errorOf(error: GraphQLError, serviceName: string, path: ResponsePath | undefined): GraphQLError {
  const message = error.message || `Error while fetching subquery from service "${serviceName}"`;
  const { extensions } = error;
  const options = { originalError: error, extensions: { ...extensions, serviceName }, ...(path && { path }) };
  const known = errorCodeDef(error);
  if (!known && extensions['code']) return new GraphQLError(message, options);
  return (known ?? ERRORS.DOWNSTREAM_SERVICE_ERROR).err(message, options);
}
