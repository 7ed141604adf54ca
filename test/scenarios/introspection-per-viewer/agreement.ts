import { agreed } from '../../support/scenario/agreed.ts';

/** ICE shows DEA what its records are about and its own seizure numbers, and nobody anything else. */
export const AGREEMENT = agreed(
  ['ICE', 'DEA'],
  [
    {
      id: '1',
      share: {
        from: ['ICE'],
        to: ['DEA'],
        categories: ['RECORD_SUMMARY'],
        coordinates: ['IceRecord.seizureNumber', 'WiretapIntercept.line'],
        where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
      },
    },
    { id: '2', withhold: { from: ['ICE'], to: ['DEA'], coordinates: ['WiretapIntercept.line'] } },
  ],
);
