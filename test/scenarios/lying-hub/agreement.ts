import { agreed } from '../../support/scenario/agreed.ts';

export const AGENCIES = ['ICE', 'FBI', 'ATF', 'DEA'];

/** ICE shares of drug trafficking, FBI names whom to call, ATF shares nothing with DEA. */
export const AGREEMENT = agreed(AGENCIES, [
  {
    id: 'ice',
    share: {
      from: ['ICE'],
      to: ['DEA'],
      categories: ['RECORD_SUMMARY'],
      where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
    },
  },
  { id: 'ice-contacts', share: { from: ['ICE', 'FBI'], to: ['DEA'], categories: ['LIAISON_CONTACT'] } },
  { id: 'fbi', share: { from: ['FBI'], to: ['DEA'], disclosure: 'CONTACT', categories: ['RECORD_SUMMARY'] } },
]);
