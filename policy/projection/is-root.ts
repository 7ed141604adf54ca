import type { GraphQLObjectType, GraphQLSchema } from 'graphql';

/** Whether operations begin at a type: it is no row, and its fields are of nobody's objects. */
export function isRoot(type: GraphQLObjectType, schema: GraphQLSchema): boolean {
  return type === schema.getQueryType() || type === schema.getMutationType();
}
