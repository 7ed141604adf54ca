import { aCase, aPerson, aRecord } from '../../agency/samples.ts';

const ice = { originator: 'ICE' };
const name = (romanized: string) => ({ original: romanized.toLowerCase(), script: 'Latn', romanized });

export const suspect = aPerson({ ...ice, surname: name('ALEXANDROV') });
export const associate = aPerson({
  ...ice,
  surname: name('BRANDT'),
  dataSubjectCategory: 'ASSOCIATE',
  dateOfBirth: '1980-11-30',
  phones: ['+12025550143', '911'],
});
export const theCase = aCase(ice);
export const record = aRecord({
  ...ice,
  kind: 'FINANCIAL_MATERIAL',
  synopsis: 'Sums moved abroad',
  crimeAreas: ['drug-trafficking', 'tax'],
  investigation: null,
  caseId: theCase.id,
  subjectIds: [suspect.id, associate.id],
  financial: {
    accounts: [{ institution: 'First Example Bank', number: '000111222', holder: 'A. Brandt', country: 'US' }],
    institutions: ['First Example Bank', 'XBk'],
    totalAmount: { amount: '12500.00', currency: 'EUR' },
    transactions: [
      {
        executedOn: '2010-02-01',
        amount: { amount: '10.00', currency: 'USD' },
        fromAccount: '000111222',
        toAccount: null,
        reference: 'rent',
      },
    ],
  },
});

export const DATA = { ICE: [suspect, associate, theCase, record], DEA: [] };
