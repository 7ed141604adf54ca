import { valueFromASTUntyped, type FieldNode, type OperationDefinitionNode } from 'graphql';

type Values = Readonly<Record<string, unknown>>;

/** The variables of an operation, with the defaults of those that are not given. */
export function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, given: Values): Values {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

/** The values of a field's arguments by name; an argument whose variable is not given is not there. */
export function argumentValues({ arguments: given = [] }: FieldNode, variables: Values): Values {
  const values = given.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
