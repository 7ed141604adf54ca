import type { IdentityDocumentValue, ItemValue, PersonEntity } from '../entities.ts';
import type { StoredRecord } from '../../rows/stored.ts';
import { name, type Teller } from './build.ts';
import type { Story } from './story.ts';

/**
 * A painting stolen from a museum is found at a dealer's, secured and returned. ICE and ICRF each have a case; the FBI
 * has a record about the dealer.
 */
export const winterFerry: Story = {
  ICE: (tell) => [
    tell.person({ ...COURIER, key: 'courier', phones: ['+447700900417'], passports: [PASSPORT] }),
    tell.person({ ...DEALER, key: 'dealer', phones: ['+12125550126'] }),
    tell.organization({ ...GALLERY, key: 'gallery', directorIds: [tell.id('dealer')] }),
    tell.case({
      key: 'winter-ferry',
      number: 'ICE-2009-9001',
      title: 'Operation Winter Ferry: a stolen museum piece',
      status: 'CLOSED',
      crimeAreas: AREAS,
      office: 'New York',
      leadInvestigator: 'Paige Norcross',
      summary:
        'A painting stolen in 2003 from the museum of Veligorsk was offered for sale in New York. It was secured in 2009 and returned in 2010.',
      openedOn: '2009-02-10',
      closedOn: '2010-11-30',
      subjectIds: ['courier', 'dealer', 'gallery'].map(tell.id),
      districts: ['S.D.N.Y.'],
      participatingAgencies: ['ICE', 'ICRF', 'FBI'],
      items: [painting('REPATRIATED')],
      outcomes: [
        {
          court: 'United States District Court, S.D.N.Y.',
          disposition: 'forfeiture',
          sentenceMonths: null,
          restitution: null,
          decidedOn: '2010-06-18',
        },
      ],
    }),
    ...iceRecords(tell),
  ],
  ICRF: (tell) => [
    tell.person({
      ...COURIER,
      key: 'courier',
      dataSubjectCategory: 'CONVICTED',
      otherNames: [name('Андреевич')],
      passports: [PASSPORT],
    }),
    tell.person({
      key: 'curator',
      surname: name('Рябинина'),
      firstNames: name('Галина'),
      sex: 'F',
      dateOfBirth: '1951-06-21',
      currentNationalities: ['RU'],
      dataSubjectCategory: 'WITNESS',
      occupation: 'museum curator',
    }),
    tell.case({
      key: 'winter-ferry',
      number: 'ICRF-2003-9001',
      title: 'Theft from the museum of Veligorsk',
      status: 'CLOSED',
      crimeAreas: AREAS,
      office: 'Central Office',
      leadInvestigator: 'Igor Tarkhanov',
      summary: 'One painting was taken at night. It was found abroad in 2009 and came back in 2010.',
      openedOn: '2003-11-17',
      closedOn: '2010-12-20',
      subjectIds: ['courier', 'curator'].map(tell.id),
      participatingAgencies: ['ICRF', 'ICE'],
      items: [painting('REPATRIATED')],
      outcomes: [
        {
          court: 'District Court, Veligorsk',
          disposition: 'convicted',
          sentenceMonths: 54,
          restitution: null,
          decidedOn: '2010-10-04',
        },
      ],
    }),
    tell.record({
      ...RECORD,
      key: 'winter-ferry-theft',
      title: 'Theft of a painting at night',
      synopsis: 'The painting was cut loose from its frame; the frame was left behind.',
      narrative:
        'The curator, Galina Riabinina, found the frame empty in the morning. A restorer on a short contract, Vadim Leshchinskii, did not come back to work.',
      occurredOn: '2003-11-16',
      recordedOn: '2003-11-17',
      office: 'Central Office',
      investigator: 'Igor Tarkhanov',
      subjectIds: ['courier', 'curator'].map(tell.id),
      caseId: tell.id('winter-ferry'),
      investigation: { reportNumber: 'ROI-ICRF-9001-1', techniques: ['interview'] },
    }),
  ],
  FBI: (tell) => [
    tell.person({
      ...DEALER,
      key: 'dealer',
      surname: name('Thackery'),
      firstNames: name('Garret'),
      phones: ['+12125550126'],
    }),
    tell.record({
      ...RECORD,
      key: 'winter-ferry-dealer',
      title: 'Query about a gallery in New York',
      synopsis: 'A collector doubts the provenance of two lots.',
      narrative: 'The collector kept the catalogue and the correspondence with Garret Thackery.',
      occurredOn: '2008-12-04',
      recordedOn: '2008-12-09',
      office: 'New York',
      investigator: 'Marcus Loomis',
      subjectIds: [tell.id('dealer')],
      investigation: { reportNumber: 'ROI-FBI-9001-1', techniques: ['interview'] },
    }),
  ],
};

const AREAS = ['cultural-property'];
const RECORD: Partial<Parameters<Teller['record']>[0]> = { crimeAreas: AREAS };
const LIMASSOL = 'CY98999999990000000000417090';
const PASSPORT: IdentityDocumentValue = {
  type: 'passport',
  number: 'QZ4170903',
  country: 'RU',
  validUntil: '2013-05-11',
};

const COURIER: Partial<PersonEntity> = {
  surname: name('Лещинский'),
  firstNames: name('Вадим'),
  alternativeSpellings: ['Leschinsky', 'Leshchinsky'],
  sex: 'M',
  dateOfBirth: '1968-09-03',
  placeOfBirth: { city: 'Veligorsk', region: null, country: 'RU' },
  currentNationalities: ['RU'],
  dataSubjectCategory: 'SUSPECT',
  circumstances: 'Suspected of taking the painting out of the museum and selling it abroad.',
  occupation: 'restorer',
};

const DEALER: Partial<PersonEntity> = {
  surname: name('Thackeray'),
  firstNames: name('Garrett'),
  sex: 'M',
  dateOfBirth: '1949-01-30',
  currentNationalities: ['US'],
  dataSubjectCategory: 'ASSOCIATE',
  occupation: 'art dealer',
};

const GALLERY = {
  names: ['Harrow & Thackeray Fine Art'],
  kind: 'dealer',
  registrations: [{ register: 'Delaware Division of Corporations', number: 'Q4170900', country: 'US' }],
  addresses: [{ street: '14 Granary Walk', city: 'New York', region: 'NY', postalCode: '00417', country: 'US' }],
};

function paymentRecord(tell: Teller): StoredRecord {
  return tell.record({
    ...RECORD,
    key: 'winter-ferry-payment',
    kind: 'FINANCIAL_MATERIAL',
    title: 'Payments of the gallery to a seller abroad',
    synopsis: 'Two transfers, 84000.00 USD in all.',
    narrative: 'The gallery paid in two parts to an account in Limassol, a week before and a week after the delivery.',
    occurredOn: '2009-04-02',
    recordedOn: '2009-04-20',
    office: 'New York',
    investigator: 'Paige Norcross',
    subjectIds: ['gallery', 'courier'].map(tell.id),
    caseId: tell.id('winter-ferry'),
    financial: {
      accounts: [
        {
          institution: 'Stonebrook Savings',
          number: '000044170901',
          holder: 'Harrow & Thackeray Fine Art',
          country: 'US',
        },
        { institution: 'Kalypso Marine Bank', number: LIMASSOL, holder: 'Vadim Leshchinskii', country: 'CY' },
      ],
      transactions: ['2008-10-02', '2008-10-16'].map((executedOn) => ({
        executedOn,
        amount: { amount: '42000.00', currency: 'USD' },
        fromAccount: '000044170901',
        toAccount: LIMASSOL,
        reference: 'samples',
      })),
      institutions: ['Stonebrook Savings', 'Kalypso Marine Bank'],
      totalAmount: { amount: '84000.00', currency: 'USD' },
    },
  });
}

function iceRecords(tell: Teller): readonly StoredRecord[] {
  return [
    tell.record({
      ...RECORD,
      key: 'winter-ferry-recovery',
      title: 'Recovery of a painting at a gallery in New York',
      synopsis: 'The inventory number on the back is that of the museum of Veligorsk.',
      narrative:
        'Harrow & Thackeray offered the painting with a bill of sale of 1997. The inventory number under the later label is that of the museum. Garrett Thackeray surrendered it and named Vadim Leshchinskii as the seller.',
      occurredOn: '2009-03-12',
      recordedOn: '2009-03-13',
      office: 'New York',
      investigator: 'Paige Norcross',
      subjectIds: ['dealer', 'courier', 'gallery'].map(tell.id),
      caseId: tell.id('winter-ferry'),
      investigation: { reportNumber: 'ROI-ICE-9001-1', techniques: ['search warrant', 'expert examination'] },
      own: { seizureNumber: '2009-SZ-000417' },
    }),
    paymentRecord(tell),
    tell.record({
      ...RECORD,
      key: 'winter-ferry-theft',
      title: 'Report of the theft from the museum of Veligorsk',
      synopsis: 'Report of the theft in 2003, as received from Moscow.',
      narrative:
        'The report gives the inventory number, the measurements and a photograph of the back of the painting.',
      occurredOn: '2003-11-16',
      recordedOn: '2009-02-24',
      office: 'New York',
      investigator: 'Paige Norcross',
      subjectIds: [tell.id('courier')],
      caseId: tell.id('winter-ferry'),
      obtainedFrom: { party: 'ICRF', agreement: null },
      investigation: { reportNumber: 'ROI-ICE-9001-2', techniques: ['request to a partner'] },
    }),
  ];
}

function painting(status: ItemValue['status']): ItemValue {
  return {
    description: 'The Winter Ferry, oil on panel, 41 x 62 cm, signed and dated 1869',
    provenance: 'Museum of Fine Arts, Veligorsk, inventory number 417; stolen on 16 November 2003.',
    status,
    originCountry: 'RU',
    custody: [
      { custodian: 'Museum of Fine Arts, Veligorsk', from: '1921-03-01', until: '2003-11-16' },
      { custodian: 'not known', from: '2003-11-16', until: '2008-10-09' },
      { custodian: 'Harrow & Thackeray Fine Art', from: '2008-10-09', until: '2009-03-12' },
      { custodian: 'ICE', from: '2009-03-12', until: '2010-11-18' },
      { custodian: 'Museum of Fine Arts, Veligorsk', from: '2010-11-18', until: null },
    ],
  };
}
