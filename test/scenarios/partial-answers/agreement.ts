import { agreed } from '../../support/scenario/agreed.ts';

const AGENCIES = ['ICE', 'FBI', 'DEA'];

/** Everybody shares titles, cases and persons. */
export const AGREEMENT = agreed(AGENCIES, [
  {
    id: '1',
    share: { from: AGENCIES, to: AGENCIES, categories: ['RECORD_SUMMARY', 'CASE_SUMMARY', 'PERSONAL_IDENTITY'] },
  },
]);
