import { agreed } from '../../support/scenario/agreed.ts';

const AGENCIES = ['ICE', 'DEA', 'FBI'];

/** Titles to both; what is said, to DEA alone, and for one purpose, and to prosecutors. */
export const AGREEMENT = agreed(AGENCIES, [
  { id: '1', share: { from: ['ICE'], to: ['DEA', 'FBI'], coordinates: ['Record.title'] } },
  {
    id: '2',
    share: { from: ['ICE'], to: ['DEA'], categories: ['RECORD_NARRATIVE'], for: { areas: ['drug-trafficking'] } },
  },
  {
    id: '3',
    share: { from: ['ICE'], to: ['FBI'], categories: ['RECORD_NARRATIVE'], viewer: { roles: ['prosecutor'] } },
  },
]);

/** The same, without the second clause. */
export const TITLES_ONLY = { ...AGREEMENT, clauses: AGREEMENT.clauses.slice(0, 1) };
