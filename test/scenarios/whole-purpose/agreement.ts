import { agreed } from '../../support/scenario/agreed.ts';

const between = { from: ['ICE'], to: ['DEA'] };

/** What a hit shows; what a confirmed match, in the matter of a serious offence, shows; what only some viewers see. */
export const AGREEMENT = agreed(
  ['ICE', 'DEA'],
  [
    { id: 'hit', share: { ...between, coordinates: ['Record.kind'] } },
    { id: 'core', share: { ...between, coordinates: ['Record.title'], for: { stage: 'core-data' } } },
    { id: 'serious', share: { ...between, coordinates: ['Record.program'], for: { minPenaltyMonths: 12 } } },
    {
      id: 'trained',
      share: {
        ...between,
        coordinates: ['Record.office'],
        viewer: { trainings: ['privacy'], clearance: 'confidential' },
      },
    },
    { id: 'contact', share: { ...between, coordinates: ['Record.synopsis'], viewer: { contactPoint: true } } },
    {
      id: 'officer',
      share: { ...between, coordinates: ['Record.investigator'], viewer: { officers: ['DEA:officer-17'] } },
    },
  ],
);
