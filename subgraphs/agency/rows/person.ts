import type { AgencyEntry } from '../../../policy/parties.ts';
import type { PersonEntity } from '../data/entities.ts';
import type { Person as PersonRow, Prisma } from '../prisma/generated/client.ts';
import { fromJson, toJson, toNullableJson } from './json.ts';
import { structure, type Source } from './source.ts';
import type { StoredOf } from './stored.ts';

/** A person as resolvers get it. */
export type PersonSource = Source & Omit<PersonEntity, 'type' | 'originator'>;

/** The row of a person. */
export function personRow(person: StoredOf<'Person'>): Prisma.PersonCreateManyInput {
  const { type: _type, originator: _originator, ...columns } = person;
  return {
    ...columns,
    surname: toNullableJson(person.surname),
    firstNames: toNullableJson(person.firstNames),
    formerNames: toJson(person.formerNames),
    otherNames: toJson(person.otherNames),
    aliases: toJson(person.aliases),
    alternativeSpellings: [...person.alternativeSpellings],
    placeOfBirth: toNullableJson(person.placeOfBirth),
    currentNationalities: [...person.currentNationalities],
    formerNationalities: [...person.formerNationalities],
    passports: toJson(person.passports),
    otherIdentityDocuments: toJson(person.otherIdentityDocuments),
    addresses: toJson(person.addresses),
    phones: [...person.phones],
    emails: [...person.emails],
    physicalDescription: toNullableJson(person.physicalDescription),
    own: toJson(person.own ?? {}),
  };
}

/** The values of a row, as the contract has them. */
export function personValues(row: PersonRow): Omit<PersonSource, keyof Source> & { readonly id: string } {
  return {
    ...row,
    surname: fromJson(row.surname),
    firstNames: fromJson(row.firstNames),
    formerNames: fromJson(row.formerNames),
    otherNames: fromJson(row.otherNames),
    aliases: fromJson(row.aliases),
    placeOfBirth: fromJson(row.placeOfBirth),
    passports: fromJson(row.passports),
    otherIdentityDocuments: fromJson(row.otherIdentityDocuments),
    addresses: fromJson(row.addresses),
    physicalDescription: fromJson(row.physicalDescription),
  };
}

/** The person of a row. */
export function personSource(row: PersonRow, agency: AgencyEntry): PersonSource {
  return { ...personValues(row), ...structure(agency, 'Person', row) };
}
