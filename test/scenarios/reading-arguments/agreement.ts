import { agreed } from '../../support/scenario/agreed.ts';

/** ICE shows what its records are about, and keeps their kind and the day of what happened; FBI shows all of that. */
export const AGREEMENT = agreed(
  ['ICE', 'DEA', 'FBI'],
  [
    { id: '1', share: { from: ['ICE', 'FBI'], to: ['DEA'], categories: ['RECORD_SUMMARY'] } },
    { id: '2', withhold: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.kind', 'Record.occurredOn'] } },
  ],
);
