import {
  Kind,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { responseKey } from './ast.ts';
import { fragmentsOf, operationOf, type Fragments } from './document.ts';
import type { Graph } from './graph.ts';

/** What an object may have by the selection that asked for it. */
export interface Shape {
  /** The key under which every such object was asked to tell its type; undefined: not every one was. */
  readonly typenameKey: string | undefined;
  /** By the type that it has. */
  readonly types: ReadonlyMap<string, Fields>;
  /** Where it does not tell its type. */
  readonly any: Fields;
}

/** By response key. */
export type Fields = ReadonlyMap<string, FieldShape>;

/** What stands under a key. */
export interface FieldShape {
  /** How many lists are around the value. */
  readonly lists: number;
  /** Absent: a scalar or an enum. */
  readonly child: Shape | undefined;
}

/** What the answer to a fetch may have: what was asked for, and nothing else. */
export interface FetchShape {
  readonly root: Fields;
  /** Of an entity that was asked for by a representation of this type; undefined: there is no such type. */
  entity(typename: string): Shape | undefined;
}

/** The shape of the answers to a fetch from a subgraph. Pure; worth memoising by graph, subgraph and query. */
export function shapeOf(query: string, graph: Graph, subgraph: string): FetchShape {
  const document = parse(query, { noLocation: true });
  const operation = operationOf(document);
  const by: Shaping = { graph, subgraph, fragments: fragmentsOf(document), known: new Map(), numbers: new Map() };
  const { selections } = operation.selectionSet;
  const ofEntities = selections.filter(isEntities).map((node) => selectedBy(node, true));
  const entities = new Map<string, Shape | undefined>();
  return {
    root: fieldsOf(rootNames(graph.schema, operation.operation), [{ selections, isCertain: true }], by),
    entity(typename) {
      if (!entities.has(typename) && graph.schema.getType(typename))
        entities.set(typename, shape(namesOf(typename, by), ofEntities, by));
      return entities.get(typename);
    },
  };
}

interface Shaping {
  readonly graph: Graph;
  readonly subgraph: string;
  readonly fragments: Fragments;
  /** Shapes by what they are computed from: many types have the same field, and its shape is computed once. */
  readonly known: Map<string, Shape>;
  readonly numbers: Map<FieldNode, number>;
}

/** The types and selections that stand under one key. */
interface Gathered {
  readonly lists: number;
  readonly valueTypes: Set<string>;
  /** Fields of that key, and whether each of them is answered on every such object. */
  readonly nodes: Map<FieldNode, boolean>;
}

/** Selections on an object, and whether they are answered whatever the variables are. */
interface Selected {
  readonly selections: readonly SelectionNode[];
  readonly isCertain: boolean;
}

function isEntities(node: SelectionNode): node is FieldNode {
  return node.kind === Kind.FIELD && node.name.value === '_entities';
}

function rootNames(schema: GraphQLSchema, operation: 'query' | 'mutation' | 'subscription'): readonly string[] {
  const root = operation === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  return root ? [root.name] : [];
}

/** The names that objects of a type have in this subgraph's answers; where it knows an interface as an object, its own. */
function namesOf(typename: string, { graph, subgraph }: Shaping): readonly string[] {
  const type = graph.schema.getType(typename);
  if (!isAbstractType(type)) return [typename];
  const possible = graph.possible(type, subgraph).map(({ name }) => name);
  return graph.isInterfaceObject(typename, subgraph) ? [...possible, typename] : possible;
}

function selectedBy(node: FieldNode, isCertain: boolean): Selected {
  return { selections: node.selectionSet?.selections ?? [], isCertain };
}

function shape(names: readonly string[], selected: readonly Selected[], by: Shaping): Shape {
  const certain = selected.filter(({ isCertain }) => isCertain).flatMap(({ selections }) => selections);
  return {
    typenameKey: tellingKey(names, certain, by),
    types: new Map(names.map((name) => [name, fieldsOf([name], selected, by)])),
    any: fieldsOf(names, selected, by),
  };
}

/** A root type may have another name in a subgraph, so its own name says nothing. */
function tellingKey(names: readonly string[], certain: readonly SelectionNode[], by: Shaping): string | undefined {
  if (names.some((name) => isRoot(name, by.graph.schema))) return undefined;
  for (const node of certain) {
    if (node.directives?.length) continue;
    if (node.kind === Kind.FIELD) {
      if (node.name.value === '__typename') return responseKey(node);
      continue;
    }
    const { condition, inner } = by.fragments.open(node);
    if (!names.every((name) => speaksOf(condition, name, by.graph.schema))) continue;
    const key = tellingKey(names, inner, by);
    if (key !== undefined) return key;
  }
  return undefined;
}

function isRoot(name: string, schema: GraphQLSchema): boolean {
  return name === schema.getQueryType()?.name || name === schema.getMutationType()?.name;
}

function fieldsOf(names: readonly string[], selected: readonly Selected[], by: Shaping): Fields {
  const gathered = new Map<string, Gathered>();
  for (const name of names)
    for (const { selections, isCertain } of selected)
      gather(name, selections, isCertain && names.length === 1, gathered, by);
  return new Map([...gathered].map(([key, of]) => [key, { lists: of.lists, child: childOf(of, by) }]));
}

function gather(
  name: string,
  selections: readonly SelectionNode[],
  isCertain: boolean,
  gathered: Map<string, Gathered>,
  by: Shaping,
): void {
  for (const node of selections) {
    const isAlways = isCertain && !node.directives?.length;
    if (node.kind === Kind.FIELD) {
      gatherField(name, node, isAlways, gathered, by);
      continue;
    }
    const { condition, inner } = by.fragments.open(node);
    if (speaksOf(condition, name, by.graph.schema)) gather(name, inner, isAlways, gathered, by);
  }
}

function gatherField(
  name: string,
  node: FieldNode,
  isCertain: boolean,
  gathered: Map<string, Gathered>,
  { graph }: Shaping,
): void {
  const key = responseKey(node);
  const type = graph.schema.getType(name);
  const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  if (!definition && node.name.value !== '__typename') return;
  const lists = definition ? listsAround(definition.type) : 0;
  const into = gathered.get(key) ?? { lists, valueTypes: new Set(), nodes: new Map() };
  if (definition && isCompositeType(getNamedType(definition.type))) {
    into.valueTypes.add(getNamedType(definition.type).name);
    into.nodes.set(node, isCertain || into.nodes.get(node) === true);
  }
  gathered.set(key, into);
}

function childOf({ valueTypes, nodes }: Gathered, by: Shaping): Shape | undefined {
  if (valueTypes.size === 0) return undefined;
  const parts = [...nodes].map(([node, isCertain]) => `${numberOf(node, by)}${isCertain ? '!' : ''}`);
  const key = [...valueTypes, ...parts].join(' ');
  const known = by.known.get(key);
  if (known) return known;
  const names = new Set([...valueTypes].flatMap((type) => namesOf(type, by)));
  const selected = [...nodes].map(([node, isCertain]) => selectedBy(node, isCertain));
  const child = shape([...names], selected, by);
  by.known.set(key, child);
  return child;
}

function numberOf(node: FieldNode, { numbers }: Shaping): number {
  const number = numbers.get(node) ?? numbers.size;
  numbers.set(node, number);
  return number;
}

function listsAround(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listsAround(type.ofType);
  return isListType(type) ? 1 + listsAround(type.ofType) : 0;
}

/** Whether a fragment on `condition` speaks of objects of a type, or of an interface that a subgraph knows as an object. */
function speaksOf(condition: string | undefined, name: string, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === name) return true;
  const [abstract, type] = [schema.getType(condition), schema.getType(name)];
  return isAbstractType(abstract) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(abstract, type);
}
