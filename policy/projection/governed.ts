import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { STRUCTURAL_FIELDS, type Coordinate } from '../../schema/contract.ts';
import { isOfTexts } from '../text-search.ts';
import type { Graph, Role } from './graph.ts';

/** Where a field stands. */
export interface Standing {
  readonly graph: Graph;
  /** The agency whose subgraph answers. */
  readonly originator: string;
  /** Its object is (part of) the value of a governed field. */
  readonly carried: boolean;
}

/**
 * The coordinate whose rule decides about a field; undefined: it shares the fate of its object.
 * INVARIANT: a field that the contract does not know is governed, under its own type's name.
 */
export function governedBy(
  type: GraphQLObjectType,
  field: string,
  { graph, originator, carried }: Standing,
): Coordinate | undefined {
  const role = graph.role(type.name);
  const definition = type.getFields()[field];
  const goesAlong = carried || saysWhose(type, field, graph);
  if (!definition || (goesAlong && role.is === 'other')) return undefined;
  const value = getNamedType(definition.type);
  const own = `${type.name}.${field}`;
  if (role.is !== 'entity') return decidesForItself(role, field) ? undefined : own;
  if (STRUCTURAL_FIELDS.has(field)) return undefined;
  const known = role.owner === originator ? graph.contract.types.get(role.family)?.fields.get(field) : undefined;
  if (!known) return own;
  const container = isObjectType(value) && graph.role(value.name).is === 'container';
  return container && !known.category ? undefined : known.coordinate;
}

/** What a text leads to decides for itself. */
function decidesForItself(role: Role, field: string): boolean {
  return (role.is === 'text-search' || role.is === 'text-hit') && isOfTexts(role, field);
}

/** What the contract says of the agency that `originator` leads to comes with the object whose it is. */
function saysWhose({ name }: GraphQLObjectType, field: string, { contract }: Graph): boolean {
  return name === 'Agency' && (contract.types.get(name)?.fields.has(field) ?? false);
}
