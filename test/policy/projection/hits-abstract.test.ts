import { readGraph } from '../../../policy/projection/graph.ts';
import { projectHub } from '../../../policy/projection/hits.ts';
import { revealHits } from '../../../policy/projection/reveal-hits.ts';
import { agencyEntry, agencySdl, compose, hubSdl } from '../../support/toy-federation.ts';
import { toyAgreement, toyGrant, toyRuleset } from '../../support/toy-policy.ts';

const agencies = ['ICE', 'DEA', 'FBI'].map((code) => agencyEntry(code));
const SEARCHES = `
  union Found = RecordHit | Note
  interface Result { disclosure: Disclosure! again: RecordHit }
  type Note { text: String record: Record }
  type Digest implements Result { disclosure: Disclosure! again: RecordHit }
  type Query { found: [Found!]! results: [Result!]! }`;
const hub = hubSdl(agencies)
  .replace('type RecordHit {', 'type RecordHit implements Result { again: RecordHit ')
  .concat(SEARCHES.replace('type Query', 'extend type Query'));
const graph = readGraph(
  compose({ index: hub, ...Object.fromEntries(agencies.map((agency) => [agency.code, agencySdl(agency)])) }),
  agencies,
);
const grant = toyGrant(
  toyRuleset(
    agencies,
    toyAgreement(agencies, [
      {
        id: 'contact',
        share: { from: ['ICE'], to: ['DEA'], disclosure: 'CONTACT', categories: ['RECORD_SUMMARY'] },
      },
    ]),
  ),
  'DEA',
);

const CHECKED = { _c_d: 'FULL', _c_o: { code: 'ICE' }, _c_l: marks() };
const HIT = {
  __typename: 'RecordHit',
  disclosure: 'FULL',
  record: { __typename: 'IceRecord', id: 'r' },
  contact: { __typename: 'IceLiaisonContact', id: 'c' },
};
const CONTACT_ONLY = { ...HIT, disclosure: 'CONTACT', record: null };

function marks() {
  return { releasableTo: [], notReleasableTo: [], originatorConsent: false, obtainedFrom: null };
}

function seen(query: string, data: unknown): unknown {
  const { plan } = projectHub(query, graph, grant);
  return revealHits(plan, data, grant);
}

const SELECTED = '__typename disclosure record { __typename id } contact { __typename id }';

describe('hits among objects of other types', () => {
  it('are asked for what they are checked by', () => {
    const { query } = projectHub(`{ found { __typename ... on RecordHit { disclosure } } }`, graph, grant);
    expect(query).toMatch(/\.\.\. on RecordHit \{\s*_c_d: disclosure\s*_c_o: originator/);
  });

  it.each([
    ['a union', `{ x: found { __typename ... on RecordHit { ${SELECTED} } ... on Note { text } } }`],
    ['an interface', `{ x: results { __typename disclosure ... on RecordHit { ${SELECTED} } } }`],
    ['a named fragment', `query { x: found { __typename ...R } } fragment R on RecordHit { ${SELECTED} }`],
    [
      'an interface’s fragment',
      `{ x: found { __typename ... on Result { disclosure } ... on RecordHit { ${SELECTED} } } }`,
    ],
  ])('of %s are shown no further than agreements let them', (_, query) => {
    expect(seen(query, { x: [{ ...HIT, ...CHECKED }] })).toEqual({ x: [CONTACT_ONLY] });
    expect(seen(query, { x: [HIT] })).toEqual({ x: [null] });
    expect(seen(query, { x: [{ ...HIT, ...CHECKED, _c_o: { code: 'FBI' } }] })).toEqual({ x: [null] });
  });

  it('are nothing where they do not say what they are', () => {
    const query = `{ found { __typename ... on RecordHit { ${SELECTED} } } }`;
    const { __typename: _, ...untold } = HIT;
    expect(seen(query, { found: [{ ...untold, ...CHECKED }] })).toEqual({ found: [null] });
    expect(seen(query, { found: [{ ...HIT, ...CHECKED, __typename: ['RecordHit'] }] })).toEqual({ found: [null] });
  });

  it('are checked inside an interface’s own field', () => {
    const query = `{ results { __typename again { ${SELECTED} } } }`;
    const data = { results: [{ __typename: 'Digest', again: { ...HIT, ...CHECKED } }] };
    expect(seen(query, data)).toEqual({ results: [{ __typename: 'Digest', again: CONTACT_ONLY }] });
  });

  it('let others be', () => {
    const query = `{ found { __typename ... on RecordHit { disclosure } ... on Note { text } } }`;
    expect(seen(query, { found: [{ __typename: 'Note', text: 'x' }] })).toEqual({
      found: [{ __typename: 'Note', text: 'x' }],
    });
  });
});

describe('a hit under aliases', () => {
  const query = `{ a: records { b: edges { c: node { d: disclosure e: record { __typename id } f: contact { __typename id }
    g: originator { code } ... on RecordHit { h: record { __typename id } } } } } }`;
  const hit = { d: 'FULL', e: HIT.record, f: HIT.contact, g: { code: 'ICE' }, h: HIT.record };
  const one = (planted: object) => ({ a: { b: [{ c: { ...hit, ...planted } }] } });

  it('is checked under each of them', () => {
    expect(seen(query, one(CHECKED))).toEqual(one({ d: 'CONTACT', e: null, h: null }));
  });

  it('leads to its own originator’s contact, and to no other', () => {
    const contact = { __typename: 'FbiLiaisonContact', id: 'c' };
    expect(seen(query, one({ ...CHECKED, f: contact }))).toEqual(one({ d: 'CONTACT', e: null, h: null, f: null }));
  });

  it('is none where it is attributed to somebody else than it was checked by', () => {
    expect(seen(query, one({ ...CHECKED, g: { code: 'FBI' } }))).toEqual({ a: { b: [{ c: null }] } });
  });
});
