import { readFileSync, readdirSync } from 'node:fs';
import { evaluate, type Row } from '../../policy/condition/evaluate.ts';
import { checkDocuments } from '../../policy/document/check-documents.ts';
import { coverageOf } from '../../policy/expectations/coverage.ts';
import { readExpectations } from '../../policy/expectations/read-expectations.ts';
import { runTests } from '../../policy/expectations/run-tests.ts';
import { testWorldOf } from '../../policy/expectations/surroundings.ts';
import { digestOf } from '../../policy/signature/canonical.ts';
import { tellingsOf, type Met } from '../../policy/deconfliction.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import { contract } from '../../schema/contract.ts';
import { purposes } from '../../schema/purposes.ts';
import { testWorld } from './document/world.ts';

const folder = new URL('../../agreements/', import.meta.url);
const names = readdirSync(folder).filter((name) => /^(?!parties\.yaml$)[^.]+\.yaml$/.test(name));
const documents = names.map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));
const ownFields = new Set(['IceRecord.seizureNumber', 'DeaRecord.substance', 'AtfRecord.traceNumber']);
const checked = checkDocuments(documents, { ...testWorld, ownFields });
const agreements = checked.flatMap(({ agreement }) => (agreement ? [{ agreement, digest: digestOf(agreement) }] : []));
const { agencies } = testWorld.parties;
const ruleset = compileRuleset({ agreements, agencies }, new Date('2026-01-01T00:00:00Z'));

const codes = agencies.map(({ code }) => code);
const pairs = codes.flatMap((from) => codes.filter((to) => to !== from).map((to) => ({ from, to })));
const areas = ['drug-trafficking', 'money-laundering', 'organized-crime', 'weapons-trafficking', 'cultural-property'];
const reasons = areas.flatMap((area) => ['investigation', 'prosecution'].map((use) => ({ area, use })));
const PERSON = ['Person.surname', 'Person.passports', 'Person.phones', 'Person.circumstances'];

/** A person in a record about everything, with which nothing else is wrong. */
function person(labels: Row['labels']): Row {
  const marks = {
    releasableTo: [],
    notReleasableTo: [],
    originatorConsent: false,
    notAsEvidence: false,
    obtainedFrom: null,
  };
  const record = {
    kind: 'REPORT_OF_INVESTIGATION',
    crimeAreas: [...purposes.areas.keys()],
    program: 'OCDETF',
    ...marks,
  };
  const around: Row = {
    type: 'Case',
    labels: { crimeAreas: record.crimeAreas, program: 'OCDETF', status: 'IN_PROSECUTION' },
  };
  return {
    type: 'Person',
    labels: { dataSubjectCategory: 'SUSPECT', minor: false, nationalities: ['CO'], ...labels },
    enclosing: { type: 'Record', labels: record, enclosing: around },
  };
}

/** What prosecutors, who see most, are shown of a person: `ICE → DEA Person.surname`. */
function shown(row: Row): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { from, to } of pairs) {
    for (const purpose of reasons) {
      const grant = ruleset.grant({ agency: to, role: 'prosecutor' }, purpose);
      const open = PERSON.filter((coordinate) => evaluate(grant.cell(from, coordinate).rows, row) === true);
      for (const coordinate of open) found.add(`${from} → ${to} ${coordinate}`);
    }
  }
  return found;
}

/** What the authors' own tests of a sample come to. */
function authorsTests(name: string) {
  const path = name.replace('.yaml', '.test.yaml');
  const read = readExpectations(path, readFileSync(new URL(path, folder), 'utf8'));
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes));
  const world = testWorldOf(
    { ...testWorld, ownFields },
    agreements.map(({ agreement }) => agreement),
  );
  return runTests(read, world);
}

describe("the sample agreements' own tests", () => {
  const results = names.map((name) => [name, authorsTests(name)] as const);

  it.each(results)('hold for %s', (name, { agreement, mistakes, tests }) => {
    expect(mistakes).toEqual([]);
    expect(agreement).toBe(name.replace('.yaml', ''));
    expect(tests.filter(({ failures }) => failures.length > 0)).toEqual([]);
  });

  it('would miss every clause that shares or withholds', () => {
    const decided = new Set(results.flatMap(([, result]) => [...result.decided]));
    const documents = agreements.map(({ agreement }) => agreement);
    expect(coverageOf(documents, decided).never).toEqual([]);
  });
});

describe('the sample agreements', () => {
  it('have no mistake', () => {
    expect(checked.flatMap(({ mistakes }) => mistakes)).toEqual([]);
    expect(agreements.map(({ agreement }) => agreement.id)).toEqual(names.map((name) => name.replace('.yaml', '')));
  });

  it('let every agency share something with somebody', () => {
    const sharing = new Set(
      ruleset.rules.filter(({ effect }) => effect === 'share').flatMap(({ from }) => [...from.keys()]),
    );
    expect([...sharing].sort()).toEqual([...codes].sort());
  });

  it('show suspects', () => {
    expect([...shown(person({}))]).toEqual(
      expect.arrayContaining(['ICE → DEA Person.phones', 'DEA → ICE Person.surname', 'ICRF → ICE Person.surname']),
    );
  });

  it.each([
    ['a victim', { dataSubjectCategory: 'VICTIM' }],
    ['a witness', { dataSubjectCategory: 'WITNESS' }],
    ['an informant', { dataSubjectCategory: 'INFORMANT' }],
    ['a minor', { minor: true }],
    ['somebody whose role is not known', { dataSubjectCategory: undefined }],
    ['somebody whose age is not known', { minor: undefined }],
  ])('show nothing of %s to anybody', (_, labels) => {
    const known = Object.entries(labels).filter(([, value]) => value !== undefined);
    const { [Object.keys(labels)[0] ?? '']: _left, ...rest } = person({}).labels;
    expect([...shown({ ...person({}), labels: { ...rest, ...Object.fromEntries(known) } })]).toEqual([]);
  });

  it("show no partner abroad a party's own nationals", () => {
    const abroad = (row: Row) => [...shown(row)].filter((path) => path.includes('ICRF'));
    expect(abroad(person({ nationalities: ['US', 'RU'] }))).toEqual([]);
    expect(abroad(person({ nationalities: ['US'] })).every((path) => path.startsWith('ICRF → ICE'))).toBe(true);
  });

  it('show ICRF nothing of an intercept', () => {
    const intercepts = [...contract.governed.keys()].filter((coordinate) => coordinate.startsWith('WiretapIntercept.'));
    for (const purpose of reasons) {
      const grant = ruleset.grant({ agency: 'ICRF', role: 'analyst' }, purpose);
      for (const coordinate of intercepts) expect(grant.cell('ICE', coordinate).shares).toEqual([]);
    }
  });

  it('show a DEA analyst what ICE shares with the Fusion Center, and tell why the rest is closed', () => {
    const drugs = { area: 'drug-trafficking', use: 'investigation' };
    const grant = ruleset.grant({ agency: 'DEA', role: 'analyst' }, drugs);
    expect(grant.cell('ICE', 'Record.title').shares).toContain('ofc-ice-2009#III.A');
    expect(grant.cell('ICE', 'IceRecord.seizureNumber').shares).toEqual(['ice-dea-2009#II.A']);
    expect(grant.reason('ICE', 'Record.narrative')).toEqual({ reason: 'NOT_COVERED', clauses: [] });
    expect(grant.reason('ICE', 'WiretapIntercept.line')).toEqual({
      reason: 'WITHHELD_BY_CLAUSE',
      clauses: ['ofc-ice-2009#III.C'],
    });
    expect(
      ruleset.grant({ agency: 'FBI', role: 'analyst' }, drugs).cell('ICE', 'IceRecord.seizureNumber').shares,
    ).toEqual([]);
  });

  const byPhone: Met = { by: 'selectors', selectors: [['PHONE']] };
  const byName: Met = { by: 'selectors', selectors: [['NAME_AND_BIRTH']] };
  const near: Met = { by: 'place', metres: 800, hours: 5 };
  const farther: Met = { by: 'place', metres: 4000, hours: 20 };

  it.each<[string, [string, string], string, Met, readonly string[]]>([
    [
      'a telephone that two members work',
      ['DEA', 'FBI'],
      'drug-trafficking',
      byPhone,
      ['DEA CONTACT 24', 'FBI CONTACT 24'],
    ],
    ['one that ICE works, too', ['ICE', 'USPIS'], 'money-laundering', byPhone, ['ICE CONTACT 24', 'USPIS CONTACT 24']],
    ['operations nearby', ['DEA', 'ATF'], 'drug-trafficking', near, ['DEA CONTACT 4 hold', 'ATF CONTACT 4 hold']],
    [
      'operations across the border',
      ['ICE', 'DEA'],
      'drug-trafficking',
      farther,
      ['ICE CONTACT 2 hold', 'DEA CONTACT 2 hold'],
    ],
    ['such of two others', ['FBI', 'DEA'], 'drug-trafficking', farther, []],
    ['a person in organized crime', ['FBI', 'USSS'], 'organized-crime', byName, ['USAO CONTACT 72']],
    [
      'a person in firearms',
      ['ATF', 'ICE'],
      'weapons-trafficking',
      byName,
      ['ATF CONTACT 72 hold', 'ICE CONTACT 72 hold'],
    ],
    ['a person whom both countries seek', ['ICRF', 'ICE'], 'child-exploitation', byName, ['ICRF EXISTS 120']],
    ['a telephone, in tax crime', ['IRS-CI', 'FBI'], 'tax-crime', byPhone, []],
    ['a telephone, abroad', ['ICRF', 'DEA'], 'drug-trafficking', byPhone, []],
  ])('tell of %s whom the clauses name, and no more', (_what, [first, second], area, met, told) => {
    const meeting = {
      originator: { agency: first, areas: [area] },
      searcher: { agency: second, areas: [area] },
      met,
    };
    const tellings = tellingsOf(meeting, ruleset.duties, purposes);
    expect(
      tellings.map(({ agency, disclosure, answerHours, hold }) =>
        [agency, disclosure, answerHours, ...(hold ? ['hold'] : [])].join(' '),
      ),
    ).toEqual(told);
  });
});
