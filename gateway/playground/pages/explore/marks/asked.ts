import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';

/** A field as the document asks for it, of objects of these types. */
export interface AskedField {
  readonly node: FieldNode;
  readonly types: readonly GraphQLObjectType[];
}

/** What a document is read against. */
export interface Reading {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The fields that are asked of objects of the types, by response key. */
export function askedOf(
  types: readonly GraphQLObjectType[],
  selections: readonly SelectionNode[],
  reading: Reading,
): ReadonlyMap<string, readonly AskedField[]> {
  const fields = new Map<string, AskedField[]>();
  collect(types, selections, reading, fields);
  return fields;
}

function collect(
  types: readonly GraphQLObjectType[],
  selections: readonly SelectionNode[],
  reading: Reading,
  fields: Map<string, AskedField[]>,
): void {
  for (const selection of selections) {
    if (!isIncluded(selection, reading)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      fields.set(key, [...(fields.get(key) ?? []), { node: selection, types }]);
      continue;
    }
    const opened = selection.kind === Kind.FRAGMENT_SPREAD ? reading.fragments.get(selection.name.value) : selection;
    if (!opened) continue;
    const narrowed = narrow(types, opened.typeCondition?.name.value, reading.schema);
    collect(narrowed, opened.selectionSet.selections, reading, fields);
  }
}

function narrow(
  types: readonly GraphQLObjectType[],
  condition: string | undefined,
  schema: GraphQLSchema,
): readonly GraphQLObjectType[] {
  if (condition === undefined) return types;
  const wanted = schema.getType(condition);
  return types.filter((type) => type === wanted || (isAbstractType(wanted) && schema.isSubType(wanted, type)));
}

function isIncluded(selection: SelectionNode, { variables }: Reading): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

/** The types that an object of an output type can have. */
export function possibleTypes(type: GraphQLOutputType, schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const named: GraphQLNamedType = getNamedType(type);
  if (isObjectType(named)) return [named];
  return isAbstractType(named) ? schema.getPossibleTypes(named) : [];
}

/** What is selected of a field's value, by all the nodes that ask for it. */
export function selectionsOf(fields: readonly AskedField[]): readonly SelectionNode[] {
  return fields.flatMap(({ node }) => node.selectionSet?.selections ?? []);
}
