import { parse, stripIgnoredCharacters } from 'graphql';
import type { Agreement, Clause } from '../../../policy/agreement.ts';
import { projectFetch } from '../../../policy/projection/fetch.ts';
import { readGraph } from '../../../policy/projection/graph.ts';
import { reveal } from '../../../policy/projection/reveal.ts';
import { compileRuleset } from '../../../policy/ruleset.ts';
import { agencyEntry, agencySdl, compose, hubSdl } from '../../support/toy-federation.ts';

const agencies = [agencyEntry('ICE'), agencyEntry('DEA')];
const [ice, dea] = agencies as [(typeof agencies)[0], (typeof agencies)[0]];
const graph = readGraph(
  compose({
    index: hubSdl(agencies),
    ICE: agencySdl(
      ice,
      { Record: 'seizureNumber: String' },
      'type Query { iceTips: [IceTip!] iceMotto: String } type IceTip { text: String }',
    ),
    DEA: agencySdl(dea),
  }),
  agencies,
);

const OPEN_MARKS = { releasableTo: [], notReleasableTo: [], originatorConsent: false, obtainedFrom: null };

function grantFor(clauses: readonly Omit<Clause, 'text'>[]) {
  const agreement: Agreement = {
    concordat: 1,
    id: 'test',
    title: 'Test',
    signed: '2009-01-01',
    effective: '2009-01-01',
    parties: ['ICE', 'DEA'],
    clauses: clauses.map((clause) => ({ text: '', ...clause })),
  };
  const ruleset = compileRuleset({ agreements: [{ agreement, digest: 'd' }], agencies }, new Date('2026-01-01'));
  return ruleset.grant({ agency: 'DEA', role: 'analyst' }, { area: 'drug-trafficking', use: 'investigation' });
}

function project(query: string, clauses: readonly Omit<Clause, 'text'>[]) {
  return projectFetch(query, { graph, grant: grantFor(clauses), subgraph: 'ICE', originator: 'ICE', variables: {} });
}

function asked(query: string, clauses: readonly Omit<Clause, 'text'>[]): string | undefined {
  const projection = project(query, clauses);
  if (projection.is === 'nothing') return undefined;
  expect(() => parse(projection.query)).not.toThrow();
  return stripIgnoredCharacters(projection.query);
}

const entities = (selection: string) =>
  stripIgnoredCharacters(`query($representations:[_Any!]!){_entities(representations:$representations){${selection}}}`);
const MARKS = '"notReleasableTo","obtainedFrom","originatorConsent","releasableTo"';
const between = { from: ['ICE'], to: ['DEA'] };

describe('what an agency is asked', () => {
  it('is nothing when no clause opens anything', () => {
    expect(asked(entities('... on IceRecord { title narrative }'), [])).toBeUndefined();
  });

  it('is the open fields and the labels that conditions read, and nothing else', () => {
    const clauses = [{ id: '1', share: { ...between, coordinates: ['Record.title', 'Record.synopsis'] } }];
    expect(asked(entities('... on IceRecord { __typename title narrative intercept { line } }'), clauses)).toBe(
      entities(`_c_t:__typename...on IceRecord{__typename title _c_l:labels(names:[${MARKS}])}`),
    );
  });

  it('asks of persons what is open for persons only', () => {
    const clauses = [
      { id: '1', share: { ...between, coordinates: ['Record.subjects', 'Person.phones', 'Organization.names'] } },
    ];
    const query = entities(
      '... on IceRecord { subjects { __typename ... on IcePerson { phones emails } ... on IceOrganization { names } } }',
    );
    expect(asked(query, clauses)).toBe(
      entities(
        `_c_t:__typename...on IceRecord{subjects{_c_t:__typename ...on IceOrganization{__typename names} ...on IcePerson{__typename phones}}_c_l:labels(names:[${MARKS}])}`,
      ),
    );
  });

  it('drops variables that nothing uses any more', () => {
    const clauses = [{ id: '1', share: { ...between, coordinates: ['Record.title'] } }];
    const query =
      'query($representations:[_Any!]!,$x:Boolean!){_entities(representations:$representations){... on IceRecord{title narrative @include(if:$x)}}}';
    const projection = project(query, clauses);
    expect(projection.is === 'part' && [...projection.variables]).toEqual(['representations']);
    expect(projection.is === 'part' && projection.query).not.toContain('$x');
  });

  it('denies fields and types that the contract does not know, until a clause names them', () => {
    expect(
      asked(entities('... on IceRecord { seizureNumber }'), [
        { id: '1', share: { ...between, coordinates: ['Record.title'] } },
      ]),
    ).not.toContain('seizureNumber');
    expect(
      asked(entities('... on IceRecord { seizureNumber }'), [
        { id: '1', share: { ...between, coordinates: ['IceRecord.seizureNumber'] } },
      ]),
    ).toContain('seizureNumber');
    expect(asked('{ iceMotto }', [])).toBeUndefined();
    expect(asked('{ iceMotto }', [{ id: '1', share: { ...between, coordinates: ['Query.iceMotto'] } }])).toBe(
      '{iceMotto}',
    );
  });

  it('keeps an alias, whatever it pretends to be', () => {
    const clauses = [{ id: '1', share: { ...between, coordinates: ['Record.title'] } }];
    expect(asked(entities('... on IceRecord { title: narrative narrative: title }'), clauses)).toBe(
      entities(`_c_t:__typename...on IceRecord{narrative:title _c_l:labels(names:[${MARKS}])}`),
    );
  });

  it('never reuses a key of the operation for what it adds', () => {
    const clauses = [{ id: '1', share: { ...between, coordinates: ['Record.title'] } }];
    expect(asked(entities('... on IceRecord { _c_l: title }'), clauses)).toContain('_c_l:title _c__l:labels');
  });
});

describe('what is read from the answer', () => {
  const clauses = [
    {
      id: '1',
      share: {
        ...between,
        records: ['REPORT_OF_INVESTIGATION'],
        categories: ['RECORD_SUMMARY', 'PERSONAL_IDENTITY', 'IDENTITY_DOCUMENTS'],
        where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
        treatments: {
          'Person.dateOfBirth': 'generalised',
          'Person.passports': 'masked',
          'Person.placeOfBirth': 'generalised',
        },
      },
    },
    {
      id: '2',
      withhold: { ...between, categories: ['PERSONAL_IDENTITY', 'IDENTITY_DOCUMENTS'], dataSubjects: ['VICTIM'] },
    },
  ] as const;
  const query = entities(
    '... on IceRecord { id title subjects { ... on IcePerson { id surname { romanized } dateOfBirth placeOfBirth { city country } passports { type number } } } }',
  );
  const person = (category: string | undefined) => ({
    _c_t: 'IcePerson',
    _c_l: { dataSubjectCategory: category },
    id: 'p',
    surname: { romanized: 'Doe' },
    dateOfBirth: '1971-03-09',
    placeOfBirth: { city: 'Springfield', country: 'US' },
    passports: [{ type: 'passport', number: 'X1234567' }],
  });
  const record = (labels: object, subjects: readonly object[] = []) => ({
    _c_t: 'IceRecord',
    _c_l: labels,
    id: 'r',
    title: 'T',
    narrative: 'SECRET',
    subjects,
  });
  const LABELS = { kind: 'REPORT_OF_INVESTIGATION', crimeAreas: ['drug-trafficking'], ...OPEN_MARKS };

  function read(entity: object | null): unknown {
    const projection = project(query, clauses);
    if (projection.is === 'nothing') throw new Error('nothing was asked');
    return (reveal(projection.plan, { _entities: [entity] })?.['_entities'] as unknown[])[0];
  }

  it('is treated, without labels, and without what nobody asked for', () => {
    expect(read(record(LABELS, [person('SUSPECT')]))).toEqual({
      id: 'r',
      title: 'T',
      subjects: [
        {
          id: 'p',
          surname: { romanized: 'Doe' },
          dateOfBirth: '1971',
          placeOfBirth: { country: 'US' },
          passports: [{ type: 'passport', number: '••••4567' }],
        },
      ],
    });
  });

  it.each([
    ['another kind', { ...LABELS, kind: 'WIRETAP_INTERCEPT' }],
    ['another area', { ...LABELS, crimeAreas: ['cybercrime'] }],
    ['no label at all', {}],
    ['a label of another type', { ...LABELS, crimeAreas: 7 }],
    ['a mark against release', { ...LABELS, notReleasableTo: ['DEA'] }],
    ['a release list without us', { ...LABELS, releasableTo: ['FBI'] }],
    ['a wish to be asked', { ...LABELS, originatorConsent: true }],
    ['a third party behind it', { ...LABELS, obtainedFrom: 'FBI' }],
  ])('is nothing of a row with %s', (_name, labels) => {
    expect(read(record(labels))).toBeNull();
  });

  it('leaves no hole where a person does not appear', () => {
    const subjects = [person('VICTIM'), person('SUSPECT'), person(undefined)];
    expect((read(record(LABELS, subjects)) as { subjects: unknown[] }).subjects).toHaveLength(1);
  });

  it('keeps the places of entities', () => {
    expect(read(null)).toBeNull();
  });
});
