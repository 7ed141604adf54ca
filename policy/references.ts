import type { EntityType } from '../schema/contract.ts';
import { NEVER, allOf, anyOf, test, within, type Condition } from './condition/condition.ts';

/** The label by which a condition names single objects: an object's own id. */
const REFERENCE = 'reference';

/** What else than the object itself a reference can stand for: the record or the case that it is in. */
const AROUND: Readonly<Record<EntityType, readonly string[]>> = {
  Record: ['Record'],
  Case: ['Case'],
  Person: ['Person', 'Record', 'Case'],
  Group: ['Group', 'Record', 'Case'],
  Organization: ['Organization', 'Record', 'Case'],
  LiaisonContact: [],
};

/** The objects of these ids, and what is in them. */
export function referredTo(references: readonly string[], family: EntityType): Condition {
  if (references.length === 0) return NEVER;
  return anyOf(
    AROUND[family].map((owner) => {
      const label = { name: REFERENCE, owners: [owner] };
      return allOf([within(owner), test(label, { op: 'anyOf', values: references })]);
    }),
  );
}
