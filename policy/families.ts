import {
  ENTITY_TYPES,
  STRUCTURAL_FIELDS,
  type Contract,
  type Coordinate,
  type EntityType,
} from '../schema/contract.ts';
import type { AgencyEntry } from './parties.ts';

/**
 * The entity that an object of a contract type is part of: `WiretapIntercept` is part of a `Record`, and rules for it
 * read the record's labels. Entities are part of themselves; values (`Address`) belong to the field that carries them.
 */
export function familiesOf(contract: Contract): ReadonlyMap<string, EntityType> {
  const known = memo.get(contract);
  if (known) return known;
  const families = new Map<string, EntityType>();
  memo.set(contract, families);
  for (const entity of ENTITY_TYPES) {
    families.set(entity, entity);
    for (const container of containersOf(contract, entity)) families.set(container, entity);
  }
  return families;
}

const memo = new WeakMap<Contract, ReadonlyMap<string, EntityType>>();

/** The coordinates that rules for an object of this family decide about, own fields of agencies left aside. */
export function coordinatesOf(contract: Contract, family: EntityType): readonly Coordinate[] {
  const families = familiesOf(contract);
  return [...contract.governed.values()]
    .filter((field) => families.get(field.type) === family)
    .map((f) => f.coordinate);
}

/** The contract's name for an agency's own type: `Record` for `IceRecord`; undefined for any other type. */
export function entityOf(typename: string, agency: Pick<AgencyEntry, 'prefix'>): EntityType | undefined {
  if (!typename.startsWith(agency.prefix)) return undefined;
  return ENTITY_TYPES.find((entity) => typename === agency.prefix + entity);
}

function containersOf(contract: Contract, entity: string): readonly string[] {
  return [...(contract.types.get(entity)?.fields.values() ?? [])]
    .filter((field) => !field.category && !STRUCTURAL_FIELDS.has(field.field) && contract.types.has(field.valueType))
    .map((field) => field.valueType);
}
