import { Directive, Field, InputType } from 'type-graphql';
import { READS } from '../../../schema/reads.ts';
import { CaseStatus, ContactRole, RecordKind } from './enums.ts';
import { LocalDate } from './scalars.ts';

type TypeFunction = Parameters<typeof Field>[0];

const ORIGINATORS = 'Only of these agencies. It narrows a search, and is none by itself.';

@InputType({ description: 'Which records; everything that is given must hold.' })
export class RecordFilter {
  @Filter('records', () => [String], ORIGINATORS)
  readonly originators?: string[] | null;

  @Filter('records', () => [RecordKind], 'Of one of these kinds.')
  readonly kinds?: string[] | null;

  @Filter('records', () => [String], 'About at least one of these areas of crime.')
  readonly crimeAreas?: string[] | null;

  @Filter('records', () => [String], 'Under one of these programmes.')
  readonly programs?: string[] | null;

  @Filter('records', () => LocalDate, 'What happened on this day or later.')
  readonly occurredFrom?: string | null;

  @Filter('records', () => LocalDate, 'What happened on this day or earlier.')
  readonly occurredUntil?: string | null;

  @Filter('records', () => LocalDate, 'Entered on this day or later.')
  readonly recordedFrom?: string | null;

  @Filter('records', () => LocalDate, 'Entered on this day or earlier.')
  readonly recordedUntil?: string | null;
}

@InputType({ description: 'Which cases; everything that is given must hold.' })
export class CaseFilter {
  @Filter('cases', () => [String], ORIGINATORS)
  readonly originators?: string[] | null;

  @Filter('cases', () => [CaseStatus], 'That stand at one of these points.')
  readonly status?: string[] | null;

  @Filter('cases', () => [String], 'About at least one of these areas of crime.')
  readonly crimeAreas?: string[] | null;

  @Filter('cases', () => [String], 'Under one of these programmes.')
  readonly programs?: string[] | null;

  @Filter('cases', () => [String], 'In at least one of these judicial districts.')
  readonly districts?: string[] | null;

  @Filter('cases', () => LocalDate, 'Opened on this day or later.')
  readonly openedFrom?: string | null;

  @Filter('cases', () => LocalDate, 'Opened on this day or earlier.')
  readonly openedUntil?: string | null;
}

@InputType({ description: 'Which liaison contacts; everything that is given must hold.' })
export class LiaisonContactFilter {
  @Filter('liaisonContacts', () => [String], ORIGINATORS)
  readonly originators?: string[] | null;

  @Filter('liaisonContacts', () => [String], 'Who handle at least one of these areas of crime.')
  readonly areas?: string[] | null;

  @Filter('liaisonContacts', () => [ContactRole], 'In one of these roles.')
  readonly roles?: string[] | null;

  @Filter('liaisonContacts', () => [String], 'In one of these host countries, ISO 3166-1 alpha-2.')
  readonly hostCountries?: string[] | null;

  @Filter('liaisonContacts', () => Boolean, 'Who can be called now, or cannot.')
  readonly onCall?: boolean | null;
}

/** A field of a filter. The SDL says which governed field it reads, and so by whose rule it is covered. */
function Filter(rootField: string, type: TypeFunction, description: string): PropertyDecorator {
  return (prototype, name) => {
    Field(type, { nullable: true, description })(prototype, name);
    const coordinate = READS[rootField]?.[String(name)];
    if (coordinate) Directive(`@reads(coordinate: "${coordinate}")`)(prototype, name);
  };
}
