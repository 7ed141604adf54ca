import { agreed } from '../../support/scenario/agreed.ts';

const drugs = { crimeAreas: { anyOf: ['drug-trafficking'] } };

/**
 * ICE shows DEA its titles, synopses of what was traded in drugs, and no narrative; FBI shows titles masked, and of them
 * some in full; ATF shows its records' dates alone.
 */
export const AGREEMENT = agreed(
  ['ICE', 'DEA', 'FBI', 'ATF'],
  [
    { id: 'titles', share: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.title', 'Record.recordedOn'] } },
    { id: 'synopses', share: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.synopsis'], where: drugs } },
    { id: 'victims', withhold: { from: ['ICE'], to: ['DEA'], where: { program: 'HIDTA' } } },
    {
      id: 'masked',
      share: {
        from: ['FBI'],
        to: ['DEA'],
        coordinates: ['Record.title'],
        treatments: { 'Record.title': 'masked' },
        obligations: { quotas: [{ perDay: 2 }] },
      },
    },
    {
      id: 'plain',
      share: {
        from: ['FBI'],
        to: ['DEA'],
        coordinates: ['Record.title'],
        where: drugs,
        obligations: { quotas: [{ perDay: 2 }] },
      },
    },
    { id: 'dates', share: { from: ['ATF'], to: ['DEA'], coordinates: ['Record.recordedOn'] } },
  ],
);
