import type { Coordinate, EntityType } from '../../schema/contract.ts';
import type { AgencyEntry } from '../../policy/parties.ts';

/** A field that one agency adds to the contract. It is nullable, and agreements can name it. */
export interface OwnField {
  /** Code of the agency. */
  readonly agency: string;
  readonly entity: EntityType;
  readonly name: string;
  readonly type: 'String' | 'Int' | 'Float' | 'Boolean' | 'LocalDate';
  readonly description: string;
}

/** Every field that agencies add. Their values are in the column `own` of the entity's table, under the field's name. */
export const OWN_FIELDS: readonly OwnField[] = [
  {
    agency: 'ATF',
    entity: 'Record',
    name: 'traceNumber',
    type: 'String',
    description: 'Number of the firearm trace request: `T20100326001`.',
  },
  {
    agency: 'DEA',
    entity: 'Record',
    name: 'substance',
    type: 'String',
    description: 'The controlled substance in question: `fentanyl`.',
  },
  {
    agency: 'ICE',
    entity: 'Record',
    name: 'seizureNumber',
    type: 'String',
    description: 'Number of the seizure incident at the border: `2010-SZ-004711`.',
  },
];

/** What an agency adds to one of its entities. */
export function ownFieldsOf(agency: string, entity: EntityType): readonly OwnField[] {
  return OWN_FIELDS.filter((field) => field.agency === agency && field.entity === entity);
}

/** The coordinates of all that the given agencies add: `IceRecord.seizureNumber`. */
export function ownCoordinates(agencies: readonly AgencyEntry[]): readonly Coordinate[] {
  return agencies.flatMap(({ code, prefix }) =>
    OWN_FIELDS.filter((field) => field.agency === code).map((field) => `${prefix}${field.entity}.${field.name}`),
  );
}
