import { agreed } from '../../support/scenario/agreed.ts';

const between = { from: ['ICE'], to: ['DEA'] };

/** Of reports ICE shows what they say, of financial material whom to call, of intercepts that there is one. */
export const AGREEMENT = agreed(
  ['ICE', 'DEA', 'FBI', 'ATF'],
  [
    {
      id: 'full',
      share: {
        ...between,
        records: ['REPORT_OF_INVESTIGATION'],
        coordinates: ['Record.title', 'Record.kind', 'Record.crimeAreas', 'Record.program'],
        treatments: { 'Record.program': 'masked' },
      },
    },
    {
      id: 'contact',
      share: {
        ...between,
        disclosure: 'CONTACT',
        records: ['FINANCIAL_MATERIAL'],
        coordinates: ['Record.kind', 'Record.crimeAreas'],
      },
    },
    {
      id: 'exists',
      share: { ...between, disclosure: 'EXISTS', records: ['WIRETAP_INTERCEPT'], coordinates: ['Record.crimeAreas'] },
    },
    {
      id: 'fbi',
      share: { from: ['FBI'], to: ['DEA'], coordinates: ['Record.title', 'Record.program', 'Record.crimeAreas'] },
    },
    { id: 'atf', share: { from: ['ATF'], to: ['DEA'], coordinates: ['Record.title'] } },
  ],
);
