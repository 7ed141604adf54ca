import { InterfaceType } from 'type-graphql';
import type { CaseEntity } from '../../data/entities.ts';
import { CaseStatus } from '../enums.ts';
import { Nullable } from '../nullable.ts';
import { LocalDate } from '../scalars.ts';
import { Item, Outcome, Seizure } from '../values/case-results.ts';
import { Structure } from './structure.ts';

@Structure()
@InterfaceType('Case', { autoRegisterImplementations: false })
export abstract class CaseInterface {
  @Nullable(() => String)
  number!: string;

  @Nullable(() => String)
  title!: string | null;

  @Nullable(() => CaseStatus)
  status!: CaseEntity['status'];

  @Nullable(() => [String])
  crimeAreas!: string[];

  @Nullable(() => String)
  program!: string | null;

  @Nullable(() => String)
  office!: string | null;

  @Nullable(() => String)
  leadInvestigator!: string | null;

  @Nullable(() => String)
  summary!: string | null;

  @Nullable(() => LocalDate)
  openedOn!: string | null;

  @Nullable(() => LocalDate)
  closedOn!: string | null;

  @Nullable(() => [String])
  districts!: string[];

  @Nullable(() => [String])
  participatingAgencies!: string[];

  @Nullable(() => [Seizure])
  seizures!: Seizure[];

  @Nullable(() => [Item])
  items!: Item[];

  @Nullable(() => [Outcome])
  outcomes!: Outcome[];
}
