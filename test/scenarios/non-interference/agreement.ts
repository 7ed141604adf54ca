import { agreed } from '../../support/scenario/agreed.ts';

const between = { from: ['ICE'], to: ['DEA'] };

/** ICE shows DEA some fields of some rows, some of them in part. */
export const AGREEMENT = agreed(
  ['ICE', 'DEA', 'FBI'],
  [
    {
      id: '1',
      share: {
        ...between,
        records: ['REPORT_OF_INVESTIGATION'],
        coordinates: ['Record.title', 'Record.crimeAreas', 'Record.subjects', 'Record.case'],
        where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
      },
    },
    {
      id: '2',
      share: {
        ...between,
        records: ['REPORT_OF_INVESTIGATION'],
        dataSubjects: ['SUSPECT'],
        coordinates: ['Person.surname', 'Person.dateOfBirth', 'Person.passports', 'Person.addresses'],
        treatments: {
          'Person.dateOfBirth': 'generalised',
          'Person.passports': 'masked',
          'Person.addresses': 'generalised',
        },
      },
    },
    {
      id: '3',
      share: { ...between, cases: true, coordinates: ['Case.title', 'Case.records'], where: { 'case.status': 'OPEN' } },
    },
    {
      id: '4',
      share: { ...between, disclosure: 'EXISTS', records: ['WIRETAP_INTERCEPT'], coordinates: ['Record.crimeAreas'] },
    },
  ],
);
