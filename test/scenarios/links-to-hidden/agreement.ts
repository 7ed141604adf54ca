import { agreed } from '../../support/scenario/agreed.ts';

const between = { from: ['ICE'], to: ['DEA'] };

/** Of everything that a record leads to, ICE shows DEA some and not others: links lead to both. */
export const AGREEMENT = agreed(
  ['ICE', 'DEA', 'FBI'],
  [
    {
      id: 'records',
      share: {
        ...between,
        records: ['REPORT_OF_INVESTIGATION'],
        coordinates: ['Record.title', 'Record.crimeAreas', 'Record.subjects', 'Record.case', 'Record.contact'],
        where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
      },
    },
    { id: 'persons', share: { ...between, dataSubjects: ['SUSPECT'], coordinates: ['Person.surname'] } },
    {
      id: 'groups',
      share: { ...between, coordinates: ['Group.names', 'Group.members'], where: { groupKind: 'cartel' } },
    },
    {
      id: 'organizations',
      share: {
        ...between,
        coordinates: ['Organization.names', 'Organization.directors'],
        where: { organizationKind: 'company' },
      },
    },
    {
      id: 'cases',
      share: {
        ...between,
        cases: true,
        coordinates: ['Case.title', 'Case.records', 'Case.subjects', 'Case.contact'],
        where: { 'case.status': 'OPEN' },
      },
    },
    {
      id: 'contacts',
      share: { ...between, coordinates: ['LiaisonContact.name'], where: { onCall: true } },
    },
  ],
);
