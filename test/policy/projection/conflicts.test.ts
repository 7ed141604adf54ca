import { Kind, parse, type OperationDefinitionNode } from 'graphql';
import { fragmentsOf } from '../../../policy/projection/document.ts';
import { readGraph } from '../../../policy/projection/graph.ts';
import { projectHub } from '../../../policy/projection/hits.ts';
import { revealHits } from '../../../policy/projection/reveal-hits.ts';
import { survey } from '../../../policy/projection/survey.ts';
import { disclosingOf } from '../../../gateway/obligations/disclosing.ts';
import { agencyEntry, agencySdl, compose, hubSdl } from '../../support/toy-federation.ts';
import { toyAgreement, toyGrant, toyRuleset, type ToyClause } from '../../support/toy-policy.ts';

const agencies = ['ICE', 'DEA', 'FBI', 'ATF'].map((code) => agencyEntry(code));
const hub = `${hubSdl(agencies)}
  extend type Query { conflicts: [Conflict!]! own: Declared }
  type Declared { id: ID! mayProceed: Boolean! conflicts: [Conflict!]! }
  type Mutation { acknowledge(id: ID! @readsNothing): Conflict }
  type Conflict { id: ID! disclosure: Told! meeting: Meeting @inaccessible parties: [ConflictParty!]! contact: LiaisonContact }
  type ConflictParty { role: String agency: Agency }
  enum Told { CONTACT EXISTS }
  scalar Meeting`;
const graph = readGraph(
  compose({ hub, ...Object.fromEntries(agencies.map((agency) => [agency.code, agencySdl(agency)])) }),
  agencies,
);

const clauses: readonly ToyClause[] = [
  {
    id: 'phones',
    deconflict: { from: ['ICE'], to: ['DEA'], selectors: ['PHONE'], tells: 'both', disclosure: 'CONTACT' },
  },
  {
    id: 'emails',
    deconflict: { from: ['ICE'], to: ['DEA'], selectors: ['EMAIL'], tells: 'both', disclosure: 'EXISTS' },
  },
  {
    id: 'silent',
    deconflict: { from: ['ICE'], to: ['DEA'], selectors: ['PLATE'], tells: 'originator', disclosure: 'CONTACT' },
  },
  {
    id: 'near',
    deconflict: {
      from: ['FBI'],
      to: ['DEA'],
      events: { radiusMetres: 500, hours: 6 },
      areas: ['terrorism'],
      tells: 'both',
      disclosure: 'CONTACT',
    },
  },
];
const ruleset = toyRuleset(agencies, toyAgreement(agencies, clauses));
const dea = toyGrant(ruleset, 'DEA');

const CONFLICTS = '{ conflicts { id told: disclosure parties { role agency { name } } contact { __typename id } } }';
const party = (agency: string, areas = ['drug-trafficking']) => ({ agency, areas });
const by = (...kinds: string[]) => ({ by: 'selectors', selectors: kinds.map((kind) => [kind]) });
const met = (of: object, originator = party('ICE'), searcher = party('DEA')) => ({ originator, searcher, met: of });

/** What DEA sees of a conflict of which the hub tells everything. */
function seen(meeting: unknown, told = 'CONTACT', whose = 'ICE', grant = dea): unknown {
  const { plan } = projectHub(CONFLICTS, graph, grant);
  const agency = (code: string) => ({ name: `${code} in words`, _c_c: code });
  const parties = [
    { role: 'ORIGINATOR', agency: agency(whose) },
    { role: 'SEARCHER', agency: agency('DEA') },
  ];
  const prefix = whose.charAt(0) + whose.slice(1).toLowerCase();
  const contact = { __typename: `${prefix}LiaisonContact`, id: `${whose} desk` };
  const answer = { conflicts: [{ id: '1', told, parties, contact, _c_m: meeting }] };
  return (revealHits(plan, answer, grant) as { conflicts: readonly unknown[] }).conflicts[0];
}

const WHOLE = {
  id: '1',
  told: 'CONTACT',
  parties: [
    { role: 'ORIGINATOR', agency: { name: 'ICE in words' } },
    { role: 'SEARCHER', agency: { name: 'DEA in words' } },
  ],
  contact: { __typename: 'IceLiaisonContact', id: 'ICE desk' },
};
const NAMELESS = {
  ...WHOLE,
  told: 'EXISTS',
  parties: [{ role: 'ORIGINATOR', agency: null }, WHOLE.parties[1]],
  contact: null,
};

describe('the second lock on conflicts', () => {
  it('asks of each by what the two met, and of each agency which it is, in queries and mutations alike', () => {
    const nested = 'acknowledge(id: "1") { parties { agency { name } } }';
    for (const query of [`{ ${nested.replace('acknowledge(id: "1")', 'conflicts')} }`, `mutation { ${nested} }`]) {
      const asked = projectHub(query, graph, dea).query.replaceAll(/\s+/g, ' ');
      expect(asked).toContain('{ parties { agency { name _c_c: code } } _c_m: meeting }');
    }
  });

  it('asks nothing besides of agencies elsewhere', () => {
    const { query } = projectHub('{ records { edges { node { originator { code } } } } }', graph, dea);
    expect(query).not.toContain('_c_c');
  });

  it('shows whom to call where a duty says so', () => {
    expect(seen(met(by('PHONE')))).toEqual(WHOLE);
  });

  it('shows that there is one, and nobody’s name, where a duty says no more, whatever the hub says', () => {
    expect(seen(met(by('EMAIL')))).toEqual(NAMELESS);
    expect(seen(met(by('EMAIL')), 'EXISTS')).toEqual(NAMELESS);
  });

  it('adds up what several selectors and several duties tell', () => {
    expect(seen(met(by('EMAIL', 'PHONE')))).toEqual(WHOLE);
  });

  it.each([
    ['what no duty matches', met(by('IBAN'))],
    ['what only the originator is told of', met(by('PLATE'))],
    ['a selector that may be of a kind that no duty names', met({ by: 'selectors', selectors: [['PHONE', 'IBAN']] })],
    ['a meeting of others', met(by('PHONE'), party('ICE'), party('ATF'))],
    ['work on another area', met({ by: 'place', metres: 1, hours: 1 }, party('FBI'))],
    [
      'what is too far away',
      met({ by: 'place', metres: 501, hours: 1 }, party('FBI', ['terrorism']), party('DEA', ['terrorism'])),
    ],
    ['nothing at all', undefined],
    ['a text', 'PHONE'],
    ['a meeting without its parties', { met: by('PHONE') }],
    ['a meeting with half a party', { ...met(by('PHONE')), originator: { agency: 'ICE' } }],
    ['kinds that are none', met({ by: 'selectors', selectors: ['PHONE'] })],
    [
      'a place without a distance',
      met({ by: 'place', hours: 1 }, party('FBI', ['terrorism']), party('DEA', ['terrorism'])),
    ],
  ])('shows nothing of %s', (_, meeting) => {
    expect(seen(meeting)).toBeNull();
  });

  it('tells the originator of what the searcher is not told', () => {
    expect(seen(met(by('PLATE'), party('DEA'), party('ICE')))).toEqual(WHOLE);
  });

  it('shows operations that are near, on an area that the duty names', () => {
    const near = met({ by: 'place', metres: 500, hours: 6 }, party('FBI', ['terrorism']), party('DEA', ['terrorism']));
    expect(seen(near, 'CONTACT', 'FBI')).toMatchObject({ contact: { id: 'FBI desk' } });
  });

  it('names nobody who has no part in it', () => {
    expect(seen(met(by('PHONE')), 'CONTACT', 'ATF')).toEqual({ ...NAMELESS, told: 'CONTACT' });
  });

  it('shows nothing without a purpose', () => {
    expect(
      seen(met(by('PHONE')), 'CONTACT', 'ICE', ruleset.grant({ agency: 'DEA', role: 'analyst' }, undefined)),
    ).toBeNull();
  });
});

describe('an operation that asks for conflicts', () => {
  const surveyOf = (query: string) => {
    const document = parse(query);
    const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    return survey(
      { operation: operation as OperationDefinitionNode, fragments: fragmentsOf(document), variables: {} },
      graph,
    );
  };
  const disclosing = (query: string, agency: string) =>
    disclosingOf(surveyOf(query), toyGrant(ruleset, agency)).map(({ originator, clauses }) => [
      originator,
      [...clauses.keys()],
    ]);

  it('addresses every agency, so that it says what for', () => {
    expect([...surveyOf('{ conflicts { id } }').originators]).toEqual(agencies.map(({ code }) => code));
    expect(surveyOf('mutation { acknowledge(id: "1") { id } }').changes).toBe(true);
  });

  it('is answered under the clauses that tell the viewer’s agency of conflicts with each', () => {
    const [own, theirs] = [['test#emails', 'test#phones', 'test#silent'], ['test#near']];
    expect(disclosing('{ conflicts { id } }', 'DEA')).toEqual([
      ['FBI', theirs],
      ['ICE', own],
    ]);
    expect(disclosing('mutation { acknowledge(id: "1") { id } }', 'ICE')).toEqual([['DEA', own]]);
    expect(disclosing('{ own { mayProceed } }', 'ICE')).toEqual([['DEA', own]]);
    expect(disclosing('{ own { id } }', 'ICE')).toEqual([]);
    expect(disclosing('{ conflicts { id } }', 'ATF')).toEqual([]);
    expect(disclosing('{ records { totalCount } }', 'DEA')).toEqual([]);
  });
});
