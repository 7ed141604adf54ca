/** The particulars by which Article 10(2) of the agreement of Austria and the United States tells who a person is. */
export const FIFTEEN = [
  'Person.surname',
  'Person.firstNames',
  'Person.formerNames',
  'Person.otherNames',
  'Person.aliases',
  'Person.alternativeSpellings',
  'Person.sex',
  'Person.dateOfBirth',
  'Person.placeOfBirth',
  'Person.currentNationalities',
  'Person.formerNationalities',
  'Person.passports',
  'Person.otherIdentityDocuments',
  'Person.fingerprintReference',
  'Person.circumstances',
];

/** Who a person is, as Article 47(4) of Prüm II tells it. */
export const CORE_PERSON = [
  'Person.firstNames',
  'Person.surname',
  'Person.aliases',
  'Person.formerNames',
  'Person.dateOfBirth',
  'Person.currentNationalities',
  'Person.placeOfBirth',
  'Person.sex',
];

/** Where a match comes from, as Article 47(5) of Prüm II tells it. */
export const CORE_RECORD = [
  'Record.subjects',
  'Record.recordedOn',
  'Record.crimeAreas',
  'Record.office',
  'InvestigationDetail.reportNumber',
];

/** What a record is about. */
export const SUMMARY = [
  'Record.kind',
  'Record.title',
  'Record.synopsis',
  'Record.crimeAreas',
  'Record.program',
  'Record.occurredOn',
  'Record.recordedOn',
  'Record.subjects',
  'Record.case',
  'Record.contact',
];

/** Who a person is. */
export const IDENTITY = [
  'Person.surname',
  'Person.firstNames',
  'Person.formerNames',
  'Person.otherNames',
  'Person.aliases',
  'Person.alternativeSpellings',
  'Person.sex',
  'Person.dateOfBirth',
  'Person.placeOfBirth',
  'Person.currentNationalities',
  'Person.formerNationalities',
  'Person.minor',
];

export const DOCUMENTS = ['Person.passports', 'Person.otherIdentityDocuments'];
export const CIRCUMSTANCES = ['Person.circumstances', 'Person.dataSubjectCategory'];
