import type { Agreement } from '../../../policy/agreement.ts';

/** An agreement that uses every key of the language, without a mistake. */
export const RICH: Agreement = {
  concordat: 1,
  id: 'rich',
  title: 'Every key',
  source: 'invented',
  signed: '2010-01-01',
  effective: '2010-01-01',
  until: '2030-01-01',
  parties: ['ICE', 'DEA', 'FBI', 'OFC'],
  supersedes: ['first'],
  amends: [{ agreement: 'second', replaces: ['I'] }],
  supplements: ['third'],
  follows: ['first'],
  noticeDays: 30,
  groups: { OFC: { name: 'Fusion Center', coordinator: 'DEA', members: ['DEA', 'FBI'] } },
  accessions: [
    { party: 'ICE', to: 'OFC', from: '2010-02-01', backDated: true, participation: 'limited', reserves: ['rich#I'] },
  ],
  clauses: [
    {
      id: 'I',
      text: 'Members share.',
      share: {
        from: ['OFC'],
        to: ['OFC'],
        participants: ['active', 'limited'],
        reciprocal: true,
        consent: true,
        records: ['REPORT_OF_INVESTIGATION'],
        cases: true,
        dataSubjects: ['SUSPECT'],
        categories: ['PERSONAL_IDENTITY'],
        coordinates: ['Record.title'],
        treatments: { 'Person.dateOfBirth': 'generalised' },
        where: {
          crimeAreas: { anyOf: ['drug-trafficking'], noneOf: ['tax-crime'] },
          not: { reference: { anyOf: ['x'] } },
          allOf: [{ anyOf: [{ recordedOn: { from: 'accession', until: '2020-01-01' } }, { 'person.minor': false }] }],
        },
        for: {
          areas: ['drug-trafficking'],
          uses: ['investigation'],
          searches: ['name'],
          stage: 'match',
          released: true,
          minPenaltyMonths: 6,
        },
        viewer: {
          roles: ['analyst'],
          trainings: ['privacy'],
          clearance: 'secret',
          officers: ['DEA:officer-1'],
          contactPoint: true,
        },
        disclosure: 'FULL',
        obligations: {
          notifyOriginator: true,
          retentionDays: 30,
          attribution: 'ICE',
          quotas: [{ search: 'name', perDay: 10, maxCandidates: 5 }],
          evidence: 'with-consent',
          onward: 'forbidden',
          recordOnward: true,
        },
      },
    },
    {
      id: 'II',
      text: 'ICE closes.',
      withhold: {
        from: ['ICE'],
        to: ['OFC'],
        where: { 'person.nationalOf': 'originator' },
        for: { uses: ['analysis'] },
        viewer: { roles: ['auditor'] },
      },
    },
    {
      id: 'III',
      text: 'Both match.',
      deconflict: {
        from: ['ICE'],
        to: ['DEA'],
        selectors: ['PHONE'],
        events: { radiusMetres: 100, hours: 1 },
        areas: ['drug-trafficking'],
        tells: 'both',
        disclosure: 'CONTACT',
        hold: true,
        answerHours: 24,
      },
    },
    {
      id: 'IV',
      text: 'Life first.',
      share: {
        from: ['ICE'],
        to: ['DEA'],
        categories: ['FINANCIAL'],
        override: true,
        for: { uses: ['threat-to-life'] },
      },
    },
  ],
};

/** The agreements that it speaks of. */
export const BESIDE: readonly Agreement[] = ['first', 'second', 'third'].map((id) => ({
  concordat: 1,
  id,
  title: id,
  signed: '2009-01-01',
  effective: '2009-01-01',
  parties: ['ICE', 'DEA'],
  clauses: [{ id: 'I', text: 'words' }],
}));
