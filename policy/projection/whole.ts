import {
  Kind,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  parse,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type SelectionNode,
} from 'graphql';
import type { Coordinate } from '../../schema/contract.ts';
import { coordinatesOf, undeclaredIn, type Input } from '../../schema/reads.ts';
import { TEXT_FAMILIES, textFieldsOf, type TextFamily } from '../../schema/text-search.ts';
import type { Cell } from '../cell.ts';
import { ALWAYS } from '../condition/condition.ts';
import type { Grant } from '../grant.ts';
import { arguedField } from './argued.ts';
import { fragmentsOf, operationOf, type Fragments } from './document.ts';
import { governedBy } from './governed.ts';
import { isA, type Graph } from './graph.ts';

/** An agency's subgraph and whose viewer asks it. */
export interface WholeContext {
  readonly graph: Graph;
  readonly grant: Grant;
  readonly subgraph: string;
  readonly originator: string;
}

interface Asked extends WholeContext {
  readonly fragments: Fragments;
}

/**
 * Whether the grant leaves a fetch as it is, whatever its variables: all that it asks for, and all that its arguments can
 * read, is open on every row and in full. Pure; worth memoising by grant, subgraph and query.
 * INVARIANT: what cannot be told is not left.
 */
export function leavesWhole(query: string, context: WholeContext): boolean {
  const document = parse(query, { noLocation: true });
  const operation = operationOf(document);
  const asked = { ...context, fragments: fragmentsOf(document) };
  const { schema } = context.graph;
  const root = operation.operation === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  return operation.selectionSet.selections.every((node) => {
    if (node.kind === Kind.FIELD && node.name.value === '_entities')
      return (node.selectionSet?.selections ?? []).every((fragment) => entitiesOpen(fragment, asked));
    return root ? open([root], [node], false, asked) : false;
  });
}

function entitiesOpen(node: SelectionNode, asked: Asked): boolean {
  if (node.kind === Kind.FIELD) return node.name.value === '__typename';
  const { condition, inner } = asked.fragments.open(node);
  const type = condition === undefined ? undefined : asked.graph.schema.getType(condition);
  return isCompositeType(type) && open(typesOf(type, asked), inner, false, asked);
}

/** An interface that the subgraph knows as an object stands for every type that implements it, wherever it is. */
function typesOf(type: GraphQLCompositeType, { graph, subgraph }: Asked): readonly GraphQLObjectType[] {
  if (!isAbstractType(type)) return [type];
  if (graph.isInterfaceObject(type.name, subgraph)) return graph.schema.getPossibleTypes(type);
  return graph.possible(type, subgraph);
}

/** No type: no object of that kind comes from this subgraph, and ingress leaves none. */
function open(
  types: readonly GraphQLObjectType[],
  selections: readonly SelectionNode[],
  carried: boolean,
  asked: Asked,
): boolean {
  if (!types.every((type) => objectOpen(type, asked))) return false;
  return selections.every((node) => {
    if (node.kind === Kind.FIELD) return fieldOpen(types, node, carried, asked);
    const { condition, inner } = asked.fragments.open(node);
    const spoken = condition === undefined ? types : types.filter((type) => isA(type, condition, asked.graph));
    return open(spoken, inner, carried, asked);
  });
}

/** Another agency's object appears by what of it is shown, which is for the projection to tell. */
function objectOpen(type: GraphQLObjectType, { graph, grant, originator }: Asked): boolean {
  const role = graph.role(type.name);
  switch (role.is) {
    case 'other':
      return true;
    case 'container':
      return grant.visible(originator, type.name) === ALWAYS;
    case 'text-search':
      return role.owner === originator && TEXT_FAMILIES.every((family) => textsOpen(family, originator, grant));
    case 'text-hit':
      return role.owner === originator && textsOpen(role.family, originator, grant);
    case 'entity':
      return role.owner === originator && grant.visible(originator, role.family) === ALWAYS;
  }
}

function textsOpen(family: TextFamily, originator: string, grant: Grant): boolean {
  return textFieldsOf(family).every(([, coordinate]) => isOpen(grant.cell(originator, coordinate)));
}

function fieldOpen(types: readonly GraphQLObjectType[], node: FieldNode, carried: boolean, asked: Asked): boolean {
  const name = node.name.value;
  if (name === '__typename') return true;
  if (!types.every((type) => type.getFields()[name])) return false;
  const cells = types.map((type) => cellOf(type, name, carried, asked));
  if (!cells.every((cell) => cell === undefined || isOpen(cell))) return false;
  if (!types.every((type) => argumentsOpen(type, name, asked))) return false;
  const values = new Set(types.map((type) => getNamedType(type.getFields()[name]!.type)));
  const carries = new Set(cells.map((cell) => carried || cell !== undefined));
  return [...values].every(
    (value) =>
      !isCompositeType(value) ||
      [...carries].every((carry) => open(typesOf(value, asked), node.selectionSet?.selections ?? [], carry, asked)),
  );
}

/** Whatever its arguments are: all that any of them can read is open. */
function argumentsOpen(type: GraphQLObjectType, name: string, { graph, grant, originator }: Asked): boolean {
  const field = arguedField(type, name, graph);
  if (!field) return true;
  const read = [...mayRead(field.args), ...undeclaredIn(field.args, [`${field.coordinate}(`, ':)'])];
  return read.every((coordinate) => isOpen(grant.cell(originator, coordinate)));
}

function mayRead(inputs: readonly Input[], seen = new Set<string>()): readonly Coordinate[] {
  return inputs.flatMap((input) => {
    const type = getNamedType(input.type);
    if (isEnumType(type)) return [...coordinatesOf(input), ...type.getValues().flatMap(coordinatesOf)];
    if (!isInputObjectType(type) || seen.has(type.name)) return coordinatesOf(input);
    return [...coordinatesOf(input), ...mayRead(Object.values(type.getFields()), seen.add(type.name))];
  });
}

function cellOf(type: GraphQLObjectType, name: string, carried: boolean, { graph, grant, originator }: Asked) {
  const inside = carried && graph.role(type.name).is === 'other';
  const coordinate = governedBy(type, name, { graph, originator, carried: inside });
  return coordinate === undefined ? undefined : grant.cell(originator, coordinate);
}

function isOpen({ rows, treatments: [first] }: Cell): boolean {
  return rows === ALWAYS && first?.treatment === 'full' && first.rows === ALWAYS;
}
