import { InterfaceType } from 'type-graphql';
import type { PersonEntity } from '../../data/entities.ts';
import { DataSubjectCategory, Sex } from '../enums.ts';
import { Nullable } from '../nullable.ts';
import { PartialDate } from '../scalars.ts';
import { Address, IdentityDocument, Name, PhysicalDescription, Place } from '../values/identity.ts';
import { SubjectInterface } from './subject.ts';

@InterfaceType('Person', { implements: SubjectInterface, autoRegisterImplementations: false })
export abstract class PersonInterface {
  @Nullable(() => Name)
  surname!: Name | null;

  @Nullable(() => Name)
  firstNames!: Name | null;

  @Nullable(() => [Name])
  formerNames!: Name[];

  @Nullable(() => [Name])
  otherNames!: Name[];

  @Nullable(() => [Name])
  aliases!: Name[];

  @Nullable(() => [String])
  alternativeSpellings!: string[];

  @Nullable(() => Sex)
  sex!: PersonEntity['sex'];

  @Nullable(() => PartialDate)
  dateOfBirth!: string | null;

  @Nullable(() => Place)
  placeOfBirth!: Place | null;

  @Nullable(() => [String])
  currentNationalities!: string[];

  @Nullable(() => [String])
  formerNationalities!: string[];

  @Nullable(() => [IdentityDocument])
  passports!: IdentityDocument[];

  @Nullable(() => [IdentityDocument])
  otherIdentityDocuments!: IdentityDocument[];

  @Nullable(() => String)
  fingerprintReference!: string | null;

  @Nullable(() => String)
  circumstances!: string | null;

  @Nullable(() => DataSubjectCategory)
  dataSubjectCategory!: PersonEntity['dataSubjectCategory'];

  @Nullable(() => Boolean)
  minor!: boolean | null;

  @Nullable(() => [Address])
  addresses!: Address[];

  @Nullable(() => [String])
  phones!: string[];

  @Nullable(() => [String])
  emails!: string[];

  @Nullable(() => String)
  occupation!: string | null;

  @Nullable(() => PhysicalDescription)
  physicalDescription!: PhysicalDescription | null;
}
