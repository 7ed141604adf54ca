import { agreed } from '../../support/scenario/agreed.ts';

const AGENCIES = ['ICE', 'FBI', 'ATF', 'DEA'];

/** Everybody shares titles. */
export const AGREEMENT = agreed(AGENCIES, [
  { id: '1', share: { from: AGENCIES, to: AGENCIES, categories: ['RECORD_SUMMARY'] } },
]);
