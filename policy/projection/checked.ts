import { getNamedType, isObjectType, type FieldNode, type GraphQLObjectType, type SelectionNode } from 'graphql';
import type { EntityType } from '../../schema/contract.ts';
import { labelsRead } from '../condition/condition.ts';
import type { Grant } from '../grant.ts';
import { codeNode, disclosureNode, labelsNode, meetingNode, originatorNode, responseKey } from './ast.ts';
import type { Graph } from './graph.ts';
import type { CheckedKeys } from './hit-plan.ts';

/** The hub's hit types, by what they point to. */
export const HIT_TYPES: Readonly<Record<string, EntityType>> = {
  RecordHit: 'Record',
  CaseHit: 'Case',
  LiaisonContactHit: 'LiaisonContact',
};

/** The hub's type of conflicts, where it says by what two met. */
export const CONFLICT_TYPE = 'Conflict';
const AGENCY_TYPE = 'Agency';

/** Where an object stands that is checked, and by what. */
export interface Checking {
  readonly graph: Graph;
  readonly grant: Grant;
  readonly prefix: string;
  /** It is, or is part of, what a conflict leads to. */
  readonly inConflict: boolean;
}

/** What an object of a type is checked as; undefined: it is not. */
export type CheckedAs = CheckedKeys['is'] | undefined;

/** A hit wherever it stands, a conflict; and in what a conflict leads to whatever tells of an agency. */
export function checkedAs({ name }: GraphQLObjectType, { graph, inConflict }: Checking): CheckedAs {
  if (Object.hasOwn(HIT_TYPES, name)) return 'hit';
  if (isConflict(name, graph)) return 'conflict';
  return inConflict && (name === AGENCY_TYPE || graph.role(name).is === 'entity') ? 'party' : undefined;
}

/** Whether a type is the hub's type of conflicts. */
export function isConflict(name: string, { schema }: Graph): boolean {
  const type = name === CONFLICT_TYPE ? schema.getType(name) : undefined;
  return isObjectType(type) && type.getFields()['meeting'] !== undefined;
}

/** Whether a field tells that there is a conflict, and leads to none: whether work has to wait for one. */
export function tellsOfConflict(type: GraphQLObjectType, field: string, graph: Graph): boolean {
  const leads = () => Object.values(type.getFields()).some((other) => isConflict(getNamedType(other.type).name, graph));
  return field === 'mayProceed' && leads();
}

/** What is asked besides of an object that is checked. */
export function addedTo(type: GraphQLObjectType, at: Checking): readonly SelectionNode[] {
  const { prefix } = at;
  switch (checkedAs(type, at)) {
    case 'hit':
      return [
        disclosureNode(prefix),
        originatorNode(prefix),
        labelsNode(prefix, labelNames(HIT_TYPES[type.name]!, at)),
      ];
    case 'conflict':
      return [meetingNode(prefix)];
    case 'party':
      return type.name === AGENCY_TYPE ? [codeNode(prefix)] : [];
    default:
      return [];
  }
}

/** How an object that is checked is read. */
export function keysOf(type: GraphQLObjectType, fields: readonly FieldNode[], at: Checking): CheckedKeys {
  const { prefix, graph } = at;
  const keys = (field: string) => fields.filter((node) => node.name.value === field).map(responseKey);
  const ownerOf = (typename: string) => {
    const role = graph.role(typename);
    return role.is === 'entity' ? role.owner : undefined;
  };
  const family = HIT_TYPES[type.name];
  if (!family) {
    return isConflict(type.name, graph)
      ? { is: 'conflict', prefix, disclosure: keys('disclosure') }
      : { is: 'party', prefix, owner: ownerOf(type.name) };
  }
  return {
    is: 'hit',
    family,
    prefix,
    disclosure: keys('disclosure'),
    originator: keys('originator'),
    object: keys(family.charAt(0).toLowerCase() + family.slice(1)),
    contact: keys('contact'),
    ownerOf,
  };
}

function labelNames(family: EntityType, { graph, grant }: Checking): readonly string[] {
  const conditions = graph.agencies.flatMap(({ code }) => Object.values(grant.levels(code, family)));
  const names = conditions.flatMap(labelsRead).filter(({ owners }) => owners.includes(family));
  return [...new Set(names.map(({ name }) => name))].sort();
}
