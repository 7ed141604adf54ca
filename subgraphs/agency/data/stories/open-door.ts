import type { IdentifierValue, OrganizationEntity, PersonEntity } from '../entities.ts';
import { name, type Teller } from './build.ts';
import type { Story } from './story.ts';

/** Trafficking in persons: ICE and ICRF know the recruiter and her agency, DSS the visas that it obtained. */
export const openDoor: Story = {
  ICE: (tell) => [
    recruiter(tell, { surname: name('Yezhova'), firstNames: name('Zhanna'), phones: ['+493023125417'] }),
    tell.person({
      key: 'worker',
      surname: name('Дорофеева'),
      firstNames: name('Алёна'),
      sex: 'F',
      dateOfBirth: '1999-02-08',
      currentNationalities: ['RU'],
      dataSubjectCategory: 'VICTIM',
    }),
    agency(tell),
    tell.case({
      ...CASE,
      key: 'open-door',
      number: 'ICE-2023-9031',
      title: 'Operation Open Door: forced labour in Miami',
      office: 'Miami',
      leadInvestigator: 'Curtis Vance',
      districts: ['S.D. Fla.'],
      subjectIds: ['recruiter', 'worker', 'agency'].map(tell.id),
      seizures: [
        {
          asset: 'Currency in mixed notes',
          kind: 'currency',
          value: { amount: '61250.00', currency: 'USD' },
          massGrams: null,
          seizedOn: '2023-10-05',
        },
      ],
    }),
    tell.record({
      ...RECORD,
      key: 'open-door-interview',
      title: 'Interview of a person who left',
      synopsis: 'Promised work in a hotel; the passport was kept.',
      narrative:
        'Aliona was promised work by Zhanna Yezhova. Her passport and her wages were kept. Support has been arranged.',
      occurredOn: '2023-09-12',
      recordedOn: '2023-09-13',
      office: 'Miami',
      investigator: 'Curtis Vance',
      subjectIds: ['recruiter', 'worker', 'agency'].map(tell.id),
      caseId: tell.id('open-door'),
      identifiers: [MAILBOX],
      investigation: { reportNumber: 'ROI-ICE-9031-1', techniques: ['interview'] },
      own: {},
    }),
  ],
  ICRF: (tell) => [
    recruiter(tell, { surname: name('Ежова'), firstNames: name('Жанна'), otherNames: [name('Борисовна')] }),
    tell.case({
      ...CASE,
      key: 'open-door',
      number: 'ICRF-2023-9031',
      title: 'Recruitment for forced labour abroad',
      office: 'Saint Petersburg',
      leadInvestigator: 'Roman Zavialov',
      subjectIds: [tell.id('recruiter')],
    }),
    tell.record({
      ...RECORD,
      key: 'open-door-advertisement',
      title: 'Advertisement for work in hotels',
      synopsis: 'Eleven persons answered; four have not written home.',
      narrative: 'The advertisement names no hotel. Zhanna Ezhova met those who answered in a rented office.',
      occurredOn: '2023-07-20',
      recordedOn: '2023-08-01',
      office: 'Saint Petersburg',
      investigator: 'Roman Zavialov',
      subjectIds: [tell.id('recruiter')],
      caseId: tell.id('open-door'),
      identifiers: [MAILBOX],
      investigation: { reportNumber: 'ROI-ICRF-9031-1', techniques: ['interview'] },
    }),
  ],
  DSS: (tell) => [
    agency(tell),
    tell.record({
      ...RECORD,
      key: 'open-door-visas',
      crimeAreas: ['passport-fraud', 'human-trafficking'],
      title: 'Visas sponsored by one agency',
      synopsis: 'Fourteen visas within a year for hotels that deny it.',
      narrative: 'The letters of invitation come from Bright Shore Placement. No hotel that they name has heard of it.',
      occurredOn: '2023-06-28',
      recordedOn: '2023-07-05',
      office: 'Miami',
      investigator: 'Denise Oakley',
      subjectIds: [tell.id('agency')],
      identifiers: [MAILBOX],
      investigation: { reportNumber: 'ROI-DSS-9031-1', techniques: ['expert examination'] },
    }),
  ],
};

/** Where those who answered the advertisement wrote to, and the letters of invitation came from. */
const MAILBOX: IdentifierValue = { kind: 'EMAIL', value: 'hello@bright-shore.example', country: null };
const RECORD: Partial<Parameters<Teller['record']>[0]> = { crimeAreas: ['human-trafficking'] };
const CASE: Partial<Parameters<Teller['case']>[0]> = {
  crimeAreas: ['human-trafficking'],
  summary:
    'Persons are recruited in Saint Petersburg with a promise of hotel work and made to work without pay in Miami.',
  openedOn: '2023-08-01',
  participatingAgencies: ['ICE', 'ICRF', 'DSS'],
};

function recruiter(tell: Teller, told: Partial<PersonEntity>): PersonEntity {
  return tell.person({
    key: 'recruiter',
    sex: 'F',
    dateOfBirth: '1979-12-02',
    currentNationalities: ['RU'],
    passports: [{ type: 'passport', number: 'QZ9031031', country: 'RU', validUntil: '2027-03-19' }],
    dataSubjectCategory: 'SUSPECT',
    circumstances: 'Suspected of recruiting persons in Saint Petersburg for forced labour in Miami.',
    ...told,
  });
}

function agency(tell: Teller): OrganizationEntity {
  return tell.organization({
    key: 'agency',
    names: ['Bright Shore Placement Ltd', 'Bright Shore'],
    kind: 'company',
    registrations: [{ register: 'Companies House', number: 'Q9031031', country: 'GB' }],
  });
}
