import { randomUUID } from 'node:crypto';
import type { StoredOf, StoredRecord } from '../../subgraphs/agency/rows/stored.ts';

/** Entities in which every field has a value; what a test speaks of, it gives. All of it is invented. */

export function aContact(values: Partial<StoredOf<'LiaisonContact'>> = {}): StoredOf<'LiaisonContact'> {
  return {
    type: 'LiaisonContact',
    id: randomUUID(),
    originator: 'DEA',
    name: 'Ada Brook',
    title: 'Special Agent',
    role: 'LIAISON_OFFICER',
    office: 'Moscow Country Office',
    city: 'Moscow',
    hostCountry: 'RU',
    phone: '+12025550123',
    email: 'ada.brook@dea.example',
    languages: ['en', 'ru'],
    timeZone: 'Europe/Moscow',
    onCall: true,
    areas: ['drug-trafficking'],
    ...values,
  };
}

export function aPerson(values: Partial<StoredOf<'Person'>> = {}): StoredOf<'Person'> {
  return {
    type: 'Person',
    id: randomUUID(),
    originator: 'DEA',
    surname: { original: 'Иванова', script: 'Cyrl', romanized: 'IVANOVA' },
    firstNames: { original: 'Юлия', script: 'Cyrl', romanized: 'IULIIA' },
    formerNames: [],
    otherNames: [],
    aliases: [{ original: 'Yulka', script: 'Latn', romanized: 'YULKA' }],
    alternativeSpellings: ['Yuliya Ivanova'],
    sex: 'F',
    dateOfBirth: '1971-03',
    placeOfBirth: { city: 'Omsk', region: null, country: 'RU' },
    currentNationalities: ['RU'],
    formerNationalities: [],
    passports: [{ type: 'passport', number: '00 0000001', country: 'RU', validUntil: '2030-01-31' }],
    otherIdentityDocuments: [],
    fingerprintReference: null,
    circumstances: 'Named in two wire transfers.',
    dataSubjectCategory: 'SUSPECT',
    minor: false,
    addresses: [{ street: '1 Elm St', city: 'Reno', region: 'NV', postalCode: '89501', country: 'US' }],
    phones: ['+12025550143'],
    emails: ['y@mail.example'],
    occupation: 'Broker',
    physicalDescription: { heightCm: 170, weightKg: null, eyes: 'grey', hair: null, marks: [] },
    ...values,
  };
}

export function aGroup(values: Partial<StoredOf<'Group'>> = {}): StoredOf<'Group'> {
  return {
    type: 'Group',
    id: randomUUID(),
    originator: 'DEA',
    names: ['Elm Street Ring'],
    kind: 'smuggling-ring',
    countries: ['US', 'RU'],
    memberIds: [],
    accounts: [{ institution: 'First Example Bank', number: '000111222', holder: 'E. Ring', country: 'US' }],
    ...values,
  };
}

export function anOrganization(values: Partial<StoredOf<'Organization'>> = {}): StoredOf<'Organization'> {
  return {
    type: 'Organization',
    id: randomUUID(),
    originator: 'DEA',
    names: ['Elm Imports LLC'],
    kind: 'company',
    registrations: [{ register: 'Delaware Division of Corporations', number: '0000001', country: 'US' }],
    directorIds: [],
    addresses: [],
    accounts: [],
    ...values,
  };
}

export function aCase(values: Partial<StoredOf<'Case'>> = {}): StoredOf<'Case'> {
  return {
    type: 'Case',
    id: randomUUID(),
    originator: 'DEA',
    number: 'DEA-2010-0001',
    title: 'Elm Street',
    status: 'OPEN',
    crimeAreas: ['drug-trafficking'],
    program: 'OCDETF',
    office: 'Reno District Office',
    leadInvestigator: 'B. Stone',
    summary: 'A ring.',
    openedOn: '2010-01-04',
    closedOn: null,
    subjectIds: [],
    districts: ['D. Nev.'],
    participatingAgencies: ['ICE'],
    seizures: [
      {
        asset: 'Parcel',
        kind: 'narcotics',
        value: { amount: '12500.00', currency: 'USD' },
        massGrams: 812.5,
        seizedOn: '2010-03-26',
      },
    ],
    items: [],
    outcomes: [],
    contactId: null,
    ...values,
  };
}

/** A record's values, where `undefined` says that the agency never stated a mark. */
export type RecordValues = { readonly [Field in keyof StoredRecord]?: StoredRecord[Field] | undefined };

export function aRecord(values: RecordValues = {}): StoredRecord {
  const record = {
    type: 'Record',
    id: randomUUID(),
    originator: 'DEA',
    kind: 'REPORT_OF_INVESTIGATION',
    title: 'Surveillance of 1 Elm St',
    synopsis: 'A meeting.',
    narrative: 'At 09:30 a meeting took place.',
    crimeAreas: ['drug-trafficking'],
    program: 'OCDETF',
    occurredOn: '2010-03-26',
    recordedOn: '2010-03-29',
    office: 'Reno District Office',
    investigator: 'B. Stone',
    sourceReliability: 'B',
    informationReliability: 'I2',
    handling: null,
    obtainedFrom: null,
    subjectIds: [],
    caseId: null,
    contactId: null,
    identifiers: [{ kind: 'PLATE', value: 'QZQ-0143', country: 'US' }],
    investigation: { reportNumber: 'R-1', techniques: ['surveillance'] },
    intercept: null,
    financial: null,
    ...values,
  };
  return record as StoredRecord;
}
