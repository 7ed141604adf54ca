import { InterfaceType } from 'type-graphql';
import type { RecordEntity } from '../../data/entities.ts';
import { InformationReliability, RecordKind, SourceReliability } from '../enums.ts';
import { Nullable } from '../nullable.ts';
import { LocalDate } from '../scalars.ts';
import { Identifier } from '../values/identifier.ts';
import { Handling, Provenance } from '../values/marks.ts';
import { FinancialMaterial, InvestigationDetail, WiretapIntercept } from '../values/record-kinds.ts';
import { Structure } from './structure.ts';

@Structure()
@InterfaceType('Record', { autoRegisterImplementations: false })
export abstract class RecordInterface {
  @Nullable(() => RecordKind)
  kind!: RecordEntity['kind'];

  @Nullable(() => String)
  title!: string | null;

  @Nullable(() => String)
  synopsis!: string | null;

  @Nullable(() => String)
  narrative!: string | null;

  @Nullable(() => [String])
  crimeAreas!: string[];

  @Nullable(() => String)
  program!: string | null;

  @Nullable(() => LocalDate)
  occurredOn!: string | null;

  @Nullable(() => LocalDate)
  recordedOn!: string | null;

  @Nullable(() => String)
  office!: string | null;

  @Nullable(() => String)
  investigator!: string | null;

  @Nullable(() => SourceReliability)
  sourceReliability!: RecordEntity['sourceReliability'];

  @Nullable(() => InformationReliability)
  informationReliability!: RecordEntity['informationReliability'];

  @Nullable(() => Handling)
  handling!: Handling | null;

  @Nullable(() => Provenance)
  obtainedFrom!: Provenance | null;

  @Nullable(() => [Identifier])
  identifiers!: Identifier[];

  @Nullable(() => InvestigationDetail)
  investigation!: InvestigationDetail | null;

  @Nullable(() => WiretapIntercept)
  intercept!: WiretapIntercept | null;

  @Nullable(() => FinancialMaterial)
  financial!: FinancialMaterial | null;
}
