import { agreed } from '../../support/scenario/agreed.ts';

const between = { from: ['ICE'], to: ['DEA'] };

/** Stays in force, so that records are found. */
export const STAYS = agreed(['ICE', 'DEA'], [{ id: '1', share: { ...between, coordinates: ['Record.kind'] } }], {
  id: 'stays',
});

/** The agreement of which the notices speak. */
export const PACT = agreed(
  ['ICE', 'DEA'],
  [
    { id: 'titles', share: { ...between, coordinates: ['Record.title'] } },
    { id: 'narratives', share: { ...between, coordinates: ['Record.narrative'] } },
    { id: 'later', share: { ...between, coordinates: ['Record.synopsis'], for: { stage: 'follow-up' } } },
  ],
  { id: 'pact' },
);
