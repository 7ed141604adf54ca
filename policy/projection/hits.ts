import {
  Kind,
  getNamedType,
  isCompositeType,
  isObjectType,
  parse,
  print,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type SelectionNode,
} from 'graphql';
import type { EntityType } from '../../schema/contract.ts';
import { labelsRead } from '../condition/condition.ts';
import type { Grant } from '../grant.ts';
import { disclosureNode, fieldNode, inlineFragment, labelsNode, originatorNode, responseKey } from './ast.ts';
import { fragmentDefinitionsIn, fragmentsOf, freshPrefix, operationOf, rewrite, type Fragments } from './document.ts';
import { isA, type Graph } from './graph.ts';
import { NO_HITS, mergePlans, type HitKeys, type HitPlan } from './hit-plan.ts';

/** The hub's hit types, by what they point to. */
export const HIT_TYPES: Readonly<Record<string, EntityType>> = {
  RecordHit: 'Record',
  CaseHit: 'Case',
  LiaisonContactHit: 'LiaisonContact',
};

/** A hub fetch with what is needed to check its hits. */
export interface HubProjection {
  readonly query: string;
  readonly plan: HitPlan;
}

/** Adds to every hit that a hub is asked for its originator, its disclosure and the labels that conditions read. */
export function projectHub(query: string, graph: Graph, grant: Grant): HubProjection {
  const document = parse(query, { noLocation: true });
  const operation = operationOf(document);
  const by = { graph, grant, fragments: fragmentsOf(document), prefix: freshPrefix(query) };
  const root = operation.operation === 'mutation' ? graph.schema.getMutationType() : graph.schema.getQueryType();
  if (!root) return { query, plan: NO_HITS };
  const { selections, plan } = project(root, operation.selectionSet.selections, by);
  if (plan.children.size === 0) return { query, plan: NO_HITS };
  return { query: print(rewrite(operation, selections, fragmentDefinitionsIn(document)).document), plan };
}

interface Projecting {
  readonly graph: Graph;
  readonly grant: Grant;
  readonly fragments: Fragments;
  readonly prefix: string;
}

/** Where a hit may stand among objects of other types, it is asked for what a hit is asked for by a fragment of its own. */
function project(
  type: GraphQLCompositeType,
  selections: readonly SelectionNode[],
  by: Projecting,
): { readonly selections: readonly SelectionNode[]; readonly plan: HitPlan } {
  const children = new Map<string, HitPlan>();
  const nodes = selections.map((node) => projectNode(type, node, by, children));
  const types = hitTypesOf(type, by.graph);
  const hits = new Map(types.map((hit) => [hit.name, hitKeys(hit, fieldsOf(hit, nodes, by.graph), by)]));
  const added = types.flatMap((hit) =>
    hit === type ? addedTo(hit, by) : [inlineFragment(hit.name, addedTo(hit, by))],
  );
  return { selections: [...nodes, ...added], plan: { children, hits, abstract: !isObjectType(type) } };
}

function hitTypesOf(type: GraphQLCompositeType, { schema }: Graph): readonly GraphQLObjectType[] {
  const types = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
  return types.filter(({ name }) => Object.hasOwn(HIT_TYPES, name));
}

function addedTo({ name }: GraphQLObjectType, by: Projecting): readonly SelectionNode[] {
  const labels = labelsNode(by.prefix, labelNames(HIT_TYPES[name]!, by));
  return [disclosureNode(by.prefix), originatorNode(by.prefix), labels];
}

function projectNode(
  type: GraphQLCompositeType,
  node: SelectionNode,
  by: Projecting,
  children: Map<string, HitPlan>,
): SelectionNode {
  if (node.kind !== Kind.FIELD) {
    const { condition, inner } = by.fragments.open(node);
    const narrowed = narrow(type, condition, by.graph);
    const nodes = inner.map((selection) => projectNode(narrowed, selection, by, children));
    return inlineFragment(condition, nodes, node.directives);
  }
  const definition = 'getFields' in type ? type.getFields()[node.name.value] : undefined;
  const value = definition && getNamedType(definition.type);
  if (!isCompositeType(value) || !node.selectionSet) return node;
  const { selections, plan } = project(value, node.selectionSet.selections, by);
  if (plan.hits.size > 0 || plan.children.size > 0) {
    children.set(responseKey(node), mergePlans(children.get(responseKey(node)), plan));
  }
  return fieldNode(node, selections);
}

/** Of an abstract type, a fragment speaks of its own. */
function narrow(type: GraphQLCompositeType, condition: string | undefined, { schema }: Graph): GraphQLCompositeType {
  const named = condition === undefined || isObjectType(type) ? undefined : schema.getType(condition);
  return isCompositeType(named) ? named : type;
}

/** The fields that are selected of objects of a type. */
function fieldsOf(type: GraphQLObjectType, nodes: readonly SelectionNode[], graph: Graph): readonly FieldNode[] {
  return nodes.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    if (node.kind !== Kind.INLINE_FRAGMENT) return [];
    const condition = node.typeCondition?.name.value;
    return condition === undefined || isA(type, condition, graph)
      ? fieldsOf(type, node.selectionSet.selections, graph)
      : [];
  });
}

function hitKeys({ name }: GraphQLObjectType, fields: readonly FieldNode[], { graph, prefix }: Projecting): HitKeys {
  const family = HIT_TYPES[name]!;
  const keys = (field: string) => fields.filter((node) => node.name.value === field).map(responseKey);
  const ownerOf = (typename: string) => {
    const role = graph.role(typename);
    return role.is === 'entity' ? role.owner : undefined;
  };
  return {
    family,
    prefix,
    disclosure: keys('disclosure'),
    originator: keys('originator'),
    object: keys(family.charAt(0).toLowerCase() + family.slice(1)),
    contact: keys('contact'),
    ownerOf,
  };
}

function labelNames(family: EntityType, { graph, grant }: Projecting): readonly string[] {
  const conditions = graph.agencies.flatMap(({ code }) => Object.values(grant.levels(code, family)));
  const names = conditions.flatMap(labelsRead).filter(({ owners }) => owners.includes(family));
  return [...new Set(names.map(({ name }) => name))].sort();
}
