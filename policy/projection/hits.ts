import {
  Kind,
  getNamedType,
  isObjectType,
  parse,
  print,
  type FieldNode,
  type GraphQLObjectType,
  type SelectionNode,
} from 'graphql';
import type { EntityType } from '../../schema/contract.ts';
import { labelsRead } from '../condition/condition.ts';
import { evaluate, type Row } from '../condition/evaluate.ts';
import type { Grant } from '../grant.ts';
import type { Disclosure } from '../rule.ts';
import { disclosureNode, fieldNode, inlineFragment, labelsNode, originatorNode, responseKey } from './ast.ts';
import { fragmentsOf, freshPrefix, operationOf, type Fragments } from './document.ts';
import type { Graph } from './graph.ts';

/** The hub's hit types, by what they point to. */
export const HIT_TYPES: Readonly<Record<string, EntityType>> = {
  RecordHit: 'Record',
  CaseHit: 'Case',
  LiaisonContactHit: 'LiaisonContact',
};

/** Where hits stand in a hub's answer, and under which keys. */
export interface HitPlan {
  readonly children: ReadonlyMap<string, HitPlan>;
  readonly hit: HitKeys | undefined;
}

interface HitKeys {
  readonly family: EntityType;
  readonly prefix: string;
  /** Response keys of the disclosure, of the pointer to the object, and of the contact. */
  readonly disclosure: readonly string[];
  readonly object: readonly string[];
  readonly contact: readonly string[];
}

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
  const body = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  return {
    query: print({ ...document, definitions: document.definitions.map((d) => (d === operation ? body : d)) }),
    plan,
  };
}

/** Takes out of a hub's answer what the grant does not disclose of each hit, and what was added to check it. */
export function revealHits(plan: HitPlan, value: unknown, grant: Grant): unknown {
  if (Array.isArray(value)) return value.map((item) => revealHits(plan, item, grant));
  if (typeof value !== 'object' || value === null || (plan.children.size === 0 && !plan.hit)) return value;
  const shown: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  for (const [key, child] of plan.children) if (key in shown) shown[key] = revealHits(child, shown[key], grant);
  return plan.hit ? revealHit(plan.hit, shown, grant) : shown;
}

interface Projecting {
  readonly graph: Graph;
  readonly grant: Grant;
  readonly fragments: Fragments;
  readonly prefix: string;
}

const NO_HITS: HitPlan = { children: new Map(), hit: undefined };

function project(
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  by: Projecting,
): { readonly selections: readonly SelectionNode[]; readonly plan: HitPlan } {
  const children = new Map<string, HitPlan>();
  const family = HIT_TYPES[type.name];
  const nodes = selections.map((node) => projectNode(type, node, by, children));
  if (!family) return { selections: nodes, plan: { children, hit: undefined } };
  const hit = hitKeys(family, fieldsOf(nodes), by.prefix);
  const added = [disclosureNode(by.prefix), originatorNode(by.prefix), labelsNode(by.prefix, labelNames(family, by))];
  return { selections: [...nodes, ...added], plan: { children, hit } };
}

function projectNode(
  type: GraphQLObjectType,
  node: SelectionNode,
  by: Projecting,
  children: Map<string, HitPlan>,
): SelectionNode {
  if (node.kind !== Kind.FIELD) {
    const { condition, inner } = by.fragments.open(node);
    const nodes = inner.map((selection) => projectNode(type, selection, by, children));
    return inlineFragment(condition, nodes, node.directives);
  }
  const definition = type.getFields()[node.name.value];
  const value = definition && getNamedType(definition.type);
  if (!isObjectType(value) || !node.selectionSet) return node;
  const { selections, plan } = project(value, node.selectionSet.selections, by);
  if (plan.hit || plan.children.size > 0) children.set(responseKey(node), merge(children.get(responseKey(node)), plan));
  return fieldNode(node, selections);
}

function merge(a: HitPlan | undefined, b: HitPlan): HitPlan {
  if (!a) return b;
  const children = new Map(a.children);
  for (const [key, child] of b.children) children.set(key, merge(children.get(key), child));
  if (!a.hit || !b.hit) return { children, hit: a.hit ?? b.hit };
  const both = (key: 'disclosure' | 'object' | 'contact') => [...(a.hit?.[key] ?? []), ...(b.hit?.[key] ?? [])];
  return {
    children,
    hit: { ...a.hit, disclosure: both('disclosure'), object: both('object'), contact: both('contact') },
  };
}

function fieldsOf(nodes: readonly SelectionNode[]): readonly FieldNode[] {
  return nodes.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    return node.kind === Kind.INLINE_FRAGMENT ? fieldsOf(node.selectionSet.selections) : [];
  });
}

function hitKeys(family: EntityType, fields: readonly FieldNode[], prefix: string): HitKeys {
  const keys = (name: string) => fields.filter((node) => node.name.value === name).map(responseKey);
  const object = family.charAt(0).toLowerCase() + family.slice(1);
  return { family, prefix, disclosure: keys('disclosure'), object: keys(object), contact: keys('contact') };
}

function labelNames(family: EntityType, { graph, grant }: Projecting): readonly string[] {
  const conditions = graph.agencies.flatMap(({ code }) => Object.values(grant.levels(code, family)));
  const names = conditions.flatMap(labelsRead).filter(({ owners }) => owners.includes(family));
  return [...new Set(names.map(({ name }) => name))].sort();
}

const RANK: readonly Disclosure[] = ['EXISTS', 'CONTACT', 'FULL'];

function revealHit(keys: HitKeys, hit: Record<string, unknown>, grant: Grant): Record<string, unknown> | null {
  const { family, prefix } = keys;
  const claimed = RANK.indexOf(hit[`${prefix}d`] as Disclosure);
  const originator = (hit[`${prefix}o`] as { code?: unknown } | null)?.code;
  const labels = (hit[`${prefix}l`] ?? {}) as Record<string, unknown>;
  for (const added of ['d', 'o', 'l']) delete hit[prefix + added];
  if (typeof originator !== 'string') return null;
  const level = Math.min(claimed, allowed(grant, originator, { type: family, labels }));
  if (level < 0) return null;
  for (const key of keys.disclosure) hit[key] = RANK[level];
  if (level < RANK.indexOf('FULL')) for (const key of keys.object) hit[key] = null;
  if (level < RANK.indexOf('CONTACT')) for (const key of keys.contact) hit[key] = null;
  return hit;
}

function allowed(grant: Grant, originator: string, row: Row): number {
  const levels = grant.levels(originator, row.type as EntityType);
  return RANK.findLastIndex((level) => evaluate(levels[level], row) === true);
}
