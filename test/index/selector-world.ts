import type { Agreement, Clause } from '../../policy/agreement.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import type { Asking } from '../../subgraphs/kit/subgraph.ts';
import { asking, parties } from './world.ts';

/**
 * What DEA obtains: records of ICE in full, with their subjects, which it finds by telephones of adults, by the line of an
 * intercept, and by names that are not of victims; of its cases the subjects only where they are on drugs; whom to call about
 * the records of the programme, by any telephone in them; of FBI a contact, by telephones; of ATF existence, by accounts and lines. FBI shares first names
 * with nobody, so that nobody is found there by name. USSS is told of telephones of which nobody else is.
 */
const clauses: readonly Clause[] = [
  share('summaries', 'ICE', {
    coordinates: ['Record.title', 'Record.crimeAreas', 'Record.recordedOn', 'Record.occurredOn', 'Case.openedOn'],
  }),
  share('subjects', 'ICE', { coordinates: ['Record.subjects'] }),
  share('subjects of cases', 'ICE', {
    coordinates: ['Case.subjects'],
    where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
  }),
  share('calls', 'ICE', { coordinates: ['Person.phones'], where: { program: 'OCDETF' }, disclosure: 'CONTACT' }),
  share('phones', 'ICE', { coordinates: ['Person.phones'], where: { minor: false } }),
  share('lines', 'ICE', { coordinates: ['WiretapIntercept.line'], where: { program: 'OCDETF' } }),
  share('names', 'ICE', {
    coordinates: ['Person.surname', 'Person.firstNames', 'Person.dateOfBirth'],
    where: { dataSubjectCategory: { anyOf: ['SUSPECT', 'CONVICTED'] } },
  }),
  share('aliases', 'ICE', { coordinates: ['Person.aliases'], where: { nationalities: { anyOf: ['US'] } } }),
  share('fbi', 'FBI', {
    coordinates: ['Person.phones', 'Person.surname', 'Person.dateOfBirth', 'Group.accounts'],
    disclosure: 'CONTACT',
  }),
  share('atf', 'ATF', {
    coordinates: ['Group.accounts', 'WiretapIntercept.line'],
    where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
    disclosure: 'EXISTS',
  }),
  share('usss', 'USSS', { coordinates: ['Person.phones'], disclosure: 'SILENT' }),
];

/** A clause by which an agency shares with DEA. */
export function share(id: string, from: string, what: object): Clause {
  return { id, text: id, share: { from: [from], to: ['DEA'], ...what } };
}

/** A viewer of the agency under this agreement, or one of other clauses. */
export function askingOf(agency: string, under = clauses): Asking {
  const viewer = asking(agency);
  const agreement: Agreement = {
    concordat: 1,
    id: 'selectors',
    title: 'On selectors',
    signed: '2009-06-18',
    effective: '2009-06-18',
    parties: ['ATF', 'DEA', 'FBI', 'ICE', 'USSS'],
    clauses: under,
  };
  const ruleset = compileRuleset(
    { agreements: [{ agreement, digest: 'sha256-s' }], agencies: parties.agencies },
    viewer.now,
  );
  return { ...viewer, grant: ruleset.grant(viewer.caller.viewer, viewer.caller.purpose) };
}
