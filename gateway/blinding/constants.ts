import {
  Kind,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  valueFromAST,
  visit,
  type GraphQLInputType,
  type ValueNode,
} from 'graphql';

/** A part of a value that has no variable in it. */
export interface Constant {
  readonly node: ValueNode;
  readonly type: GraphQLInputType;
}

/** The largest parts of a value that have no variable in them, and fit their type. */
export function constantsIn(node: ValueNode, type: GraphQLInputType): readonly Constant[] {
  if (node.kind === Kind.NULL || node.kind === Kind.VARIABLE) return [];
  if (!hasVariable(node)) return valueFromAST(node, type) === undefined ? [] : [{ node, type }];
  const nullable = getNullableType(type);
  if (node.kind === Kind.LIST && isListType(nullable)) {
    const items = nullable.ofType;
    return node.values.flatMap((item) => constantsIn(item, items));
  }
  const named = getNamedType(type);
  if (node.kind !== Kind.OBJECT || !isInputObjectType(named)) return [];
  return node.fields.flatMap(({ name, value }) => {
    const field = named.getFields()[name.value];
    return field ? constantsIn(value, field.type) : [];
  });
}

function hasVariable(node: ValueNode): boolean {
  let found = false;
  visit(node, { Variable: () => void (found = true) });
  return found;
}
