import type { Agreement } from '../../../policy/agreement.ts';

/** A centre whose members share records of drug trafficking; one keeps its narratives. */
export const AGREEMENT: Agreement = {
  concordat: 1,
  id: 'centre',
  title: 'A centre of many',
  signed: '2009-08-06',
  effective: '2009-08-06',
  parties: ['ICE', 'FBI', 'DEA', 'ATF'],
  groups: { OFC: { name: 'The centre', coordinator: 'DEA', members: ['ICE', 'FBI', 'DEA', 'ATF'] } },
  clauses: [
    { id: '1', text: 'There is a centre.' },
    {
      id: '3',
      text: 'Members share what their records of drug trafficking say.',
      share: {
        from: ['OFC'],
        to: ['OFC'],
        records: ['REPORT_OF_INVESTIGATION'],
        categories: ['RECORD_SUMMARY', 'RECORD_NARRATIVE'],
        where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
        for: { areas: ['drug-trafficking'] },
      },
    },
    {
      id: '4',
      text: 'ICE keeps its narratives.',
      withhold: { from: ['ICE'], to: ['OFC'], categories: ['RECORD_NARRATIVE'] },
    },
  ],
};
