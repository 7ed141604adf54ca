import {
  Kind,
  getNamedType,
  isAbstractType,
  isCompositeType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type InlineFragmentNode,
  type SelectionNode,
} from 'graphql';
import type { EntityType } from '../../schema/contract.ts';
import { TEXT_HITS } from '../../schema/text-search.ts';
import { ALWAYS, NEVER, allOf, anyOf, labelsRead, type Condition } from '../condition/condition.ts';
import type { Cell } from '../cell.ts';
import type { Grant } from '../grant.ts';
import { fieldNode, foundInNode, inlineFragment, labelsNode, objectNode, responseKey, typenameNode } from './ast.ts';
import { rowsByArguments } from './argued.ts';
import type { Fragments } from './document.ts';
import { governedBy } from './governed.ts';
import { rowsByText } from '../text-search.ts';
import { isA, type Graph, type Role } from './graph.ts';
import { mergeFields, type FieldPlan, type ObjectPlan, type ObjectRole, type TypePlan } from './plan.ts';

/** What an agency's fetch is projected by. */
export interface Projecting {
  readonly graph: Graph;
  readonly grant: Grant;
  /** The subgraph's own name. */
  readonly subgraph: string;
  /** The agency whose data the subgraph answers with. */
  readonly originator: string;
  /** Those of the fetch, with defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fragments: Fragments;
  /** Begins the response keys that are added. No key of the document begins with it. */
  readonly prefix: string;
  /** The value that is being projected is shown generalised on every row: only parts that are marked so are left. */
  readonly generalisedOnly?: boolean;
  /** Labels to ask for, by family; what a first pass found that conditions read. */
  readonly labels: ReadonlyMap<EntityType, readonly string[]>;
  /** Conditions of everything that was kept. */
  readonly conditions: Condition[];
}

/** A projected selection: what to ask, and how to read the answer. */
export interface Projected {
  readonly selections: readonly SelectionNode[];
  readonly plan: ObjectPlan;
}

/** Labels by family that the conditions read. Sorted. */
export function labelsByFamily(conditions: readonly Condition[]): ReadonlyMap<EntityType, readonly string[]> {
  const names = new Map<string, Set<string>>();
  for (const { name, owners } of conditions.flatMap(labelsRead)) {
    for (const owner of owners) names.set(owner, (names.get(owner) ?? new Set()).add(name));
  }
  return new Map([...names].map(([family, labels]) => [family as EntityType, [...labels].sort()]));
}

/**
 * Projects a selection on a type onto the grant. An abstract type is asked type by type, so that a field that is open
 * for persons and closed for groups is asked of persons only.
 * @param carried the object is (part of) the value of a governed field, and shares its fate
 * @returns undefined: nothing may be asked
 */
export function projectComposite(
  type: GraphQLCompositeType,
  selections: readonly SelectionNode[],
  carried: boolean,
  by: Projecting,
): Projected | undefined {
  if (!isAbstractType(type)) return projectConcrete([type], selections, carried, by, false);
  return projectConcrete(by.graph.possible(type, by.subgraph), selections, carried, by, true);
}

/** Projects a selection on each of the types that an object can have. */
export function projectConcrete(
  types: readonly GraphQLObjectType[],
  selections: readonly SelectionNode[],
  carried: boolean,
  by: Projecting,
  fragmented: boolean,
): Projected | undefined {
  const kept = types.flatMap((type) => {
    const projected = projectType(type, selections, carried, by);
    return projected ? [{ type, ...projected }] : [];
  });
  if (kept.length === 0) return undefined;
  const plans = new Map(kept.map(({ type, plan }) => [type.name, plan]));
  const typename = typenameNode(by.prefix);
  if (!fragmented) {
    const nodes = kept[0]!.nodes;
    return { selections: nodes.length > 0 ? nodes : [typename], plan: { typenameKey: undefined, types: plans } };
  }
  const fragments = kept
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ type, nodes }) => inlineFragment(type.name, nodes));
  return { selections: [typename, ...fragments], plan: { typenameKey: responseKey(typename), types: plans } };
}

interface ProjectedType {
  readonly nodes: readonly SelectionNode[];
  readonly plan: TypePlan;
}

function projectType(
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  carried: boolean,
  by: Projecting,
): ProjectedType | undefined {
  const role = by.graph.role(type.name);
  const fields = new Map<string, FieldPlan>();
  const nodes = projectSelections(type, selections, carried && role.is === 'other', by, fields);
  const object = objectRole(type, role, fields, by);
  if (object.is === 'text-hit') return projectTextHit(nodes, { object, fields }, by);
  if (object.is !== 'plain' && object.visible === NEVER) return undefined;
  if (object.is !== 'plain') by.conditions.push(object.visible);
  if (object.is !== 'entity' || !object.labelsKey) return { nodes, plan: { object, fields } };
  return { nodes: [...nodes, labelsNode(by.prefix, by.labels.get(object.family) ?? [])], plan: { object, fields } };
}

/** Of every hit it is asked in which fields the text stands, and for the labels of its record or case. */
function projectTextHit(
  nodes: readonly SelectionNode[],
  plan: TypePlan & { readonly object: { readonly is: 'text-hit' } & ObjectRole },
  by: Projecting,
): ProjectedType | undefined {
  const { rows, family } = plan.object;
  if (rows.size === 0) return undefined;
  by.conditions.push(...rows.values());
  const object = objectNode(by.prefix, TEXT_HITS[family].object, by.labels.get(family) ?? []);
  return { nodes: [...nodes, foundInNode(by.prefix), object], plan };
}

function objectRole(
  type: GraphQLObjectType,
  role: Role,
  fields: ReadonlyMap<string, FieldPlan>,
  { grant, originator, labels, prefix }: Projecting,
): ObjectRole {
  switch (role.is) {
    case 'other':
      return { is: 'plain' };
    case 'text-search':
      return { is: 'plain' };
    case 'text-hit': {
      const keys = { foundInKey: `${prefix}f`, objectKey: `${prefix}r`, labelsKey: `${prefix}l` };
      const { family, owner } = role;
      const rows = owner === originator ? rowsByText(grant, originator, family) : new Map();
      return { is: 'text-hit', family, rows, ...keys };
    }
    case 'container':
      return { is: 'container', visible: grant.visible(originator, type.name) };
    case 'entity': {
      const { family, owner } = role;
      if (owner !== originator) return { is: 'entity', family, visible: shown(fields), labelsKey: undefined };
      const labelsKey = labels.get(family) ? `${prefix}l` : undefined;
      return { is: 'entity', family, visible: grant.visible(originator, family), labelsKey };
    }
  }
}

/** Another agency's object, to which this one adds fields, appears here where one of those is shown. */
function shown(fields: ReadonlyMap<string, FieldPlan>): Condition {
  return anyOf([...fields.values()].map(({ cell }) => cell?.rows ?? NEVER));
}

function projectSelections(
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  carried: boolean,
  by: Projecting,
  fields: Map<string, FieldPlan>,
): readonly SelectionNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return projectField(type, selection, carried, by, fields);
    const { condition, inner } = by.fragments.open(selection);
    if (condition !== undefined && !isA(type, condition, by.graph)) return [];
    const nodes = projectSelections(type, inner, carried, by, fields);
    return nodes.length > 0 ? conditional(nodes, selection.directives ?? []) : [];
  });
}

/** `@include` and `@skip` on a fragment stay with what is left of it. */
function conditional(
  nodes: readonly SelectionNode[],
  directives: InlineFragmentNode['directives'],
): readonly SelectionNode[] {
  return directives?.length ? [inlineFragment(undefined, nodes, directives)] : nodes;
}

function projectField(
  type: GraphQLObjectType,
  node: FieldNode,
  carried: boolean,
  by: Projecting,
  fields: Map<string, FieldPlan>,
): readonly SelectionNode[] {
  const name = node.name.value;
  if (name === '__typename') {
    mergeFields(fields, leaf(node, 'String'));
    return [node];
  }
  const definition = type.getFields()[name];
  if (!definition) return [];
  const value = getNamedType(definition.type);
  const decided = decideField(type, node, carried, by);
  if (!decided) return [];
  const { cell, part } = decided;
  const ofTexts = by.graph.role(type.name).is === 'text-hit' ? OF_TEXTS.get(name) : undefined;
  const plan = { ...leaf(node, value.name), cell, part, ...ofTexts } as const;
  if (!isCompositeType(value)) {
    mergeFields(fields, plan);
    return [node];
  }
  const inner = { ...by, generalisedOnly: cell !== undefined && alwaysGeneralised(cell) };
  const child = projectComposite(value, node.selectionSet?.selections ?? [], carried || cell !== undefined, inner);
  if (!child) return [];
  mergeFields(fields, { ...plan, child: child.plan });
  return [fieldNode(node, child.selections)];
}

/** What a hit by text tells of where the text stands. */
const OF_TEXTS: ReadonlyMap<string, Pick<FieldPlan, 'isFoundIn' | 'isRank'>> = new Map([
  ['foundIn', { isFoundIn: true }],
  ['rank', { isRank: true }],
]);

/** What rules say of a field; undefined: it is not asked for. */
function decideField(
  type: GraphQLObjectType,
  node: FieldNode,
  carried: boolean,
  by: Projecting,
): Pick<FieldPlan, 'cell' | 'part'> | undefined {
  const name = node.name.value;
  const coordinate = governedBy(type, name, { graph: by.graph, originator: by.originator, carried });
  const own = coordinate === undefined ? undefined : by.grant.cell(by.originator, coordinate);
  const argued = rowsByArguments(type, node, { ...by, isGoverned: own !== undefined });
  const cell = own && argued !== ALWAYS ? { ...own, rows: allOf([own.rows, argued]) } : own;
  if (argued === NEVER || cell?.rows === NEVER) return undefined;
  if (cell) by.conditions.push(cell.rows, ...cell.treatments.map(({ rows }) => rows));
  const part = partOf(type.name, name, carried, by.graph);
  return part && by.generalisedOnly && !part.generalised ? undefined : { cell, part };
}

function alwaysGeneralised({ treatments }: Cell): boolean {
  return treatments.every(({ treatment }) => treatment === 'generalised');
}

function leaf(node: FieldNode, valueType: string): FieldPlan {
  return { key: responseKey(node), cell: undefined, valueType, part: undefined, child: undefined };
}

function partOf(type: string, field: string, carried: boolean, { contract }: Graph): FieldPlan['part'] {
  if (!carried) return undefined;
  const known = contract.types.get(type)?.fields.get(field);
  if (!known) return { generalised: false, masked: false, unknown: true };
  return { generalised: known.generalised, masked: known.masked };
}
