import { getNamedType, isObjectType, type FieldNode, type GraphQLObjectType } from 'graphql';
import { leadsToRows, rowsOfArguments, type ArguedField, type Opening } from '../arguments.ts';
import { ALWAYS, type Condition } from '../condition/condition.ts';
import { familyOfHits } from '../text-search.ts';
import { argumentValues } from './argument-values.ts';
import type { Graph } from './graph.ts';
import { isRoot } from './is-root.ts';

/** A field of an agency's fetch, where it stands. */
export interface FetchedField extends Opening {
  readonly graph: Graph;
  /** Those of the fetch, with defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** It has a rule of its own: it is not (part of) the value of another field. */
  readonly isGoverned: boolean;
}

/** The rows on which a field may be asked for with its arguments. Those of the contract's own fields read nothing. */
export function rowsByArguments(type: GraphQLObjectType, node: FieldNode, at: FetchedField): Condition {
  const field = arguedField(type, node.name.value, at.graph, at.isGoverned);
  return field ? rowsOfArguments(field, argumentValues(node, at.variables), at) : ALWAYS;
}

/** A field that takes arguments beyond the contract. What a search by text reads is looked at hit by hit. */
export function arguedField(
  type: GraphQLObjectType,
  name: string,
  graph: Graph,
  isGoverned = true,
): ArguedField | undefined {
  const { schema, contract, role } = graph;
  const definition = type.getFields()[name];
  if (!definition || definition.args.length === 0) return undefined;
  const known = role(type.name);
  if (familyOfHits(known, name)) return undefined;
  if (contract.types.get(known.is === 'entity' ? known.family : type.name)?.fields.has(name)) return undefined;
  const isRow = ({ name: typename }: GraphQLObjectType) => role(typename).is === 'entity';
  const onRow = isGoverned && !isRoot(type, schema);
  return {
    coordinate: `${type.name}.${name}`,
    args: definition.args,
    reachesOthers: !onRow || leadsToRows(getNamedType(definition.type), schema, isRow),
  };
}

const argued = new WeakMap<Graph, Map<string, boolean>>();

/** Whether a subgraph answers any field that takes arguments beyond the contract: what it may be asked depends on them. */
export function takesArguments(graph: Graph, subgraph: string): boolean {
  const memo = argued.get(graph) ?? new Map<string, boolean>();
  argued.set(graph, memo);
  const known = memo.get(subgraph) ?? hasArguedField(graph, subgraph);
  memo.set(subgraph, known);
  return known;
}

function hasArguedField(graph: Graph, subgraph: string): boolean {
  const types = Object.values(graph.schema.getTypeMap()).filter(isObjectType);
  return types.some((type) =>
    Object.keys(type.getFields()).some((name) => graph.answers(subgraph, type, name) && arguedField(type, name, graph)),
  );
}
