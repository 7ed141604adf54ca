import { GraphQLError } from 'graphql';

/** An error with a code, and a detail of its own. */
export function mistake(message: string, code: string, detail?: unknown): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...(detail === undefined ? {} : { detail }) } });
}
