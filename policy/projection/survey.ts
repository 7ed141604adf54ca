import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Coordinate, EntityType } from '../../schema/contract.ts';
import { readsIn } from '../../schema/reads.ts';
import type { Fragments } from './document.ts';
import { governedBy } from './governed.ts';
import { isA, type Graph } from './graph.ts';
import { HIT_TYPES, isConflict, tellsOfConflict } from './checked.ts';
import { argumentValues } from './argument-values.ts';
import { listOf } from './search.ts';

/** What an operation asks for, told from its text and variables alone. */
export interface Survey {
  /** It asks for something to be changed: it is a mutation. */
  readonly changes: boolean;
  /** Originators asked for each coordinate, in the order of the operation. */
  readonly coordinates: ReadonlyMap<Coordinate, ReadonlySet<string>>;
  /** Originators whose objects it looks for: that one is there is told even by its id alone. */
  readonly searched: ReadonlyMap<EntityType, ReadonlySet<string>>;
  /** Agencies with whose work it asks for conflicts: that there is one is told even by its id alone. */
  readonly conflicts: ReadonlySet<string>;
  /** What its arguments read: who searches by a field, or sorts by it, asks for it. */
  readonly reads: readonly SurveyedRead[];
  /** Every agency that it addresses. */
  readonly originators: ReadonlySet<string>;
}

/** A coordinate that an argument reads. */
export interface SurveyedRead {
  readonly coordinate: Coordinate;
  /** The argument: `records.filter.kinds`. */
  readonly by: string;
  readonly originators: ReadonlySet<string>;
  /** What it takes: rows that may be found by the value, or on which the value is shown in full. */
  readonly takes: 'found' | 'shown';
}

/** An operation as it is about to be executed. */
export interface SurveyedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What an operation asks of whom. Independent of any data. */
export function survey({ operation, fragments, variables }: SurveyedOperation, graph: Graph): Survey {
  const walk: Walk = {
    changes: operation.operation === 'mutation',
    graph,
    fragments,
    variables,
    coordinates: new Map(),
    searched: new Map(),
    conflicts: new Set(),
    reads: [],
    originators: new Set(),
  };
  const root = operation.operation === 'query' ? graph.schema.getQueryType() : graph.schema.getMutationType();
  const everyone = graph.agencies.map(({ code }) => code);
  if (root) visitSelections([root], { owners: everyone, carriers: [] }, operation.selectionSet.selections, walk);
  return walk;
}

interface Walk {
  readonly changes: boolean;
  readonly graph: Graph;
  readonly fragments: Fragments;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly coordinates: Map<Coordinate, Set<string>>;
  readonly searched: Map<EntityType, Set<string>>;
  readonly conflicts: Set<string>;
  readonly reads: SurveyedRead[];
  readonly originators: Set<string>;
}

/** Whose objects are selected from. */
interface Selected {
  /** The agencies whose they can be. */
  readonly owners: readonly string[];
  /** The agencies of whose governed fields they are (part of) the value. */
  readonly carriers: readonly string[];
}

function visitSelections(
  types: readonly GraphQLObjectType[],
  of: Selected,
  selections: readonly SelectionNode[],
  walk: Walk,
): void {
  for (const type of types) note(type, of.owners, walk);
  for (const selection of selections) {
    if (!included(selection, walk.variables)) continue;
    if (selection.kind === Kind.FIELD) {
      visitField(types, of, selection, walk);
      continue;
    }
    const { condition, inner } = walk.fragments.open(selection);
    const narrowed = condition === undefined ? types : types.filter((type) => isA(type, condition, walk.graph));
    visitSelections(narrowed, of, inner, walk);
  }
}

/** Whose objects these are, or whose are looked for: a count of hits tells of them too. */
function note(type: GraphQLObjectType, owners: readonly string[], walk: Walk): void {
  const role = walk.graph.role(type.name);
  for (const hit of hitsToldOf(type, walk.graph)) search(hit, owners, walk);
  if (role.is === 'entity') search(role.family, [role.owner], walk);
  if (role.is === 'text-hit') search(role.family, [role.owner], walk);
  if (isConflict(type.name.replace(/Connection$/, ''), walk.graph)) meet(owners, walk);
}

/** Where hits are listed their number is told, too; and that there is one, by whatever there is because of it: a lead. */
function hitsToldOf(type: GraphQLObjectType, { schema }: Graph): readonly EntityType[] {
  const listed = Object.values(type.getFields()).filter((field) => isListType(getNullableType(field.type)));
  const about = schema.getType(type.name.replace(/Connection$/, ''));
  const led = isObjectType(about) ? Object.values(about.getFields()) : [];
  const fields = [...listed, ...led].map((field) => getNamedType(field.type).name);
  const names = [type.name.replace(/Connection$/, 'Hit'), ...fields];
  return names.flatMap((name) => (Object.hasOwn(HIT_TYPES, name) ? [HIT_TYPES[name]!] : []));
}

function meet(owners: readonly string[], walk: Walk): void {
  for (const owner of owners) {
    walk.conflicts.add(owner);
    walk.originators.add(owner);
  }
}

function search(family: EntityType, owners: readonly string[], walk: Walk): void {
  walk.searched.set(family, new Set([...(walk.searched.get(family) ?? []), ...owners]));
  for (const owner of owners) walk.originators.add(owner);
}

function visitField(types: readonly GraphQLObjectType[], of: Selected, node: FieldNode, walk: Walk): void {
  const name = node.name.value;
  const holders = types.filter((type) => type.getFields()[name]);
  const carriers = [...new Set(holders.flatMap((type) => ask(type, of, name, walk)))];
  for (const type of holders) noteReads(type, of.owners, node, walk);
  if (holders.some((type) => tellsOfConflict(type, name, walk.graph))) meet(of.owners, walk);
  const values = [...new Set(holders.map((type) => getNamedType(type.getFields()[name]!.type)))];
  if (!values.some(isCompositeType) || !node.selectionSet) return;
  const owners = ownersOf(holders, name, narrow(of.owners, node, walk.variables), walk.graph);
  const children = [...new Set(values.flatMap((value) => objectTypes(value, owners, walk.graph)))];
  visitSelections(children, { owners, carriers }, node.selectionSet.selections, walk);
}

/**
 * Notes the coordinate that governs a field, of an entity, a part of one, or beyond the contract.
 * @returns the agencies that share the field's fate with its value
 */
function ask(type: GraphQLObjectType, of: Selected, field: string, { graph, ...walk }: Walk): readonly string[] {
  const inherited = graph.role(type.name).is === 'other' ? of.carriers : [];
  const answering = askedFor(type, field, of, graph);
  if (answering.length === 0) return inherited;
  const coordinate = governedBy(type, field, { graph, originator: answering[0]!, carried: false });
  if (coordinate === undefined) return inherited;
  walk.coordinates.set(coordinate, new Set([...(walk.coordinates.get(coordinate) ?? []), ...answering]));
  for (const originator of answering) walk.originators.add(originator);
  return [...inherited, ...answering];
}

/** Of whom a field is asked. Part of a value comes from who gave the value, and shares its fate, where they have it. */
function askedFor(type: GraphQLObjectType, field: string, of: Selected, graph: Graph): readonly string[] {
  const { is } = graph.role(type.name);
  if (is === 'container') return of.owners;
  const answering = answerersOf(type, field, graph);
  if (is === 'entity') return answering;
  const isPart = answering.some((code) => of.carriers.includes(code)) || isOfHub(type, field, graph);
  return isPart ? [] : answering;
}

/** An agency answers by its own rows, on which what its arguments read must be shown; the hub finds what may be found. */
function noteReads(type: GraphQLObjectType, owners: readonly string[], node: FieldNode, walk: Walk): void {
  const { args } = type.getFields()[node.name.value]!;
  if (args.length === 0) return;
  const answering = answerersOf(type, node.name.value, walk.graph);
  const originators = new Set(answering.length > 0 ? answering : narrow(owners, node, walk.variables));
  for (const { coordinate, by, isChoice, isText } of readsIn(args, argumentValues(node, walk.variables), 'stated')) {
    const takes = isChoice || isText || answering.length > 0 ? 'shown' : 'found';
    walk.reads.push({ coordinate, by: `${node.name.value}.${by}`, originators, takes });
  }
}

/** Of an entity's fields most are its owner's; another agency may add some. */
function answerersOf(type: GraphQLObjectType, field: string, { agencies, answers }: Graph): readonly string[] {
  return agencies.map(({ code }) => code).filter((code) => answers(code, type, field));
}

/** A hub's own data is ungoverned; and what it answers as agencies do, it is asked for. */
function isOfHub(type: GraphQLObjectType, field: string, { hubs, answers }: Graph): boolean {
  return hubs.some((hub) => answers(hub, type, field));
}

/** Objects that an agency's object links to are that agency's, or of those who add the link. */
function ownersOf(
  types: readonly GraphQLObjectType[],
  field: string,
  owners: readonly string[],
  graph: Graph,
): readonly string[] {
  const linked = types.flatMap((type) => {
    const role = graph.role(type.name);
    if (role.is !== 'entity') return [];
    const adding = answerersOf(type, field, graph).filter((code) => code !== role.owner);
    return [...owners.filter((owner) => owner === role.owner), ...adding];
  });
  const isLinked = types.some(({ name }) => graph.role(name).is === 'entity');
  return isLinked ? [...new Set(linked)] : owners;
}

function objectTypes(type: GraphQLNamedType, owners: readonly string[], graph: Graph): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  if (!isAbstractType(type)) return [];
  return graph.schema.getPossibleTypes(type).filter((possible) => {
    const role = graph.role(possible.name);
    return !('owner' in role) || owners.includes(role.owner);
  });
}

/** A search that names originators addresses no others. */
function narrow(owners: readonly string[], node: FieldNode, variables: Walk['variables']): readonly string[] {
  const filter = node.arguments?.find((argument) => argument.name.value === 'filter')?.value;
  const value: unknown = filter && valueFromASTUntyped(filter, variables);
  const named = typeof value === 'object' && value !== null && 'originators' in value ? value.originators : undefined;
  const listed = listOf(named);
  return listed ? owners.filter((owner) => listed.includes(owner)) : owners;
}

function included(node: SelectionNode, variables: Walk['variables']): boolean {
  const values = variables as Record<string, unknown>;
  if (getDirectiveValues(GraphQLSkipDirective, node, values)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, values)?.['if'] !== false;
}
