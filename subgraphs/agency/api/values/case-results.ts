import { Directive, Float, Int, ObjectType } from 'type-graphql';
import type { CustodyValue, ItemValue, OutcomeValue, SeizureValue } from '../../data/entities.ts';
import { ItemStatus } from '../enums.ts';
import { Nullable } from '../nullable.ts';
import { LocalDate } from '../scalars.ts';
import { Money } from './money.ts';

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class Seizure implements SeizureValue {
  @Nullable(() => String)
  asset!: string;

  @Nullable(() => String)
  kind!: string;

  @Nullable(() => Money)
  value!: Money | null;

  @Nullable(() => Float)
  massGrams!: number | null;

  @Nullable(() => LocalDate)
  seizedOn!: string;
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class Custody implements CustodyValue {
  @Nullable(() => String)
  custodian!: string;

  @Nullable(() => LocalDate)
  from!: string;

  @Nullable(() => LocalDate)
  until!: string | null;
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class Item implements ItemValue {
  @Nullable(() => String)
  description!: string;

  @Nullable(() => String)
  provenance!: string;

  @Nullable(() => ItemStatus)
  status!: ItemValue['status'];

  @Nullable(() => String)
  originCountry!: string;

  @Nullable(() => [Custody])
  custody!: Custody[];
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class Outcome implements OutcomeValue {
  @Nullable(() => String)
  court!: string;

  @Nullable(() => String)
  disposition!: string;

  @Nullable(() => Int)
  sentenceMonths!: number | null;

  @Nullable(() => Money)
  restitution!: Money | null;

  @Nullable(() => LocalDate)
  decidedOn!: string;
}
