import type { IdentifierValue, PersonEntity } from '../entities.ts';
import { name, type Teller } from './build.ts';
import type { Story } from './story.ts';

/** ICE and ICRF work on the same suspect in the protection of minors; each has minors and witnesses on file of its own. */
export const quietMeadow: Story = {
  ICE: (tell) => [
    suspect(tell, 'Pesherski', { phones: ['+33639980417'], emails: ['k.pesherski@inbox.example'] }),
    minorVictim(tell, { surname: name('Farley'), firstNames: name('Faith'), currentNationalities: ['US'] }),
    tell.case({
      ...CASE,
      key: 'quiet-meadow',
      number: 'ICE-2024-9017',
      title: 'Operation Quiet Meadow',
      program: 'Project Safe Childhood',
      office: 'Newark',
      leadInvestigator: 'Keith Sanborn',
      districts: ['D.N.J.'],
      subjectIds: ['suspect', 'minor'].map(tell.id),
    }),
    tell.record({
      ...RECORD,
      key: 'quiet-meadow-referral',
      program: 'Project Safe Childhood',
      title: 'Referral of an online account',
      synopsis: 'A provider referred an account; its user is abroad.',
      narrative:
        'Subscriber records lead to Kirill Pesherski, last seen in Yekaterinburg. The minor concerned has been identified and is safe.',
      occurredOn: '2024-05-14',
      recordedOn: '2024-05-16',
      office: 'Newark',
      investigator: 'Keith Sanborn',
      subjectIds: ['suspect', 'minor'].map(tell.id),
      caseId: tell.id('quiet-meadow'),
      identifiers: [CONNECTION],
      investigation: { reportNumber: 'ROI-ICE-9017-1', techniques: ['subpoena of provider records'] },
      own: {},
    }),
  ],
  ICRF: (tell) => [
    suspect(tell, 'Пещерский', { otherNames: [name('Олегович')], addresses: [ADDRESS] }),
    minorVictim(tell, { surname: name('Зыкова'), firstNames: name('Полина'), currentNationalities: ['RU'] }),
    tell.case({
      ...CASE,
      key: 'quiet-meadow',
      number: 'ICRF-2024-9017',
      title: 'Offences against minors, Yekaterinburg',
      office: 'Sverdlovsk Region',
      leadInvestigator: 'Oksana Tsareva',
      subjectIds: ['suspect', 'minor'].map(tell.id),
    }),
    tell.record({
      ...RECORD,
      key: 'quiet-meadow-search',
      title: 'Search of a flat in Yekaterinburg',
      synopsis: 'Devices were secured and are being examined.',
      narrative: 'The search followed a report from abroad. Two devices of Kirill Peshcherskii were secured.',
      occurredOn: '2024-07-02',
      recordedOn: '2024-07-03',
      office: 'Sverdlovsk Region',
      investigator: 'Oksana Tsareva',
      subjectIds: [tell.id('suspect')],
      caseId: tell.id('quiet-meadow'),
      identifiers: [CONNECTION, DEVICE],
      investigation: { reportNumber: 'ROI-ICRF-9017-1', techniques: ['search warrant', 'forensic examination'] },
    }),
  ],
};

/** From where the account was used; one of the devices that were secured. */
const CONNECTION: IdentifierValue = { kind: 'IP_ADDRESS', value: '203.0.113.17', country: null };
const DEVICE: IdentifierValue = { kind: 'IMEI', value: '001017831465284', country: null };
const RECORD: Partial<Parameters<Teller['record']>[0]> = { crimeAreas: ['child-exploitation'] };
const CASE: Partial<Parameters<Teller['case']>[0]> = {
  crimeAreas: ['child-exploitation'],
  summary: 'One suspect, minors in two countries. Every minor who is known is safe.',
  openedOn: '2024-05-16',
  participatingAgencies: ['ICE', 'ICRF'],
};
const ADDRESS = { street: '9 Quarry Hill', city: 'Yekaterinburg', region: null, postalCode: '00417', country: 'RU' };

function suspect(tell: Teller, surname: string, told: Partial<PersonEntity>): PersonEntity {
  return tell.person({
    key: 'suspect',
    surname: name(surname),
    firstNames: name(told.otherNames ? 'Кирилл' : 'Kirill'),
    sex: 'M',
    dateOfBirth: '1986-11-23',
    currentNationalities: ['RU'],
    passports: [{ type: 'passport', number: 'QZ9017017', country: 'RU', validUntil: '2028-01-15' }],
    dataSubjectCategory: 'SUSPECT',
    circumstances: 'Suspected of an offence against a minor.',
    ...told,
  });
}

function minorVictim(tell: Teller, told: Partial<PersonEntity>): PersonEntity {
  return tell.person({ key: 'minor', sex: 'F', dateOfBirth: '2012', dataSubjectCategory: 'VICTIM', ...told });
}
