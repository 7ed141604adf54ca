import { Directive, Int, ObjectType } from 'type-graphql';
import type {
  FinancialMaterialValue,
  InterceptSessionValue,
  InvestigationDetailValue,
  WiretapInterceptValue,
} from '../../data/entities.ts';
import { Nullable } from '../nullable.ts';
import { DateTime, LocalDate } from '../scalars.ts';
import { Account, Money, Transaction } from './money.ts';

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class InvestigationDetail implements InvestigationDetailValue {
  @Nullable(() => String)
  reportNumber!: string;

  @Nullable(() => [String])
  techniques!: string[];
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class InterceptSession implements InterceptSessionValue {
  @Nullable(() => DateTime)
  startedAt!: string;

  @Nullable(() => Int)
  durationSeconds!: number;

  @Nullable(() => String)
  summary!: string;

  @Nullable(() => String)
  transcript!: string | null;

  @Nullable(() => Boolean)
  minimized!: boolean;
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class WiretapIntercept implements WiretapInterceptValue {
  @Nullable(() => String)
  line!: string;

  @Nullable(() => String)
  courtOrder!: string;

  @Nullable(() => String)
  court!: string;

  @Nullable(() => LocalDate)
  authorizedFrom!: string;

  @Nullable(() => LocalDate)
  authorizedUntil!: string;

  @Nullable(() => [InterceptSession])
  sessions!: InterceptSession[];
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class FinancialMaterial implements FinancialMaterialValue {
  @Nullable(() => [Account])
  accounts!: Account[];

  @Nullable(() => [Transaction])
  transactions!: Transaction[];

  @Nullable(() => [String])
  institutions!: string[];

  @Nullable(() => Money)
  totalAmount!: Money;
}
