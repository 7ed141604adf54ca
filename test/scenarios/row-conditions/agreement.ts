import { agreed } from '../../support/scenario/agreed.ts';

const between = { from: ['ICE'], to: ['DEA', 'FBI'] };

/** ICE shares some rows: by area, date, programme and kind of records; by the state of cases; by the role of persons. */
export const AGREEMENT = agreed(
  ['ICE', 'DEA', 'FBI'],
  [
    {
      id: '1',
      share: {
        ...between,
        records: ['REPORT_OF_INVESTIGATION'],
        categories: ['RECORD_SUMMARY'],
        where: {
          crimeAreas: { anyOf: ['drug-trafficking'], noneOf: ['terrorism'] },
          recordedOn: { from: '2010-01-01', until: '2010-12-31' },
          program: 'OCDETF',
        },
      },
    },
    {
      id: '2',
      share: {
        ...between,
        records: ['REPORT_OF_INVESTIGATION'],
        dataSubjects: ['SUSPECT'],
        categories: ['PERSONAL_IDENTITY'],
      },
    },
    {
      id: '3',
      share: { ...between, cases: true, categories: ['CASE_SUMMARY'], where: { 'case.status': { anyOf: ['OPEN'] } } },
    },
    {
      id: '4',
      share: {
        ...between,
        categories: ['RECORD_NARRATIVE'],
        records: ['REPORT_OF_INVESTIGATION'],
        where: { allOf: [{ office: 'Reno District Office' }, { not: { program: { anyOf: ['HIDTA'] } } }] },
      },
    },
  ],
);
