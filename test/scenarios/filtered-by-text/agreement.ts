import { agreed } from '../../support/scenario/agreed.ts';

const drugs = { crimeAreas: { anyOf: ['drug-trafficking'] } };
const labels = ['Record.kind', 'Record.crimeAreas', 'Record.recordedOn', 'Record.subjects'];

/**
 * ICE shows DEA the titles of its records and cases, and synopses and summaries of what was traded in drugs; FBI shows
 * titles masked, and in full of what was traded in drugs, and says of whom to call where a telephone number stands; ATF
 * shows kinds alone.
 */
export const AGREEMENT = agreed(
  ['ICE', 'DEA', 'FBI', 'ATF'],
  [
    { id: 'titles', share: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.title', ...labels] } },
    { id: 'numbers', share: { from: ['ICE'], to: ['DEA'], coordinates: ['Person.phones'], where: drugs } },
    { id: 'synopses', share: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.synopsis'], where: drugs } },
    { id: 'cases', share: { from: ['ICE'], to: ['DEA'], coordinates: ['Case.title', 'Case.status', 'Case.openedOn'] } },
    { id: 'summaries', share: { from: ['ICE'], to: ['DEA'], coordinates: ['Case.summary'], where: drugs } },
    { id: 'victims', withhold: { from: ['ICE'], to: ['DEA'], where: { program: 'HIDTA' } } },
    {
      id: 'masked',
      share: {
        from: ['FBI'],
        to: ['DEA'],
        coordinates: ['Record.title', ...labels],
        treatments: { 'Record.title': 'masked' },
      },
    },
    { id: 'plain', share: { from: ['FBI'], to: ['DEA'], coordinates: ['Record.title'], where: drugs } },
    {
      id: 'calls',
      share: { from: ['FBI'], to: ['DEA'], disclosure: 'CONTACT', coordinates: ['Person.phones', 'Record.title'] },
    },
    { id: 'kinds', share: { from: ['ATF'], to: ['DEA'], coordinates: ['Record.kind'] } },
  ],
);
