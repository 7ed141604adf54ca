import { Directive, Int, ObjectType } from 'type-graphql';
import type {
  AddressValue,
  IdentityDocumentValue,
  NameValue,
  PhysicalDescriptionValue,
  PlaceValue,
  RegistrationValue,
} from '../../data/entities.ts';
import { Nullable } from '../nullable.ts';
import { LocalDate } from '../scalars.ts';

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class Name implements NameValue {
  @Nullable(() => String)
  original!: string;

  @Nullable(() => String)
  script!: string;

  @Nullable(() => String)
  romanized!: string;
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class Place implements PlaceValue {
  @Nullable(() => String)
  city!: string;

  @Nullable(() => String)
  region!: string | null;

  @Nullable(() => String)
  country!: string;
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class Address implements AddressValue {
  @Nullable(() => String)
  street!: string;

  @Nullable(() => String)
  city!: string;

  @Nullable(() => String)
  region!: string | null;

  @Nullable(() => String)
  postalCode!: string | null;

  @Nullable(() => String)
  country!: string;
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class IdentityDocument implements IdentityDocumentValue {
  @Nullable(() => String)
  type!: string;

  @Nullable(() => String)
  number!: string;

  @Nullable(() => String)
  country!: string;

  @Nullable(() => LocalDate)
  validUntil!: string | null;
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class PhysicalDescription implements PhysicalDescriptionValue {
  @Nullable(() => Int)
  heightCm!: number | null;

  @Nullable(() => Int)
  weightKg!: number | null;

  @Nullable(() => String)
  eyes!: string | null;

  @Nullable(() => String)
  hair!: string | null;

  @Nullable(() => [String])
  marks!: string[];
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class Registration implements RegistrationValue {
  @Nullable(() => String)
  register!: string;

  @Nullable(() => String)
  number!: string;

  @Nullable(() => String)
  country!: string;
}
