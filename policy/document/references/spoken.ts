import { ENTITY_TYPES, type Coordinate, type EntityType } from '../../../schema/contract.ts';
import type { Share, Withhold } from '../../agreement.ts';
import { entityOf, familiesOf } from '../../families.ts';
import type { Surroundings } from './rule.ts';

/**
 * The entities that hold the fields which a scope names; a scope that names none speaks of them all. So does, until its
 * mistake is mended, one that names what nobody knows.
 */
export function spokenOf(scope: Share | Withhold, around: Surroundings): readonly EntityType[] {
  const categories = (scope.categories ?? []).map((category) => familiesIn(category, around));
  const coordinates = (scope.coordinates ?? []).map((coordinate) => [familyOf(coordinate, around)]);
  const named = [...categories, ...coordinates];
  if (named.length === 0 || named.some(([first]) => first === undefined)) return ENTITY_TYPES;
  return ENTITY_TYPES.filter((entity) => named.some((families) => families.includes(entity)));
}

/** The entities that hold fields of a category. */
export function familiesIn(category: string, around: Surroundings): readonly EntityType[] {
  const families = (around.contract.categories.get(category) ?? []).map((coordinate) => familyOf(coordinate, around));
  return ENTITY_TYPES.filter((entity) => families.includes(entity));
}

/** The entity that holds a field, of the contract or an agency's own. Undefined: no entity does. */
export function familyOf(coordinate: Coordinate, { contract, parties }: Surroundings): EntityType | undefined {
  const type = coordinate.slice(0, coordinate.indexOf('.'));
  return familiesOf(contract).get(type) ?? parties.agencies.map((agency) => entityOf(type, agency)).find(Boolean);
}
