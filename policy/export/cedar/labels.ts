import { isObjectType } from 'graphql';
import { ENTITY_TYPES, type Contract, type EntityType } from '../../../schema/contract.ts';

/** How a label is written in Cedar: a set of texts, a set of booleans, or a day that may be known not to be. */
export type Written = 'texts' | 'flags' | 'day';

/**
 * What a cell calls the object of a type that it belongs to or lies within, from the innermost outward: what stands
 * further left is nearer.
 */
export const OBJECTS: Readonly<Record<EntityType, string>> = {
  LiaisonContact: 'contact',
  Person: 'person',
  Group: 'group',
  Organization: 'organization',
  Record: 'record',
  Case: 'case',
};

/** Objects that one of a type can lie within. A record and a case stand for themselves. */
const WITHIN: Readonly<Record<EntityType, readonly EntityType[]>> = {
  Record: [],
  Case: [],
  LiaisonContact: ['Record', 'Case'],
  Person: ['Group', 'Organization', 'Record', 'Case'],
  Group: ['Record', 'Case'],
  Organization: ['Record', 'Case'],
};

/** Labels by name, for each type of object. */
export type LabelTypes = ReadonlyMap<EntityType, ReadonlyMap<string, Written>>;

/** A label that a condition names, and the types of objects that carry it, from the innermost outward. */
export interface Label {
  readonly name: string;
  readonly owners: readonly EntityType[];
  readonly written: Written;
}

/** The labels of the contract. */
export function labelTypes(contract: Contract): LabelTypes {
  return new Map(ENTITY_TYPES.map((type) => [type, new Map(labelsOf(type, contract))]));
}

/** The label that a name in `where` stands for: plain, or with its owner (`record.kind`). Undefined: there is none. */
export function labelNamed(key: string, types: LabelTypes): Label | undefined {
  const [owner, name] = key.includes('.') ? (key.split('.') as [string, string]) : [undefined, key];
  const owners = (Object.keys(OBJECTS) as EntityType[]).filter(
    (type) => (!owner || OBJECTS[type] === owner) && types.get(type)?.has(name),
  );
  const written = owners[0] && types.get(owners[0])?.get(name);
  return written && { name, owners, written };
}

/** Families of cells of which the object, or something around it, can carry the label. */
export function familiesWith({ owners }: Label): readonly EntityType[] {
  return ENTITY_TYPES.filter((family) => [family, ...WITHIN[family]].some((type) => owners.includes(type)));
}

function labelsOf(type: string, contract: Contract): readonly (readonly [string, Written])[] {
  return [...(contract.types.get(type)?.fields.values() ?? [])].flatMap((field) => {
    if (field.label) return [[field.label, writtenAs(field.valueType)] as const];
    return isObjectType(contract.schema.getType(field.valueType)) ? labelsOf(field.valueType, contract) : [];
  });
}

function writtenAs(type: string): Written {
  if (type === 'LocalDate') return 'day';
  return type === 'Boolean' ? 'flags' : 'texts';
}
