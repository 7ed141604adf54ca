import type { ContributedSelector, ContributedSubject } from '../../matching/contributed.ts';
import type { Agreement, Clause } from '../../policy/agreement.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import { SELECTOR_SOURCES, type SelectorKind } from '../../schema/selectors.ts';
import type { Asking } from '../../subgraphs/kit/subgraph.ts';
import { blindOf, id, record, type TestPointer } from './pointers.ts';
import { asking, parties } from './world.ts';

const IDENTITY = ['Person.surname', 'Person.firstNames', 'Person.dateOfBirth', 'Person.passports', 'Person.phones'];

/**
 * What DEA obtains: of ICE and ATF persons in full, of ATF the passports of adults only, and telephones masked; of FBI whom to
 * call, by passports; of USSS that there is something, by passports.
 * IRS-CI is told of searches by passports and telephones, and nobody else is. ICRF shares nothing.
 */
const clauses: readonly Clause[] = [
  share('ice', 'ICE', { coordinates: ['Record.title', 'Case.title', ...IDENTITY] }),
  share('ice-subjects', 'ICE', { coordinates: ['Record.subjects', 'Case.subjects'] }),
  share('atf', 'ATF', {
    coordinates: ['Record.title', 'Record.subjects', 'Person.surname', 'Person.firstNames', 'Person.dateOfBirth'],
    where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
  }),
  share('atf-passports', 'ATF', { coordinates: ['Person.passports'], where: { minor: false } }),
  share('atf-phones', 'ATF', { coordinates: ['Person.phones'], treatments: { 'Person.phones': 'masked' } }),
  share('fbi', 'FBI', { coordinates: ['Person.passports', 'Person.phones'], disclosure: 'CONTACT' }),
  share('irs', 'IRS-CI', { coordinates: ['Person.passports', 'Person.phones'], disclosure: 'SILENT' }),
  share('usss', 'USSS', { coordinates: ['Person.passports'], disclosure: 'EXISTS' }),
];

function share(clause: string, from: string, what: object): Clause {
  return { id: clause, text: clause, share: { from: [from], to: ['DEA'], ...what } };
}

/** A viewer of DEA under these clauses, or under those of them that are named. */
export function askingUnder(named: (clause: string) => boolean = () => true, sub?: string): Asking {
  const viewer = asking('DEA', sub === undefined ? {} : { sub });
  const agreement: Agreement = {
    concordat: 1,
    id: 'profiles',
    title: 'On profiles',
    signed: '2009-06-18',
    effective: '2009-06-18',
    parties: ['ATF', 'DEA', 'FBI', 'ICE', 'IRS-CI', 'USSS'],
    clauses: clauses.filter((clause) => named(clause.id)),
  };
  const ruleset = compileRuleset(
    { agreements: [{ agreement, digest: 'sha256-p' }], agencies: parties.agencies },
    viewer.now,
  );
  return { ...viewer, grant: ruleset.grant(viewer.caller.viewer, viewer.caller.purpose) };
}

/** A selector of a test: `PASSPORT:1`, blinded as such. */
type Written = `${SelectorKind}:${string}`;

/** A person of a test. @param n the number of their id */
export function person(n: number, minor = false): ContributedSubject {
  return { id: id(n), type: 'PERSON', labels: { minor, dataSubjectCategory: 'SUSPECT', nationalities: ['US'] } };
}

/** An id stays with the agency that first told of it: the numbers of each are its own, those of ICE as they are written. */
const AGENCIES = ['ICE', 'ATF', 'FBI', 'USSS', 'DEA', 'ICRF', 'IRS-CI'];

/** A record with persons in it, and the selectors of each. */
export function about(
  originator: string,
  n: number,
  persons: readonly (readonly [ContributedSubject, ...Written[]])[],
  labels: object = {},
): TestPointer {
  const selectors = persons.flatMap(([, ...written], place) => written.map((one) => selector(one, place)));
  const own = n + 1_000 * AGENCIES.indexOf(originator);
  return { ...record(originator, own, labels as never), subjects: persons.map(([subject]) => subject), selectors };
}

function selector(written: Written, subject: number): ContributedSelector {
  const [kind] = written.split(':') as [SelectorKind];
  const { number } = SELECTOR_SOURCES.find(({ kinds, coordinate }) => kinds.includes(kind) && isOfPerson(coordinate))!;
  return { source: number, subject, blind: blindOf(written) };
}

function isOfPerson(coordinate: string): boolean {
  return coordinate.startsWith('Person.');
}
