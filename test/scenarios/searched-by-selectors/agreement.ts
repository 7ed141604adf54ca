import { agreed } from '../../support/scenario/agreed.ts';

/** ICE shows what its records are about, and lets them be found by whom they name; FBI only says whom to call. */
export const AGREEMENT = agreed(
  ['ICE', 'DEA', 'FBI', 'ICRF'],
  [
    {
      id: 'III.A',
      share: {
        from: ['ICE'],
        to: ['DEA'],
        categories: ['RECORD_SUMMARY', 'LIAISON_CONTACT', 'PERSONAL_IDENTITY'],
        coordinates: ['Person.phones'],
      },
    },
    { id: 'III.C', withhold: { from: ['ICE'], to: ['DEA'], coordinates: ['WiretapIntercept.line'] } },
    {
      id: 'IV.2',
      share: { from: ['FBI'], to: ['DEA'], disclosure: 'CONTACT', coordinates: ['Person.phones'] },
    },
    { id: 'IV.3', share: { from: ['FBI'], to: ['DEA'], categories: ['LIAISON_CONTACT'] } },
  ],
);
