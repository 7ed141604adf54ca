import { InputType } from 'type-graphql';
import { LONGEST_TEXT, TEXT_COORDINATES } from '../../../schema/text-search.ts';
import { CaseStatus, ContactRole, RecordKind } from './enums.ts';
import { Given } from './given.ts';
import { Blinded, Reads, ReadsNothing, ReadsOneOf } from './reads.ts';
import { LocalDate } from './scalars.ts';
import { selectorFields } from './selector-fields.ts';

const WORDS =
  'Words, all of which stand in one field that is shown in full; "in quotes": beside each other; OR; -without. At most ' +
  `${LONGEST_TEXT} characters.`;
const ORIGINATORS = 'Only of these agencies. It narrows a search, and is none by itself.';

@InputType({ description: 'Which records; everything that is given must hold.' })
export class RecordFilter extends selectorFields('Record') {
  @ReadsNothing
  @Given(() => [String], ORIGINATORS)
  readonly originators?: string[] | null;

  @ReadsOneOf(Object.values(TEXT_COORDINATES.Record))
  @Blinded('RECORD_TEXT')
  @Given(
    () => String,
    `In whose title, synopsis or narrative these words stand, at agencies that search their texts. ${WORDS}`,
  )
  readonly text?: string | null;

  @Reads('Record.kind')
  @Given(() => [RecordKind], 'Of one of these kinds.')
  readonly kinds?: string[] | null;

  @Reads('Record.crimeAreas')
  @Given(() => [String], 'About at least one of these areas of crime.')
  readonly crimeAreas?: string[] | null;

  @Reads('Record.program')
  @Given(() => [String], 'Under one of these programmes.')
  readonly programs?: string[] | null;

  @Reads('Record.occurredOn')
  @Given(() => LocalDate, 'What happened on this day or later.')
  readonly occurredFrom?: string | null;

  @Reads('Record.occurredOn')
  @Given(() => LocalDate, 'What happened on this day or earlier.')
  readonly occurredUntil?: string | null;

  @Reads('Record.recordedOn')
  @Given(() => LocalDate, 'Entered on this day or later.')
  readonly recordedFrom?: string | null;

  @Reads('Record.recordedOn')
  @Given(() => LocalDate, 'Entered on this day or earlier.')
  readonly recordedUntil?: string | null;
}

@InputType({ description: 'Which cases; everything that is given must hold.' })
export class CaseFilter extends selectorFields('Case') {
  @ReadsNothing
  @Given(() => [String], ORIGINATORS)
  readonly originators?: string[] | null;

  @ReadsOneOf(Object.values(TEXT_COORDINATES.Case))
  @Blinded('CASE_TEXT')
  @Given(() => String, `In whose title or summary these words stand, at agencies that search their texts. ${WORDS}`)
  readonly text?: string | null;

  @Reads('Case.status')
  @Given(() => [CaseStatus], 'That stand at one of these points.')
  readonly status?: string[] | null;

  @Reads('Case.crimeAreas')
  @Given(() => [String], 'About at least one of these areas of crime.')
  readonly crimeAreas?: string[] | null;

  @Reads('Case.program')
  @Given(() => [String], 'Under one of these programmes.')
  readonly programs?: string[] | null;

  @Reads('Case.districts')
  @Given(() => [String], 'In at least one of these judicial districts.')
  readonly districts?: string[] | null;

  @Reads('Case.openedOn')
  @Given(() => LocalDate, 'Opened on this day or later.')
  readonly openedFrom?: string | null;

  @Reads('Case.openedOn')
  @Given(() => LocalDate, 'Opened on this day or earlier.')
  readonly openedUntil?: string | null;
}

@InputType({ description: 'Which liaison contacts; everything that is given must hold.' })
export class LiaisonContactFilter {
  @ReadsNothing
  @Given(() => [String], ORIGINATORS)
  readonly originators?: string[] | null;

  @Reads('LiaisonContact.areas')
  @Given(() => [String], 'Who handle at least one of these areas of crime.')
  readonly areas?: string[] | null;

  @Reads('LiaisonContact.role')
  @Given(() => [ContactRole], 'In one of these roles.')
  readonly roles?: string[] | null;

  @Reads('LiaisonContact.hostCountry')
  @Given(() => [String], 'In one of these host countries, ISO 3166-1 alpha-2.')
  readonly hostCountries?: string[] | null;

  @Reads('LiaisonContact.onCall')
  @Given(() => Boolean, 'Who can be called now, or cannot.')
  readonly onCall?: boolean | null;
}
