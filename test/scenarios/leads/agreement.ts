import { agreed } from '../../support/scenario/agreed.ts';

export const AGENCIES = ['ICE', 'DEA', 'FBI'];

/** ICE and DEA lead each other by telephones to their cases; FBI says to DEA that it has one, and no more. */
export const AGREEMENT = agreed(AGENCIES, [
  {
    id: 'ice',
    share: {
      from: ['ICE'],
      to: ['DEA'],
      cases: true,
      coordinates: ['Case.title', 'Case.districts', 'Case.subjects', 'Person.phones'],
      for: { uses: ['investigation'] },
    },
  },
  {
    id: 'dea',
    share: { from: ['DEA'], to: ['ICE'], cases: true, coordinates: ['Case.title', 'Case.subjects', 'Person.phones'] },
  },
  {
    id: 'fbi',
    share: { from: ['FBI'], to: ['DEA'], cases: true, coordinates: ['Person.phones'], disclosure: 'EXISTS' },
  },
]);
