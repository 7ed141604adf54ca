import { randomUUID } from 'node:crypto';
import type { Stored, StoredOf } from '../../../subgraphs/agency/rows/stored.ts';
import { aCase, aPerson, aRecord, type RecordValues } from '../../agency/samples.ts';

const ice = { originator: 'ICE' };
const ids = Array.from({ length: 12 }, () => randomUUID()).sort();
const id = (position: number) => ids[position]!;

/** Names that queries use. */
export const SHOWN_ID = id(4);
export const HIDDEN_ID = id(5);

/** What a world may have otherwise than another. */
export interface Hidden {
  readonly record?: RecordValues;
  readonly person?: Partial<StoredOf<'Person'>>;
  readonly case?: Partial<StoredOf<'Case'>>;
  /** More subjects of the shown record, in front of the others. */
  readonly subjects?: readonly StoredOf<'Person'>[];
  readonly more?: readonly Stored[];
}

/** What ICE holds: of two records, a case and a person DEA sees something; the rest is as a test says. */
export function holdings({ record, person, case: ofCase, subjects = [], more = [] }: Hidden = {}): readonly Stored[] {
  const suspect = aPerson({ ...ice, id: id(1), ...person });
  const openCase = aCase({ ...ice, id: id(2), title: 'open', ...ofCase });
  const shown = aRecord({
    ...ice,
    id: SHOWN_ID,
    title: 'first',
    caseId: openCase.id,
    subjectIds: [...subjects.map((other) => other.id), suspect.id],
    ...record,
  });
  const second = aRecord({ ...ice, id: id(9), title: 'second', caseId: openCase.id });
  const intercept = aRecord({ ...ice, id: id(10), kind: 'WIRETAP_INTERCEPT', title: 'heard', investigation: null });
  return [suspect, ...subjects, openCase, shown, second, intercept, ...more];
}

/** A record that DEA does not see, before, between or after those that it sees. */
const hidden = (position: number, values: RecordValues) =>
  aRecord({ ...ice, id: id(position), title: 'hidden', ...values });

/** Worlds that differ from the first in what DEA does not see. */
export const OTHERS: readonly (readonly [string, Hidden])[] = [
  [
    'other values in closed fields',
    {
      record: {
        narrative: 'Something else.',
        synopsis: null,
        program: 'HIDTA',
        office: 'Elko',
        recordedOn: '1999-01-01',
        investigation: null,
        sourceReliability: 'X',
      },
      case: { summary: 'Another sum.', number: 'ICE-1', districts: [], crimeAreas: ['cybercrime'], openedOn: null },
    },
  ],
  [
    'other values where only a part is shown',
    {
      person: {
        dateOfBirth: '1971-12-31',
        passports: [{ type: 'passport', number: '99 9990001', country: 'RU', validUntil: '2030-01-31' }],
        addresses: [{ street: '2 Oak St', city: 'Elko', region: 'NV', postalCode: '1', country: 'US' }],
        phones: [],
        aliases: [],
        minor: true,
      },
    },
  ],
  [
    'records more, hidden each for a reason of its own',
    {
      more: [
        hidden(0, { crimeAreas: ['cybercrime'] }),
        hidden(5, { handling: undefined }),
        hidden(6, { obtainedFrom: { party: 'ICRF', agreement: null } }),
        hidden(7, { caseId: id(2), kind: 'FINANCIAL_MATERIAL', recordedOn: '2030-01-01' }),
        hidden(11, {
          kind: 'WIRETAP_INTERCEPT',
          handling: { releasableTo: [], notReleasableTo: [], originatorConsent: true, notAsEvidence: false, codes: [] },
        }),
      ],
    },
  ],
  [
    'a witness and a case more',
    {
      subjects: [aPerson({ ...ice, id: id(0), dataSubjectCategory: 'WITNESS' })],
      more: [aCase({ ...ice, id: id(3), status: 'CLOSED' })],
    },
  ],
];
