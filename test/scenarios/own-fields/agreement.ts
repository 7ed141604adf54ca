import { agreed } from '../../support/scenario/agreed.ts';

/** ICE shows its reports to DEA and FBI, and the numbers of its seizures to DEA: some with the rest, some in part. */
export const AGREEMENT = agreed(
  ['ICE', 'DEA', 'FBI'],
  [
    { id: '1', share: { from: ['ICE'], to: ['DEA', 'FBI'], categories: ['RECORD_SUMMARY'] } },
    {
      id: '2',
      share: {
        from: ['ICE'],
        to: ['DEA'],
        coordinates: ['IceRecord.seizureNumber'],
        where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
      },
    },
  ],
);
