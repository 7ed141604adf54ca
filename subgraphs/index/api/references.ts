import { Directive, Field, ID, InterfaceType, ObjectType, type ClassType } from 'type-graphql';
import { ENTITY_TYPES, type EntityType } from '../../../schema/contract.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { descriptionOf, idDescriptionOf } from '../../kit/described.ts';

/** A pointer as the federation refers to it: the agency's own type, and the id. */
export interface Reference {
  readonly __typename: string;
  readonly id: string;
}

type Interface = abstract new () => object;

const Subject = referenceInterface('Subject');

/** The contract's interfaces as the hub declares them: entities, of which it knows the id and whose they are. */
export const REFERENCES: Readonly<Record<EntityType, Interface>> = {
  Record: referenceInterface('Record'),
  Case: referenceInterface('Case'),
  LiaisonContact: referenceInterface('LiaisonContact'),
  Person: referenceInterface('Person', Subject),
  Group: referenceInterface('Group', Subject),
  Organization: referenceInterface('Organization', Subject),
};

/** An agency's own types, of which the hub knows no more than the id: `IceRecord`, `IceCase`, … */
export function stubsOf(agency: AgencyEntry): readonly ClassType[] {
  return ENTITY_TYPES.map((entity) => {
    const name = agency.prefix + entity;
    const known = stubs.get(name) ?? stub(name, entity);
    stubs.set(name, known);
    return known;
  });
}

/** type-graphql keeps every class that it is told of: each is made once. */
const stubs = new Map<string, ClassType>();

function stub(name: string, entity: EntityType): ClassType {
  class Stub {}
  const isSubject = entity === 'Person' || entity === 'Group' || entity === 'Organization';
  identified(Stub, entity);
  ObjectType(name, {
    implements: isSubject ? [REFERENCES[entity], Subject] : REFERENCES[entity],
    description: descriptionOf(entity),
  })(Stub);
  return Stub;
}

function referenceInterface(name: string, parent?: Interface): Interface {
  abstract class Entity {}
  identified(Entity, name);
  InterfaceType(name, {
    description: descriptionOf(name),
    autoRegisterImplementations: false,
    resolveType: ({ __typename }: Reference) => __typename,
    ...(parent && { implements: parent }),
  })(Entity);
  return Entity;
}

function identified(target: Interface, name: string): void {
  Field(() => ID, { description: idDescriptionOf(name) })(target.prototype as object, 'id');
  Directive('@key(fields: "id")')(target);
}
