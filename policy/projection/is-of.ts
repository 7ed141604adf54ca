import { isAbstractType, isInterfaceType, isObjectType, type GraphQLCompositeType, type GraphQLSchema } from 'graphql';

/** Whether objects of a type are such as a fragment on `condition` speaks of. */
export function isOf(type: GraphQLCompositeType, condition: string, schema: GraphQLSchema): boolean {
  if (type.name === condition) return true;
  const abstract = schema.getType(condition);
  return isAbstractType(abstract) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(abstract, type);
}
