import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import type { Agreement } from '../../policy/agreement.ts';
import type { Parties } from '../../policy/parties.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import type { Asking } from '../../subgraphs/kit/subgraph.ts';

/** The parties of this exchange. */
export const parties = parseYaml(readFileSync('agreements/parties.yaml', 'utf8')) as Parties;

/** DEA obtains: in full from ICE, a contact from FBI, existence from ATF. ICRF shares nothing. */
const agreement: Agreement = {
  concordat: 1,
  id: 'drugs-2009',
  title: 'On drug-related records',
  signed: '2009-06-18',
  effective: '2009-06-18',
  parties: ['ATF', 'DEA', 'FBI', 'ICE'],
  clauses: [
    {
      id: '1',
      text: 'ICE shares summaries of its drug-related records and cases.',
      share: {
        from: ['ICE'],
        to: ['DEA'],
        records: ['REPORT_OF_INVESTIGATION', 'FINANCIAL_MATERIAL'],
        cases: true,
        coordinates: [
          'Record.title',
          'Record.kind',
          'Record.crimeAreas',
          'Record.program',
          'Case.title',
          'Case.status',
          'Case.openedOn',
        ],
        where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
        for: { areas: ['drug-trafficking'] },
      },
    },
    {
      id: '2',
      text: 'ICE shares when it recorded what it did under the programme.',
      share: {
        from: ['ICE'],
        to: ['DEA'],
        records: ['REPORT_OF_INVESTIGATION'],
        coordinates: ['Record.recordedOn'],
        where: { crimeAreas: { anyOf: ['drug-trafficking'] }, program: 'OCDETF' },
        for: { areas: ['drug-trafficking'] },
      },
    },
    {
      id: '3',
      text: 'ICE names its liaison contacts.',
      share: {
        from: ['ICE'],
        to: ['DEA'],
        categories: ['LIAISON_CONTACT'],
        where: { 'contact.contactRole': 'DUTY_OFFICER' },
      },
    },
    {
      id: '4',
      text: 'FBI tells whom to call about records that are found by area.',
      share: {
        from: ['FBI'],
        to: ['DEA'],
        records: ['REPORT_OF_INVESTIGATION'],
        coordinates: ['Record.crimeAreas'],
        disclosure: 'CONTACT',
      },
    },
    {
      id: '5',
      text: 'ATF tells that it has a record.',
      share: {
        from: ['ATF'],
        to: ['DEA'],
        records: ['REPORT_OF_INVESTIGATION'],
        coordinates: ['Record.crimeAreas', 'Record.kind'],
        disclosure: 'EXISTS',
      },
    },
  ],
};

const now = new Date('2026-01-01T00:00:00Z');

/** The agreement, in force. */
export const ruleset = compileRuleset(
  { agreements: [{ agreement, digest: 'sha256-x' }], agencies: parties.agencies },
  now,
);

/** A viewer of the agency, investigating drug trafficking unless said otherwise. */
export function asking(agency: string, { area = 'drug-trafficking', sub = `analyst@${agency}` } = {}): Asking {
  const viewer = { agency, role: 'analyst', sub };
  const purpose = { area, use: 'investigation', case: `${agency}-2026-0001` };
  return { caller: { viewer, purpose, ruleset: ruleset.digest }, grant: ruleset.grant(viewer, purpose), now };
}

/** A viewer of the agency who states no purpose. */
export function askingForNothing(agency: string): Asking {
  const viewer = { agency, role: 'analyst', sub: `analyst@${agency}` };
  return { caller: { viewer, ruleset: ruleset.digest }, grant: ruleset.grant(viewer, undefined), now };
}
