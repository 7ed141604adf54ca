import { agreed } from '../../support/scenario/agreed.ts';

const ice = { from: ['ICE'] };

/** ICE lets each agency search its titles three times a day, by name twice; its synopses as often as they like. */
export const AGREEMENT = agreed(
  ['ICE', 'DEA', 'ATF'],
  [
    {
      id: 'counted',
      share: {
        ...ice,
        to: ['DEA', 'ATF'],
        coordinates: ['Record.title'],
        obligations: { quotas: [{ perDay: 3 }, { search: 'name', perDay: 2 }] },
      },
    },
    { id: 'free', share: { ...ice, to: ['DEA', 'ATF'], coordinates: ['Record.synopsis'] } },
    {
      id: 'prints',
      share: {
        ...ice,
        to: ['DEA'],
        coordinates: ['Record.office'],
        obligations: { quotas: [{ search: 'tp-tp', perDay: 1 }] },
      },
    },
  ],
);
