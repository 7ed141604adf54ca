import { parse, validate } from 'graphql';
import { readGraph } from '../../../policy/projection/graph.ts';
import { projectHub } from '../../../policy/projection/hits.ts';
import { revealHits } from '../../../policy/projection/reveal-hits.ts';
import { narrowSearch } from '../../../policy/projection/search.ts';
import { agencyEntry, agencySdl, compose, hubSdl } from '../../support/toy-federation.ts';
import { toyAgreement, toyGrant, toyRuleset, type ToyClause } from '../../support/toy-policy.ts';

const agencies = ['ICE', 'DEA', 'FBI'].map((code) => agencyEntry(code));
const graph = readGraph(
  compose({
    index: hubSdl(agencies),
    ...Object.fromEntries(agencies.map((agency) => [agency.code, agencySdl(agency)])),
  }),
  agencies,
);
const QUERY = `{ records { edges { node { disclosure found: record { __typename id } contact { __typename id } originator { code } } } } }`;
const MARKS = { releasableTo: [], notReleasableTo: [], originatorConsent: false, obtainedFrom: null };

const clauses: readonly ToyClause[] = [
  {
    id: 'full',
    share: { from: ['ICE'], to: ['DEA'], records: ['REPORT_OF_INVESTIGATION'], categories: ['RECORD_SUMMARY'] },
  },
  {
    id: 'contact',
    share: {
      from: ['ICE'],
      to: ['DEA'],
      records: ['FINANCIAL_MATERIAL'],
      disclosure: 'CONTACT',
      categories: ['RECORD_SUMMARY'],
    },
  },
  {
    id: 'exists',
    share: {
      from: ['ICE'],
      to: ['DEA'],
      records: ['WIRETAP_INTERCEPT'],
      disclosure: 'EXISTS',
      coordinates: ['Record.crimeAreas'],
    },
  },
  { id: 'kept', withhold: { from: ['ICE'], to: ['DEA'], where: { crimeAreas: { anyOf: ['terrorism'] } } } },
];
const grant = toyGrant(toyRuleset(agencies, toyAgreement(agencies, clauses)), 'DEA');

/** What a viewer sees of one hit that the hub claims to disclose in full. */
function seen(labels: object, claimed = 'FULL', originator = 'ICE'): unknown {
  const { query, plan } = projectHub(QUERY, graph, grant);
  expect(query).toMatch(/_c_l: labels\(\s*names: \["crimeAreas", "kind", "notReleasableTo"/);
  const node = {
    disclosure: claimed,
    found: { __typename: 'IceRecord', id: 'r' },
    contact: { __typename: 'IceLiaisonContact', id: 'c' },
    originator: { code: 'ICE' },
    _c_d: claimed,
    _c_o: { code: originator },
    _c_l: { crimeAreas: [], ...MARKS, ...labels },
  };
  const revealed = revealHits(plan, { records: { edges: [{ node }] } }, grant) as {
    records: { edges: { node: unknown }[] };
  };
  return revealed.records.edges[0]?.node;
}

describe('what a hub is asked', () => {
  it.each([
    ['is opened where a hit is', '{ records { edges { node { ...F } } } } fragment F on RecordHit { disclosure }'],
    [
      'is opened with what it spreads',
      '{ records { edges { node { ...F } } } } fragment F on RecordHit { ...G } fragment G on RecordHit { disclosure }',
    ],
    [
      'uses a variable that nothing else does',
      'query ($f: RecordFilter) { ...F } fragment F on Query { records(filter: $f) { edges { node { disclosure } } } }',
    ],
  ])('is a valid document, when a fragment %s', (_how, text) => {
    const { query } = projectHub(text, graph, grant);
    expect(validate(graph.schema, parse(query.replace(/_c_l: labels\([^)]*\)/, '')))).toEqual([]);
  });
});

describe('the second lock on hits', () => {
  it('lets through what the grant discloses, without what was added to check it', () => {
    expect(seen({ kind: 'REPORT_OF_INVESTIGATION' })).toEqual({
      disclosure: 'FULL',
      found: { __typename: 'IceRecord', id: 'r' },
      contact: { __typename: 'IceLiaisonContact', id: 'c' },
      originator: { code: 'ICE' },
    });
  });

  it('takes a claim down to what the grant discloses', () => {
    expect(seen({ kind: 'FINANCIAL_MATERIAL' })).toMatchObject({
      disclosure: 'CONTACT',
      found: null,
      contact: { id: 'c' },
    });
    expect(seen({ kind: 'WIRETAP_INTERCEPT' })).toMatchObject({ disclosure: 'EXISTS', found: null, contact: null });
  });

  it('never raises a claim', () => {
    expect(seen({ kind: 'REPORT_OF_INVESTIGATION' }, 'EXISTS')).toMatchObject({
      disclosure: 'EXISTS',
      found: null,
      contact: null,
    });
  });

  it.each([
    ['is withheld', { kind: 'REPORT_OF_INVESTIGATION', crimeAreas: ['terrorism'] }],
    ['lacks a label', { kind: undefined }],
    ['is marked against release', { kind: 'REPORT_OF_INVESTIGATION', notReleasableTo: ['DEA'] }],
  ])('drops a hit that %s', (_name, labels) => expect(seen(labels)).toBeNull());

  it('drops a hit of an originator that shares nothing, and one of nobody', () => {
    expect(seen({ kind: 'REPORT_OF_INVESTIGATION' }, 'FULL', 'FBI')).toBeNull();
    expect(seen({ kind: 'REPORT_OF_INVESTIGATION' }, 'NONSENSE')).toBeNull();
  });
});

describe('a search by alternatives', () => {
  const index = hubSdl(agencies).replace(
    'input RecordFilter {',
    `input RecordFilter {
       about: String @readsOneOf(coordinates: ["Record.title", "Record.narrative"])
       within: String @readsOneOf(coordinates: ["Record.narrative", "Person.phones"])`,
  );
  const served = agencies.map((agency) => [agency.code, agencySdl(agency)] as const);
  const wider = readGraph(compose({ index, ...Object.fromEntries(served) }), agencies);
  const narrowed = (filter: string) =>
    narrowSearch(`{ records(filter: { ${filter} }) { totalCount } }`, {}, wider, grant).query;

  it('is put about originators of whom a row may be found by any of them', () => {
    expect(narrowed('about: "x"')).toContain('originators: ["ICE", "DEA"]');
  });

  it('is put about no originator of whom none may be, whatever else it goes by', () => {
    expect(narrowed('within: "x"')).toContain('originators: ["DEA"]');
    expect(narrowed('about: "x", within: "x"')).toContain('originators: ["DEA"]');
  });
});

describe('a search', () => {
  it('is not put about originators of whom its filter can find nothing', () => {
    const literal = narrowSearch('{ records(filter: { crimeAreas: ["terrorism"] }) { totalCount } }', {}, graph, grant);
    expect(literal.query).toContain('originators: ["ICE", "DEA"]');
    const variables = { f: { kinds: ['WIRETAP_INTERCEPT'], originators: ['FBI', 'ICE'] } };
    const narrowed = narrowSearch(
      'query($f: RecordFilter) { records(filter: $f) { totalCount } }',
      variables,
      graph,
      grant,
    );
    expect(narrowed.variables).toEqual({ f: { kinds: ['WIRETAP_INTERCEPT'], originators: ['ICE'] } });
    expect(variables.f.originators).toEqual(['FBI', 'ICE']);
  });

  it('keeps a code of no agency, which is the hub’s to refuse', () => {
    const query = '{ records(filter: { kinds: [WIRETAP_INTERCEPT], originators: ["FBI", "XYZ"] }) { totalCount } }';
    expect(narrowSearch(query, {}, graph, grant).query).toContain('originators: ["XYZ"]');
  });
});
