import { agreed } from '../../support/scenario/agreed.ts';

const between = { from: ['ICE'], to: ['DEA'] };

/** ICE keeps its narratives to itself, unless a life is in danger. */
export const AGREEMENT = agreed(
  ['ICE', 'DEA'],
  [
    { id: 'titles', share: { ...between, coordinates: ['Record.title'] } },
    { id: 'kept', withhold: { ...between, coordinates: ['Record.narrative'] } },
    {
      id: 'life',
      share: { ...between, coordinates: ['Record.narrative'], for: { uses: ['threat-to-life'] }, override: true },
    },
  ],
);
