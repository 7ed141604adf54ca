import type { AgencyEntry } from '../../policy/parties.ts';
import { ENTITY_TYPES, type EntityType } from '../../schema/contract.ts';

/** The contract type that an agency's own type implements: `Record` for `DeaRecord`. Undefined: it implements none. */
export function entityTypeOf(typename: string, { prefix }: AgencyEntry): EntityType | undefined {
  return ENTITY_TYPES.find((type) => `${prefix}${type}` === typename);
}
