import { getNamedType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { STRUCTURAL_FIELDS, type Contract, type Coordinate } from '../../../schema/contract.ts';
import { familyOfHits, isOfTexts, type TextRole } from '../../../policy/text-search.ts';
import { TEXT_HITS, type TextFamily } from '../../../schema/text-search.ts';
import type { Role } from './role.ts';

/** What decides whether a field of an object is answered. */
export type Rule =
  /** It comes with its object: `id`, `originator`. */
  | { readonly is: 'structural' }
  /** It is answered by the lock itself. */
  | { readonly is: 'labels' }
  /** The rule of the agreements for this coordinate, in the row of its object. */
  | { readonly is: 'governed'; readonly coordinate: Coordinate }
  /** It leads to a part of its object, whose fields are governed one by one. */
  | { readonly is: 'container'; readonly type: string }
  /** It is part of a value: of the governed field that carries the value, if one does, else governed by its own name. */
  | { readonly is: 'part'; readonly coordinate: Coordinate; readonly marks: Marks | undefined }
  /** The objects that it leads to decide for themselves: hits by text, where a text may lead to any. */
  | { readonly is: 'passage'; readonly texts?: TextFamily }
  /** Federation's entry to entities. */
  | { readonly is: 'entities' };

/** What the contract says of a part of a value; undefined: it does not know the part. */
export interface Marks {
  readonly generalised: boolean;
  readonly masked: boolean;
}

/** The rule for a field. INVARIANT: a field that the contract does not know is governed, under its own type's name. */
export function ruleOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  role: Role,
  contract: Contract,
  roleOfType: (type: GraphQLObjectType) => Role,
): Rule {
  const coordinate = `${type.name}.${field.name}`;
  switch (role.is) {
    case 'root':
      return ruleOfRoot(type, field, roleOfType);
    case 'value':
      return { is: 'part', coordinate, marks: contract.types.get(type.name)?.fields.get(field.name) };
    case 'container':
      return { is: 'governed', coordinate };
    case 'added':
      if (field.name === 'labels') return { is: 'labels' };
      return STRUCTURAL_FIELDS.has(field.name) ? { is: 'structural' } : { is: 'governed', coordinate };
    case 'text-search':
    case 'text-hit':
      return isOfTexts(role, field.name) ? ruleOfText(role, field.name) : { is: 'governed', coordinate };
    case 'entity':
      return ruleOfEntity(role.family, coordinate, field, contract, roleOfType);
  }
}

/** What a search by text finds is looked at hit by hit, and so is the record or case that a hit leads to. */
function ruleOfText(role: TextRole, field: string): Rule {
  if (role.is === 'text-hit') return { is: field === TEXT_HITS[role.family].object ? 'passage' : 'structural' };
  const family = familyOfHits(role, field);
  return family ? { is: 'passage', texts: family } : { is: 'structural' };
}

function ruleOfEntity(
  family: string,
  own: Coordinate,
  field: GraphQLField<unknown, unknown>,
  contract: Contract,
  roleOfType: (type: GraphQLObjectType) => Role,
): Rule {
  if (field.name === 'labels') return { is: 'labels' };
  if (STRUCTURAL_FIELDS.has(field.name)) return { is: 'structural' };
  const known = contract.types.get(family)?.fields.get(field.name);
  const value = getNamedType(field.type);
  const isContainer = isObjectType(value) && roleOfType(value).is === 'container';
  if (known && !known.category && isContainer) return { is: 'container', type: value.name };
  return { is: 'governed', coordinate: known?.category ? known.coordinate : own };
}

/** A root field that takes no argument and leads to entities tells nothing but them. Any other one must be named. */
function ruleOfRoot(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  roleOfType: (type: GraphQLObjectType) => Role,
): Rule {
  if (type.name === 'Query' && field.name === '_entities') return { is: 'entities' };
  if (type.name === 'Query' && field.name === '_service') return { is: 'structural' };
  const value = getNamedType(field.type);
  const isEntity = isObjectType(value) && roleOfType(value).is === 'entity';
  if (type.name === 'Query' && field.args.length === 0 && isEntity) return { is: 'passage' };
  return { is: 'governed', coordinate: `${type.name}.${field.name}` };
}
