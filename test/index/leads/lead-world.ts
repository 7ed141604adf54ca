import type { Agreement, Clause } from '../../../policy/agreement.ts';
import { compileRuleset } from '../../../policy/ruleset.ts';
import type { ContributedSelector, ContributedSubject } from '../../../matching/contributed.ts';
import type { Labels } from '../../../policy/condition/evaluate.ts';
import type { Asking } from '../../../subgraphs/kit/subgraph.ts';
import { blindOf, id, type TestPointer } from '../pointers.ts';
import { asking, parties } from '../world.ts';

/** ICE and DEA work together on drugs: what each tells the other of its cases. FBI tells DEA that it has one, and no more. */
const CLAUSES: readonly Clause[] = [
  share('ice', ['ICE'], ['DEA'], {
    coordinates: [
      'Case.title',
      'Case.districts',
      'Case.subjects',
      'Person.phones',
      'Organization.registrations',
      'Organization.names',
    ],
    where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
    for: { areas: ['drug-trafficking'] },
  }),
  share('dea', ['DEA'], ['ICE'], {
    coordinates: ['Case.title', 'Case.districts', 'Case.subjects', 'Person.phones', 'Group.accounts'],
  }),
  share('names', ['ICE'], ['DEA'], {
    coordinates: ['Person.surname', 'Person.firstNames', 'Person.dateOfBirth'],
    where: { dataSubjectCategory: { anyOf: ['SUSPECT'] } },
  }),
  share('fbi', ['FBI'], ['DEA'], { coordinates: ['Person.phones'], disclosure: 'EXISTS' }),
  share('usss', ['USSS'], ['DEA'], { coordinates: ['Person.phones'], disclosure: 'SILENT' }),
];

function share(clause: string, from: readonly string[], to: readonly string[], what: object): Clause {
  return { id: clause, text: clause, share: { from: [...from], to: [...to], ...what } };
}

/** What is not as it usually is. */
interface Otherwise {
  /** Clauses that are not in the agreement. */
  readonly without?: string | readonly string[];
  readonly area?: string;
  readonly sub?: string;
}

/** A viewer of the agency. */
export function leading(agency: string, { without = [], area = 'drug-trafficking', sub = '' }: Otherwise = {}): Asking {
  const viewer = asking(agency, { area, ...(sub && { sub }) });
  const agreement: Agreement = {
    concordat: 1,
    id: 'leads',
    title: 'On leads',
    signed: '2009-06-18',
    effective: '2009-06-18',
    parties: ['DEA', 'FBI', 'ICE', 'USSS'],
    clauses: CLAUSES.filter((clause) => ![without].flat().includes(clause.id)),
  };
  const source = {
    agreements: [{ agreement, digest: `sha256-${[without].flat().join('-')}` }],
    agencies: parties.agencies,
  };
  const ruleset = compileRuleset(source, viewer.now);
  return { ...viewer, grant: ruleset.grant(viewer.caller.viewer, viewer.caller.purpose) };
}

/** A subject of a case with its selectors: numbers of sources, each with a text. */
export interface TestSubject {
  readonly type?: ContributedSubject['type'];
  readonly labels?: Readonly<Record<string, unknown>>;
  readonly selectors: readonly (readonly [number, string])[];
}

/** Numbers of the sources that stand in cases. */
export const PHONES = 1;
/** No agreement of this world lets anybody search by it. */
export const EMAILS = 2;
export const SURNAME = 5;
export const REGISTRATIONS = 13;

/** A case with subjects, in districts. */
export function aCase(
  originator: string,
  n: number,
  subjects: readonly TestSubject[],
  labels: Labels & { readonly districts?: readonly string[] } = {},
): TestPointer {
  const selectors: readonly ContributedSelector[] = subjects.flatMap((subject, place) =>
    subject.selectors.map(([source, text]) => ({ source, subject: place, blind: blindOf(text) })),
  );
  return {
    n,
    originator,
    family: 'Case',
    labels: { crimeAreas: ['drug-trafficking'], status: 'OPEN', districts: [`D-${originator}`], ...labels },
    subjects: subjects.map(({ type = 'PERSON', labels: of = { dataSubjectCategory: 'SUSPECT' } }, place) => ({
      id: id(100_000 + n * 100 + place),
      type,
      labels: of,
    })),
    selectors,
  };
}

/** A person with this telephone. */
export function phone(text: string): TestSubject {
  return { selectors: [[PHONES, text]] };
}
