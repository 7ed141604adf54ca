import fc from 'fast-check';
import { treatmentOn } from '../../policy/cell.ts';
import { evaluate, type Row } from '../../policy/condition/evaluate.ts';
import { projectFetch } from '../../policy/projection/fetch.ts';
import { readGraph } from '../../policy/projection/graph.ts';
import { reveal } from '../../policy/projection/reveal.ts';
import { agencyEntry, agencySdl, compose, hubSdl } from '../support/toy-federation.ts';
import { toyGrant, toyRuleset } from '../support/toy-policy.ts';
import { CODES, agreements, recordRows } from './arbitraries.ts';

const agencies = CODES.map((code) => agencyEntry(code));
const [ice] = agencies;
const graph = readGraph(
  compose({ index: hubSdl([ice!]), ICE: agencySdl(ice!, { Record: 'seizureNumber: String' }) }),
  agencies,
);

/** A value that stands for a coordinate wherever it turns up. */
const planted = (coordinate: string) => `planted in ${coordinate} to be found`;

const FIELDS = ['title', 'synopsis', 'narrative', 'program', 'office', 'investigator'];
const QUERY = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on IceRecord {
  ${FIELDS.join(' ')} seizureNumber a: narrative investigation { reportNumber }
  subjects { ... on IcePerson { circumstances surname { original } phones } } } } }`;

/** What a subgraph without a lock answers, whatever it was asked: everything, and the labels of the row. */
function everything(record: Row): Record<string, unknown> {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, planted(`Record.${field}`)]));
  const person = {
    _c_t: 'IcePerson',
    _c_l: { minor: false, dataSubjectCategory: 'SUSPECT', nationalities: ['US'] },
    circumstances: planted('Person.circumstances'),
    surname: { original: planted('Person.surname') },
    phones: [planted('Person.phones')],
  };
  return {
    _c_t: 'IceRecord',
    _c_l: record.labels,
    ...fields,
    a: planted('Record.narrative'),
    seizureNumber: planted('IceRecord.seizureNumber'),
    investigation: { reportNumber: planted('InvestigationDetail.reportNumber') },
    subjects: [person],
  };
}

const OF_RECORD = [
  ...FIELDS.map((field) => `Record.${field}`),
  'IceRecord.seizureNumber',
  'InvestigationDetail.reportNumber',
];
const OF_PERSON = ['Person.circumstances', 'Person.surname', 'Person.phones'];

describe('an answer that tells everything', () => {
  it('is read back without what is closed, and with what is shown in full', () => {
    let shown = 0;
    fc.assert(
      fc.property(agreements, recordRows, (all, row) => {
        const grant = toyGrant(toyRuleset(agencies, ...all), 'DEA');
        const projection = projectFetch(QUERY, { graph, grant, subgraph: 'ICE', originator: 'ICE', variables: {} });
        if (projection.is === 'nothing') return;
        const text = JSON.stringify(reveal(projection.plan, { _entities: [everything(row)] }));
        const person: Row = {
          type: 'Person',
          labels: { minor: false, dataSubjectCategory: 'SUSPECT', nationalities: ['US'] },
          enclosing: row,
        };
        const leads = evaluate(grant.cell('ICE', 'Record.subjects').rows, row) === true;
        for (const coordinate of [...OF_RECORD, ...OF_PERSON]) {
          const ofPerson = coordinate.startsWith('Person.');
          const treatment = treatmentOn(grant.cell('ICE', coordinate), ofPerson ? person : row);
          const expected = treatment === 'full' && (!ofPerson || leads);
          expect([coordinate, text.includes(planted(coordinate))]).toEqual([coordinate, expected]);
          if (expected) shown++;
        }
      }),
      { numRuns: 300 },
    );
    expect(shown).toBeGreaterThan(50);
  });
});
