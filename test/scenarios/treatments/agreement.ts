import { agreed } from '../../support/scenario/agreed.ts';

const between = { from: ['ICE'], to: ['DEA'] };

/** ICE shows values in part; suspects' names in full, those of others masked. */
export const AGREEMENT = agreed(
  ['ICE', 'DEA'],
  [
    {
      id: '1',
      share: {
        ...between,
        coordinates: [
          'Record.title',
          'Record.synopsis',
          'Record.recordedOn',
          'Record.crimeAreas',
          'Record.subjects',
          'Record.case',
          'FinancialMaterial.accounts',
          'FinancialMaterial.institutions',
          'FinancialMaterial.totalAmount',
          'FinancialMaterial.transactions',
        ],
        treatments: {
          'Record.synopsis': 'masked',

          'Record.crimeAreas': 'masked',
          'FinancialMaterial.accounts': 'masked',
          'FinancialMaterial.institutions': 'masked',
          'FinancialMaterial.totalAmount': 'generalised',
          'FinancialMaterial.transactions': 'masked',
        },
      },
    },
    {
      id: '2',
      share: {
        ...between,
        coordinates: ['Person.surname', 'Person.phones', 'Person.dateOfBirth', 'Person.addresses', 'Person.passports'],
        treatments: {
          'Person.surname': 'masked',
          'Person.phones': 'masked',
          'Person.dateOfBirth': 'generalised',
          'Person.addresses': 'generalised',
          'Person.passports': 'masked',
        },
      },
    },
    {
      id: '3',
      share: { ...between, dataSubjects: ['SUSPECT'], coordinates: ['Person.surname', 'Person.passports'] },
    },
    {
      id: '4',
      share: {
        ...between,
        coordinates: ['Case.title', 'Case.seizures'],
        treatments: { 'Case.seizures': 'generalised' },
      },
    },
  ],
);
