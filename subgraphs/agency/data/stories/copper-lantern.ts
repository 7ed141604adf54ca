import type { IdentifierValue, PersonEntity, TransactionValue } from '../entities.ts';
import type { StoredRecord } from '../../rows/stored.ts';
import { name, type Teller } from './build.ts';
import type { Story } from './story.ts';

/**
 * DEA, ICE and FBI each have the same man on file, spelt differently, with one telephone number and one passport in
 * common. IRS-CI follows his money; the prosecutors charge him.
 */
export const copperLantern: Story = {
  DEA: (tell) => [
    suspect(tell, 'Lizarraga Najera', 'Esteban', { alternativeSpellings: ['Lizárraga', 'Lizarraga-Najera'] }),
    tell.person({
      key: 'source',
      surname: name('Sanborn'),
      firstNames: name('Otis'),
      sex: 'M',
      dateOfBirth: '1977-08-14',
      currentNationalities: ['US'],
      dataSubjectCategory: 'INFORMANT',
      circumstances: 'Source of information; identity protected.',
    }),
    tell.group({
      key: 'group',
      names: ['Kestrel Organization'],
      kind: 'cartel',
      countries: ['MX', 'US'],
      memberIds: [tell.id('suspect')],
    }),
    tell.case({
      ...CASE,
      key: 'copper-lantern',
      number: 'DEA-2024-9042',
      title: 'Operation Copper Lantern: methamphetamine, Houston',
      subjectIds: ['suspect', 'group'].map(tell.id),
      seizures: [
        {
          asset: 'Packages of methamphetamine',
          kind: 'narcotics',
          value: null,
          massGrams: 31_400,
          seizedOn: '2025-02-21',
        },
      ],
    }),
    ...deaRecords(tell),
  ],
  ICE: (tell) => [
    suspect(tell, 'Lizárraga Nájera', 'Esteban', { aliases: [name('El Zurdo')] }),
    tell.case({
      ...CASE,
      key: 'copper-lantern',
      number: 'ICE-2024-9042',
      title: 'Loads through the port of Laredo',
      subjectIds: [tell.id('suspect')],
    }),
    tell.record({
      ...RECORD,
      key: 'copper-lantern-seizure',
      title: 'Seizure at the port of Laredo',
      synopsis: '31.4 kg of methamphetamine behind the panels of a van.',
      narrative:
        'The van, plate QZQ-0143, was inspected at the port. Its driver had called +1 202 555 0143 twice that morning, the number of Esteban Lizárraga Nájera.',
      occurredOn: '2025-02-21',
      recordedOn: '2025-02-21',
      office: 'Houston',
      subjectIds: [tell.id('suspect')],
      caseId: tell.id('copper-lantern'),
      investigation: { reportNumber: 'ROI-ICE-9042-1', techniques: ['border inspection'] },
      identifiers: [...VAN, { kind: 'PHONE', value: PHONE, country: null }],
      own: { seizureNumber: '2025-SZ-009042' },
    }),
    tell.record({
      ...RECORD,
      key: 'copper-lantern-broker',
      title: 'Customs broker in Laredo',
      synopsis: 'A broker who clears the loads may cooperate.',
      narrative: 'The broker has been approached once. Any further contact is to be agreed with the originator.',
      occurredOn: '2025-03-06',
      recordedOn: '2025-03-07',
      office: 'Houston',
      handling: {
        releasableTo: [],
        notReleasableTo: [],
        originatorConsent: true,
        notAsEvidence: true,
        codes: ['H1', 'H2'],
      },
      subjectIds: [tell.id('suspect')],
      caseId: tell.id('copper-lantern'),
      investigation: { reportNumber: 'ROI-ICE-9042-2', techniques: ['interview'] },
      own: {},
    }),
  ],
  FBI: (tell) => [
    suspect(tell, 'Lizarraga', 'Estevan', { dateOfBirth: '1981', dataSubjectCategory: 'ASSOCIATE' }),
    tell.record({
      ...RECORD,
      key: 'copper-lantern-visitor',
      crimeAreas: ['organized-crime', 'drug-trafficking'],
      program: 'IOC-2',
      title: 'Visitors of a social club in Houston',
      synopsis: 'A man known as Estevan Lizarraga visits every week.',
      narrative:
        'He was seen with three members of a crew under investigation, and left the number +1 202 555 0143 at the bar.',
      occurredOn: '2025-01-09',
      recordedOn: '2025-01-12',
      subjectIds: [tell.id('suspect')],
      identifiers: [{ kind: 'PHONE', value: PHONE, country: null }, HANDSET],
      investigation: { reportNumber: 'ROI-FBI-9042-1', techniques: ['surveillance'] },
    }),
  ],
  'IRS-CI': (tell) => [
    suspect(tell, 'Lizarraga-Najera', 'Esteban', { passports: [], phones: [] }),
    tell.record({
      ...RECORD,
      key: 'copper-lantern-deposits',
      kind: 'FINANCIAL_MATERIAL',
      crimeAreas: ['money-laundering', 'drug-trafficking'],
      title: 'Deposits below the threshold in Houston',
      synopsis: 'Two deposits, 19500.00 USD in all.',
      narrative: 'The deposits were made at two branches within an hour and passed on to Riga the next day.',
      occurredOn: '2025-02-25',
      recordedOn: '2025-03-18',
      subjectIds: [tell.id('suspect')],
      identifiers: [WALLET],
      financial: {
        accounts: [
          {
            institution: 'Prairie Lantern Bank',
            number: '000001430143',
            holder: 'Esteban Lizarraga-Najera',
            country: 'US',
          },
          {
            institution: 'Dzintara Krasta Banka',
            number: 'LV91ZZZZ0000000000143',
            holder: 'Kestrel Driftwood Trading Ltd',
            country: 'LV',
          },
        ],
        transactions: [transfer('2025-02-26', '9800.00'), transfer('2025-02-26', '9700.00')],
        institutions: ['Prairie Lantern Bank', 'Dzintara Krasta Banka'],
        totalAmount: { amount: '19500.00', currency: 'USD' },
      },
    }),
  ],
  USAO: (tell) => [
    suspect(tell, 'Lizarraga Najera', 'Esteban', { passports: [] }),
    tell.case({
      ...CASE,
      key: 'copper-lantern',
      number: 'USAO-2025-9042',
      title: 'United States v. Lizarraga Najera',
      status: 'IN_PROSECUTION',
      openedOn: '2025-06-02',
      subjectIds: [tell.id('suspect')],
    }),
  ],
};

const PHONE = '+12025550143';
/** The van, by its plate and its number; the telephone that was used with the line; where money went on to. */
const VAN: readonly IdentifierValue[] = [
  { kind: 'PLATE', value: 'QZQ-0143', country: 'US' },
  { kind: 'VIN', value: 'A0Z100620AX932433', country: null },
];
const HANDSET: IdentifierValue = { kind: 'IMEI', value: '001017510876322', country: null };
const WALLET: IdentifierValue = {
  kind: 'CRYPTO_ADDRESS',
  value: 'tb1q2r999hhm3gccq375z4pmkc5uuxgnn2xzltg0v3',
  country: null,
};
const RECORD: Partial<Parameters<Teller['record']>[0]> = {
  ...{ crimeAreas: ['drug-trafficking'], program: 'OCDETF', office: 'Houston', investigator: 'Tessa Marsden' },
};
const CASE: Partial<Parameters<Teller['case']>[0]> = {
  ...{
    crimeAreas: ['drug-trafficking', 'money-laundering'],
    program: 'OCDETF',
    office: 'Houston',
    districts: ['S.D. Tex.'],
  },
  ...{
    leadInvestigator: 'Tessa Marsden',
    openedOn: '2024-11-04',
    participatingAgencies: ['DEA', 'ICE', 'FBI', 'IRS-CI', 'USAO'],
  },
  summary: 'Loads of methamphetamine come from Culiacán through Laredo to Houston. One man decides when they move.',
};

function lineRecord(tell: Teller): StoredRecord {
  return tell.record({
    ...RECORD,
    key: 'copper-lantern-line',
    kind: 'WIRETAP_INTERCEPT',
    title: 'Intercepted calls on the line of the suspect',
    synopsis: 'Two sessions on one line.',
    narrative: 'The line was intercepted under order. A delivery is agreed for Thursday.',
    occurredOn: '2025-02-03',
    recordedOn: '2025-02-20',
    subjectIds: [tell.id('suspect')],
    caseId: tell.id('copper-lantern'),
    identifiers: [HANDSET],
    intercept: {
      line: PHONE,
      courtOrder: '25-MC-9042-1',
      court: 'United States District Court, S.D. Tex.',
      authorizedFrom: '2025-02-03',
      authorizedUntil: '2025-03-04',
      sessions: [
        {
          startedAt: '2025-02-11T19:04:31Z',
          durationSeconds: 94,
          summary: 'The parties agree on a day for a delivery.',
          transcript: 'A: Is the paint ready? B: Two cans, Thursday. A: Same garage? B: Same garage, after nine.',
          minimized: false,
        },
        {
          startedAt: '2025-02-12T08:15:02Z',
          durationSeconds: 41,
          summary: 'Not pertinent; minimised.',
          transcript: null,
          minimized: true,
        },
      ],
    },
    own: { substance: 'methamphetamine' },
  });
}

function deaRecords(tell: Teller): readonly StoredRecord[] {
  return [
    tell.record({
      ...RECORD,
      key: 'copper-lantern-report',
      title: 'Surveillance of a handover in Houston',
      synopsis: 'Two sports bags changed hands at a truck stop.',
      narrative:
        'Esteban Lizarraga Najera handed two sports bags to the driver of a van, plate QZQ-0143, and called +1 202 555 0143 at once.',
      occurredOn: '2025-01-17',
      recordedOn: '2025-01-18',
      subjectIds: ['suspect', 'group'].map(tell.id),
      caseId: tell.id('copper-lantern'),
      identifiers: [...VAN, { kind: 'PHONE', value: PHONE, country: null }],
      investigation: { reportNumber: 'ROI-DEA-9042-1', techniques: ['surveillance'] },
      own: { substance: 'methamphetamine' },
    }),
    lineRecord(tell),
    tell.record({
      ...RECORD,
      key: 'copper-lantern-source',
      title: 'Debriefing of a source on the supply from Culiacán',
      synopsis: 'A source in a position to know expects a load within the month.',
      narrative: 'The source says that the load waits in Culiacán and that one man in Houston decides when it moves.',
      occurredOn: '2025-01-29',
      recordedOn: '2025-01-30',
      sourceReliability: 'A',
      subjectIds: ['source', 'suspect'].map(tell.id),
      caseId: tell.id('copper-lantern'),
      investigation: { reportNumber: 'ROI-DEA-9042-2', techniques: ['debriefing of a source'] },
      own: { substance: 'methamphetamine' },
    }),
  ];
}

function suspect(tell: Teller, surname: string, firstNames: string, told: Partial<PersonEntity>): PersonEntity {
  return tell.person({
    key: 'suspect',
    surname: name(surname),
    firstNames: name(firstNames),
    sex: 'M',
    dateOfBirth: '1981-04-27',
    placeOfBirth: { city: 'Culiacán', region: 'SIN', country: 'MX' },
    currentNationalities: ['MX'],
    passports: [{ type: 'passport', number: 'QZ0143143', country: 'MX', validUntil: '2029-07-30' }],
    dataSubjectCategory: 'SUSPECT',
    circumstances: 'Suspected of deciding when loads move from Culiacán to Houston.',
    phones: [PHONE],
    ...told,
  });
}

function transfer(executedOn: string, amount: string): TransactionValue {
  const [fromAccount, toAccount] = ['000001430143', 'LV91ZZZZ0000000000143'];
  return { executedOn, amount: { amount, currency: 'USD' }, fromAccount, toAccount, reference: 'invoice' };
}
