import type { AgencyEntry } from '../../../policy/parties.ts';
import type { EntityType } from '../../../schema/contract.ts';
import { ownFieldsOf } from '../own-fields.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import { fromJson } from './json.ts';
import type { OwnValues } from './stored.ts';

/** What resolvers get of an entity: the fields of the contract under their own names, and what tells its type. */
export interface Source {
  /** `DeaRecord`. */
  readonly __typename: string;
  readonly id: string;
  readonly originator: { readonly __typename: 'Agency'; readonly code: string };
}

/** The part of a source that every entity has, with the values of the agency's own fields. */
export function structure(agency: AgencyEntry, type: EntityType, row: { id: string; own: Prisma.JsonValue }): Source {
  return {
    ...ownValues(agency, type, row.own),
    __typename: `${agency.prefix}${type}`,
    id: row.id,
    originator: { __typename: 'Agency', code: agency.code },
  };
}

function ownValues(agency: AgencyEntry, type: EntityType, column: Prisma.JsonValue): OwnValues {
  const values = fromJson<OwnValues>(column);
  return Object.fromEntries(ownFieldsOf(agency.code, type).map(({ name }) => [name, values[name] ?? null]));
}
