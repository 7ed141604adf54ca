import {
  Kind,
  getNamedType,
  isInputObjectType,
  visit,
  type ConstValueNode,
  type GraphQLInputType,
  type ValueNode,
} from 'graphql';
import { blindedKindOf } from '../../policy/projection/blinded.ts';

/** A value of the same form that says nothing: every text in it is empty. */
export function blank(value: unknown): unknown {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return value.map(blank);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, blank(inner)]));
}

/** A literal whose selectors say nothing. */
export function blankIn(node: ConstValueNode, type: GraphQLInputType): ConstValueNode {
  const selectors = new Set<ValueNode>(selectorsIn(node, type));
  return visit<ConstValueNode>(node, {
    enter: (inner) => (selectors.has(inner as ValueNode) ? visit(inner, { StringValue: () => EMPTY }) : undefined),
  });
}

const EMPTY = { kind: Kind.STRING, value: '' } as const;

/** The selectors in a literal of a type that is none itself. */
export function selectorsIn(node: ValueNode, type: GraphQLInputType): readonly ValueNode[] {
  if (node.kind === Kind.LIST) return node.values.flatMap((item) => selectorsIn(item, type));
  const named = getNamedType(type);
  if (node.kind !== Kind.OBJECT || !isInputObjectType(named)) return [];
  return node.fields.flatMap(({ name, value }) => {
    const field = named.getFields()[name.value];
    if (!field) return [];
    return blindedKindOf(field) === undefined ? selectorsIn(value, field.type) : [value];
  });
}
