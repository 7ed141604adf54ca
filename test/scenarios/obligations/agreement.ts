import { agreed } from '../../support/scenario/agreed.ts';

/** What ICE shows DEA it wants to hear of; what the FBI shows it does not. The notice is not what case numbers are for. */
export const AGREEMENT = agreed(
  ['ICE', 'FBI', 'DEA', 'ATF'],
  [
    {
      id: 'told',
      share: {
        from: ['ICE'],
        to: ['DEA'],
        coordinates: ['Record.title'],
        obligations: { notifyOriginator: true, retentionDays: 30, attribution: 'Source: ICE', onward: 'with-consent' },
      },
    },
    {
      id: 'not-told',
      share: {
        from: ['FBI'],
        to: ['DEA', 'ATF'],
        coordinates: ['Record.title'],
        obligations: { recordOnward: true },
      },
    },
    {
      id: 'persons',
      share: {
        from: ['ICE'],
        to: ['DEA'],
        coordinates: ['Person.occupation'],
        obligations: { notifyOriginator: true, evidence: 'with-consent' },
      },
    },
    { id: 'free', share: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.synopsis'] } },
  ],
);
