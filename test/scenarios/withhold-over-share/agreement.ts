import { agreed } from '../../support/scenario/agreed.ts';

const AGENCIES = ['ICE', 'FBI', 'DEA'];

/** A centre whose members share nearly everything. */
export const CENTRE = agreed(
  AGENCIES,
  [
    {
      id: '1',
      share: {
        from: AGENCIES,
        to: AGENCIES,
        categories: [
          'RECORD_SUMMARY',
          'RECORD_NARRATIVE',
          'CASE_SUMMARY',
          'PERSONAL_IDENTITY',
          'CONTACT_DETAILS',
          'ORGANIZATION_IDENTITY',
        ],
      },
    },
  ],
  { id: 'centre' },
);

/** What ICE keeps from DEA, and from it alone. */
export const KEPT = agreed(
  ['ICE', 'DEA'],
  [
    { id: 'narratives', withhold: { from: ['ICE'], to: ['DEA'], categories: ['RECORD_NARRATIVE'] } },
    { id: 'money', withhold: { from: ['ICE'], to: ['DEA'], records: ['FINANCIAL_MATERIAL'] } },
    { id: 'closed', withhold: { from: ['ICE'], to: ['DEA'], cases: true, where: { 'case.status': 'CLOSED' } } },
    { id: 'minors', withhold: { from: ['ICE'], to: ['DEA'], where: { 'person.minor': true } } },
    {
      id: 'victims',
      withhold: {
        from: ['ICE'],
        to: ['DEA'],
        categories: ['PERSONAL_IDENTITY'],
        where: { 'person.dataSubjectCategory': { anyOf: ['VICTIM', 'WITNESS'] } },
      },
    },
    {
      id: 'prosecution',
      withhold: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.synopsis'], for: { uses: ['prosecution'] } },
    },
    {
      id: 'prosecutors',
      withhold: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.program'], viewer: { roles: ['prosecutor'] } },
    },
  ],
  { id: 'kept' },
);

/** A later agreement that shares again what another withholds. */
export const LATER = agreed(
  ['ICE', 'DEA'],
  [{ id: '1', share: { from: ['ICE'], to: ['DEA'], categories: ['RECORD_NARRATIVE', 'PERSONAL_IDENTITY'] } }],
  { id: 'later', signed: '2020-01-01', effective: '2020-01-01' },
);
