import { agreed } from '../../support/scenario/agreed.ts';

/** ICE shares the titles of its records with DEA. */
export const AGREEMENT = agreed(
  ['ICE', 'DEA', 'USAO'],
  [{ id: 'titles', share: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.title'] } }],
);
