import { Directive, Field, Float, Int, ObjectType, type ClassType } from 'type-graphql';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { ENTITY_TYPES, type EntityType } from '../../../schema/contract.ts';
import { ownFieldsOf, type OwnField } from '../own-fields.ts';
import { CaseInterface } from './interfaces/case.ts';
import { GroupInterface } from './interfaces/group.ts';
import { LiaisonContactInterface } from './interfaces/liaison-contact.ts';
import { OrganizationInterface } from './interfaces/organization.ts';
import { PersonInterface } from './interfaces/person.ts';
import { RecordInterface } from './interfaces/record.ts';
import { SubjectInterface } from './interfaces/subject.ts';
import { LocalDate } from './scalars.ts';

const IMPLEMENTS: Readonly<Record<EntityType, (abstract new () => object)[]>> = {
  Record: [RecordInterface],
  Case: [CaseInterface],
  LiaisonContact: [LiaisonContactInterface],
  Person: [PersonInterface, SubjectInterface],
  Group: [GroupInterface, SubjectInterface],
  Organization: [OrganizationInterface, SubjectInterface],
};

const TYPES = { String, Int, Float, Boolean, LocalDate } satisfies Record<OwnField['type'], object>;

const declared = new Map<string, readonly ClassType[]>();

/** The classes of an agency's entity types. They are made once: type-graphql remembers every class for good. */
export function entityClasses(agency: AgencyEntry): readonly ClassType[] {
  const key = `${agency.code} ${agency.prefix}`;
  const classes = declared.get(key) ?? ENTITY_TYPES.map((type) => declare(agency, type));
  declared.set(key, classes);
  return classes;
}

function declare(agency: AgencyEntry, type: EntityType): ClassType {
  @Directive('@key(fields: "id")')
  @ObjectType(`${agency.prefix}${type}`, { implements: IMPLEMENTS[type], simpleResolvers: true })
  class Entity {}
  for (const { name, type: valueType, description } of ownFieldsOf(agency.code, type)) {
    Field(() => TYPES[valueType], { nullable: true, description })(Entity.prototype, name);
  }
  return Entity;
}
