import { agreed } from '../../support/scenario/agreed.ts';

export const AGENCIES = ['ICE', 'FBI', 'DEA'];

/** Everybody shares titles, cases and persons; ICE does so of drug trafficking only. Nobody shares what is narrated. */
export const AGREEMENT = agreed(AGENCIES, [
  {
    id: 'others',
    share: {
      from: ['FBI', 'DEA'],
      to: AGENCIES,
      categories: ['RECORD_SUMMARY', 'CASE_SUMMARY', 'PERSONAL_IDENTITY'],
    },
  },
  {
    id: 'ice',
    share: {
      from: ['ICE'],
      to: AGENCIES,
      categories: ['RECORD_SUMMARY', 'CASE_SUMMARY', 'PERSONAL_IDENTITY'],
      where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
    },
  },
]);
