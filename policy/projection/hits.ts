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
import type { Grant } from '../grant.ts';
import { fieldNode, inlineFragment, responseKey } from './ast.ts';
import { addedTo, checkedAs, isConflict, keysOf, type Checking } from './checked.ts';
import { fragmentDefinitionsIn, fragmentsOf, freshPrefix, operationOf, rewrite, type Fragments } from './document.ts';
import { isA, type Graph } from './graph.ts';
import { NO_HITS, mergePlans, type HitPlan } from './hit-plan.ts';

/** A hub fetch with what is needed to check its hits. */
export interface HubProjection {
  readonly query: string;
  readonly plan: HitPlan;
}

/**
 * Adds to every hit that a hub is asked for its originator, its disclosure and the labels that conditions read; and to
 * every conflict by what the two met, with the agencies that it leads to.
 */
export function projectHub(query: string, graph: Graph, grant: Grant): HubProjection {
  const document = parse(query, { noLocation: true });
  const operation = operationOf(document);
  const by = { graph, grant, fragments: fragmentsOf(document), prefix: freshPrefix(query), inConflict: false };
  const root = operation.operation === 'mutation' ? graph.schema.getMutationType() : graph.schema.getQueryType();
  if (!root) return { query, plan: NO_HITS };
  const { selections, plan } = project(root, operation.selectionSet.selections, by);
  if (plan.children.size === 0) return { query, plan: NO_HITS };
  return { query: print(rewrite(operation, selections, fragmentDefinitionsIn(document)).document), plan };
}

interface Projecting extends Checking {
  readonly fragments: Fragments;
}

/** Where what is checked may stand among objects of other types, it is asked for that by a fragment of its own. */
function project(
  type: GraphQLCompositeType,
  selections: readonly SelectionNode[],
  by: Projecting,
): { readonly selections: readonly SelectionNode[]; readonly plan: HitPlan } {
  const children = new Map<string, HitPlan>();
  const nodes = selections.map((node) => projectNode(type, node, by, children));
  const types = checkedTypesOf(type, by);
  const hits = new Map(types.map((hit) => [hit.name, keysOf(hit, fieldsOf(hit, nodes, by.graph), by)]));
  const added = types.flatMap((hit) => {
    const asked = addedTo(hit, by);
    return hit === type || asked.length === 0 ? asked : [inlineFragment(hit.name, asked)];
  });
  return { selections: [...nodes, ...added], plan: { children, hits, abstract: !isObjectType(type) } };
}

function checkedTypesOf(type: GraphQLCompositeType, by: Projecting): readonly GraphQLObjectType[] {
  const types = isObjectType(type) ? [type] : by.graph.schema.getPossibleTypes(type);
  return types.filter((possible) => checkedAs(possible, by) !== undefined);
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
  const inConflict = by.inConflict || isConflict(type.name, by.graph);
  const { selections, plan } = project(value, node.selectionSet.selections, { ...by, inConflict });
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
