import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { STRUCTURAL_FIELDS, type Coordinate } from '../../schema/contract.ts';
import type { Graph } from './graph.ts';

/** Where a field stands. */
export interface Standing {
  readonly graph: Graph;
  /** The agency whose subgraph answers. */
  readonly originator: string;
  /** Its object is (part of) the value of a governed field. */
  readonly carried: boolean;
}

/** What `originator` leads to: what the contract says of it comes with the object. */
const ORIGINATOR = 'Agency';

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
  if (!definition || (carried && role.is === 'other')) return undefined;
  const value = getNamedType(definition.type);
  const own = `${type.name}.${field}`;
  if (type.name === ORIGINATOR && graph.contract.types.get(ORIGINATOR)?.fields.has(field)) return undefined;
  if (role.is !== 'entity') return own;
  if (STRUCTURAL_FIELDS.has(field)) return undefined;
  const known = role.owner === originator ? graph.contract.types.get(role.family)?.fields.get(field) : undefined;
  if (!known) return own;
  const container = isObjectType(value) && graph.role(value.name).is === 'container';
  return container && !known.category ? undefined : known.coordinate;
}
