import { aPerson, aRecord, anOrganization } from '../../agency/samples.ts';
import { agreed } from '../../support/scenario/agreed.ts';
import { aHolding } from '../../support/holdings.ts';

const CATEGORIES = [
  'RECORD_SUMMARY',
  'CASE_SUMMARY',
  'PERSONAL_IDENTITY',
  'IDENTITY_DOCUMENTS',
  'CONTACT_DETAILS',
  'ORGANIZATION_IDENTITY',
];

export const AGENCIES = ['DEA', 'ICE', 'FBI', 'ATF', 'USSS'];

/** ICE and ATF share what they hold on persons; with ICE it can be suspended without the others. */
export const WITH_ICE = agreed(
  ['DEA', 'ICE'],
  [{ id: 'all', share: { from: ['ICE'], to: ['DEA'], categories: CATEGORIES } }],
  {
    id: 'with-ice',
  },
);

/** Once a day. */
export const ONCE = agreed(
  ['DEA', 'ICE'],
  [
    {
      id: 'once',
      share: { from: ['ICE'], to: ['DEA'], categories: CATEGORIES, obligations: { quotas: [{ perDay: 1 }] } },
    },
  ],
  { id: 'few' },
);

/** FBI masks telephones. USSS shares nothing. */
export const WITH_OTHERS = agreed(
  ['DEA', 'FBI', 'ATF', 'USSS'],
  [
    { id: 'all', share: { from: ['ATF'], to: ['DEA'], categories: CATEGORIES } },
    {
      id: 'masked',
      share: { from: ['FBI'], to: ['DEA'], categories: CATEGORIES, treatments: { 'Person.phones': 'masked' } },
    },
  ],
  { id: 'with-others' },
);

const latin = (original: string) => ({ original, script: 'Latn', romanized: original.toUpperCase() });
const passport = { type: 'passport', number: '00 0000001', country: 'RU', validUntil: null };
const nobody = { formerNames: [], otherNames: [], aliases: [], alternativeSpellings: [], emails: [], phones: [] };

export const ice = aHolding('ICE', {
  person: { ...nobody, dateOfBirth: '1971-03', phones: ['+12025550143'], passports: [passport] },
});
export const fbi = aHolding('FBI', {
  person: {
    ...nobody,
    surname: latin('Ivanova'),
    firstNames: latin('Yuliya'),
    dateOfBirth: '1972-03-09',
    phones: ['+12025550177'],
    passports: [{ ...passport, number: '000000001' }],
  },
});
export const atf = aHolding('ATF', {
  person: {
    ...nobody,
    surname: latin('Smith'),
    firstNames: latin('John'),
    dateOfBirth: '1960-01-01',
    sex: 'M',
    phones: ['+12025550143'],
    passports: [],
  },
});
export const usss = aHolding('USSS', { person: { ...nobody, passports: [passport] } });
/** Beside the target in the same record of ICE. */
const associate = aPerson({
  originator: 'ICE',
  ...nobody,
  surname: latin('Brandt'),
  firstNames: latin('Anna'),
  passports: [],
});

const registration = { register: 'Delaware Division of Corporations', number: '0012345', country: 'US' };

/** One company, to ICE a dealer and to ATF a money-service business. */
export const company = {
  ice: anOrganization({ originator: 'ICE', names: ['Elm Imports LLC'], kind: 'dealer', registrations: [registration] }),
  atf: anOrganization({
    originator: 'ATF',
    names: ['Elm Imports'],
    kind: 'money-service-business',
    registrations: [{ ...registration, number: '12345' }, registration],
  }),
};

/** What each agency holds. */
export const DATA = {
  DEA: [],
  ICE: [
    ice.contact,
    ice.person,
    associate,
    ice.case,
    { ...ice.record, subjectIds: [ice.person.id, associate.id] },
    company.ice,
    aRecord({ originator: 'ICE', subjectIds: [company.ice.id] }),
  ],
  FBI: fbi.all,
  ATF: [...atf.all, company.atf, aRecord({ originator: 'ATF', subjectIds: [company.atf.id] })],
  USSS: usss.all,
};
