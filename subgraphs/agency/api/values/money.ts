import { Directive, ObjectType } from 'type-graphql';
import type { AccountValue, MoneyValue, TransactionValue } from '../../data/entities.ts';
import { Nullable } from '../nullable.ts';
import { Decimal, LocalDate } from '../scalars.ts';

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class Money implements MoneyValue {
  @Nullable(() => Decimal)
  amount!: string;

  @Nullable(() => String)
  currency!: string;
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class Account implements AccountValue {
  @Nullable(() => String)
  institution!: string;

  @Nullable(() => String)
  number!: string;

  @Nullable(() => String)
  holder!: string;

  @Nullable(() => String)
  country!: string;
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class Transaction implements TransactionValue {
  @Nullable(() => LocalDate)
  executedOn!: string;

  @Nullable(() => Money)
  amount!: Money;

  @Nullable(() => String)
  fromAccount!: string;

  @Nullable(() => String)
  toAccount!: string;

  @Nullable(() => String)
  reference!: string;
}
