import { GraphQLInt, Kind, valueFromAST, type FieldNode, type SelectionNode } from 'graphql';
import type { SurveyedOperation } from '../../../policy/projection/survey.ts';
import type { FieldWeight, Weights } from './weights.ts';

/** How long a list is taken to be of which the schema says nothing. */
const UNSAID_LIST = 5;
/** The whole schema, and one type of it. */
const INTROSPECTION: Readonly<Record<string, number>> = { __schema: 500, __type: 50 };
const LARGEST = Number.MAX_SAFE_INTEGER;

/** What selections cost: for whichever type, and more for some types. An object is of one type, the costliest at most. */
interface Cost {
  readonly common: number;
  readonly byType: ReadonlyMap<string, number>;
}

/** How long the lists are that the field around a selection says the length of. */
interface Sizing {
  readonly fields: readonly string[];
  readonly size: number;
}

/**
 * What an operation may cost at most: the weights of its fields, times the lengths of the lists that they are in. From
 * the operation and the schema alone, never from data.
 *
 * INVARIANT: a fragment is weighed once for each length that it is spread under, however often it is spread.
 */
export function costOf({ operation, fragments, variables }: SurveyedOperation, weights: Weights): number {
  const spread = new Map<string, Cost>();

  const selections = (nodes: readonly SelectionNode[], type: string, sizing?: Sizing): Cost =>
    nodes.map((node) => selection(node, type, sizing)).reduce(add, NOTHING);

  const selection = (node: SelectionNode, type: string, sizing?: Sizing): Cost => {
    if (node.kind === Kind.FIELD) return { common: field(node, type, sizing), byType: NOTHING.byType };
    const { condition = type, inner } = fragments.open(node);
    if (node.kind === Kind.INLINE_FRAGMENT) return under(condition, selections(inner, condition, sizing), weights);
    const key = JSON.stringify([node.name.value, sizing?.size, sizing?.fields]);
    const known = spread.get(key) ?? under(condition, selections(inner, condition, sizing), weights);
    spread.set(key, known);
    return known;
  };

  const field = (node: FieldNode, type: string, sizing?: Sizing): number => {
    const name = node.name.value;
    if (name.startsWith('__')) return INTROSPECTION[name] ?? 0;
    const known = weights.field(type, name) ?? UNKNOWN;
    const length = lengthSaid(node, known, variables);
    const sized = known.listSize?.sizedFields ?? [];
    const below = sized.length > 0 ? { fields: sized, size: length } : undefined;
    const inner = total(selections(node.selectionSet?.selections ?? [], known.type, below));
    const own = known.isList ? (sizing?.fields.includes(name) ? sizing.size : length) : 1;
    return Math.min(LARGEST, known.once + own * (known.weight + inner));
  };

  return total(selections(operation.selectionSet.selections, weights.roots[operation.operation]));
}

const NOTHING: Cost = { common: 0, byType: new Map() };
const UNKNOWN: FieldWeight = { weight: 1, once: 0, type: '', isList: false, listSize: undefined, defaults: new Map() };

/** What the arguments say of the length of a list, or else the schema. */
function lengthSaid(
  node: FieldNode,
  { listSize, defaults }: FieldWeight,
  variables: Readonly<Record<string, unknown>>,
): number {
  const said = (listSize?.slicingArguments ?? []).flatMap((name) => {
    const given = node.arguments?.find((argument) => argument.name.value === name);
    const value = (given && valueFromAST(given.value, GraphQLInt, variables)) ?? defaults.get(name);
    return typeof value === 'number' ? [Math.max(0, value)] : [];
  });
  return said.length > 0 ? Math.max(...said) : (listSize?.assumedSize ?? UNSAID_LIST);
}

/** Selections that only one type has; those of an interface may be any type's. */
function under(condition: string, cost: Cost, weights: Weights): Cost {
  if (weights.isAbstract(condition)) return cost;
  return { common: 0, byType: new Map([[condition, cost.common + (cost.byType.get(condition) ?? 0)]]) };
}

function add(one: Cost, other: Cost): Cost {
  const byType = new Map(one.byType);
  for (const [type, cost] of other.byType) byType.set(type, Math.min(LARGEST, (byType.get(type) ?? 0) + cost));
  return { common: Math.min(LARGEST, one.common + other.common), byType };
}

function total({ common, byType }: Cost): number {
  return Math.min(LARGEST, common + Math.max(0, ...byType.values()));
}
