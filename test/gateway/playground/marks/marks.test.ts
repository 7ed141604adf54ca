import { buildSchema, parse } from 'graphql';
import type { Withheld } from '../../../../gateway/explain/explain.ts';
import { marksOf } from '../../../../gateway/playground/pages/explore/marks/marks.ts';
import type { Mark } from '../../../../gateway/playground/pages/explore/marks/mark.ts';
import { noteOf } from '../../../../gateway/playground/pages/explore/marks/words.ts';

/** What a viewer is told of: two agencies that implement the contract, and the hub's hits. */
const schema = buildSchema(`
  type Query { records(first: Int): RecordConnection, drugs: RecordConnection, record(id: ID!): Record, ruleset: Ruleset }
  type Ruleset { until: String }
  type Mutation { warn(about: ID!): Warning }
  type Warning { until: String record: Record }
  type RecordConnection { totalCount: Int edges: [RecordEdge!] }
  type RecordEdge { node: RecordHit }
  type RecordHit { disclosure: String! originator: Agency! contact: LiaisonContact record: Record }
  type Agency { code: ID! }
  interface LiaisonContact { id: ID! name: String }
  type IceLiaisonContact implements LiaisonContact { id: ID! name: String }
  interface Subject { id: ID! }
  interface Person implements Subject { id: ID! surname: Name phones: [String!] }
  interface Group implements Subject { id: ID! names: [String!] }
  type Name { romanized: String }
  type WiretapIntercept { line: String court: String }
  interface Record { id: ID! originator: Agency! title: String narrative: String subjects: [Subject!] intercept: WiretapIntercept }
  type IceRecord implements Record { id: ID! originator: Agency! title: String narrative: String subjects: [Subject!] intercept: WiretapIntercept seizureNumber: String }
  type IrsCiRecord implements Record { id: ID! originator: Agency! title: String narrative: String subjects: [Subject!] intercept: WiretapIntercept }
  type IcePerson implements Person & Subject { id: ID! surname: Name phones: [String!] }
  type IrsCiPerson implements Person & Subject { id: ID! surname: Name phones: [String!] }
  type IceGroup implements Group & Subject { id: ID! names: [String!] }
`);

const closed = (originator: string, coordinate: string, reason: Withheld['reason'] = 'NOT_COVERED'): Withheld => ({
  originator,
  coordinate,
  reason,
  clauses: [],
  contact: null,
});

interface Case {
  readonly query: string;
  readonly data: unknown;
  readonly withheld?: readonly Withheld[];
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly path?: readonly (string | number)[] }[];
}

function marks({ query, data, withheld = [], variables, errors }: Case): readonly Mark[] {
  const agencies = ['ICE', 'IRS-CI', 'DEA'];
  return marksOf({
    schema,
    document: parse(query),
    data,
    variables,
    errors,
    visibility: { withheld, disclosed: [] },
    agencies,
  });
}

const said = (question: Case) => marks(question).map(({ path, is }) => `${path.join('.')}: ${is}`);

describe('a null in an answer', () => {
  it('is withheld where the originator that the type tells withholds it', () => {
    const question = {
      query: '{ record(id: "1") { __typename title narrative } }',
      data: { record: { __typename: 'IceRecord', title: null, narrative: null } },
      withheld: [closed('ICE', 'Record.narrative'), closed('IRS-CI', 'Record.title')],
    };
    expect(said(question)).toEqual(['record.title: absent', 'record.narrative: withheld']);
  });

  it('is told by the code of the originator, in the object or in its hit, whatever the names asked for', () => {
    const hit = { from: { is: 'IRS-CI' }, found: { n: null } };
    const question = {
      query: '{ all: records { edges { node { from: originator { is: code } found: record { n: narrative } } } } }',
      data: { all: { edges: [{ node: hit }, { node: { ...hit, from: { is: 'ICE' } } }] } },
      withheld: [closed('IRS-CI', 'Record.narrative')],
    };
    expect(said(question)).toEqual(['all.edges.0.node.found.n: withheld', 'all.edges.1.node.found.n: absent']);
  });

  it('is perhaps withheld on some rows', () => {
    const question = {
      query: '{ record(id: "1") { __typename title } }',
      data: { record: { __typename: 'IceRecord', title: null } },
      withheld: [closed('ICE', 'Record.title', 'ROW_CONDITION')],
    };
    expect(said(question)).toEqual(['record.title: perhaps']);
  });

  it('is perhaps withheld where only some agencies whose it could be withhold it, and never guessed', () => {
    const question = {
      query: '{ record(id: "1") { title narrative } }',
      data: { record: { title: null, narrative: null } },
      withheld: [
        closed('ICE', 'Record.title'),
        closed('ICE', 'Record.narrative'),
        closed('IRS-CI', 'Record.narrative'),
      ],
    };
    expect(said(question)).toEqual(['record.title: perhaps', 'record.narrative: withheld']);
  });

  it('is absent where nothing that was asked there is withheld', () => {
    expect(said({ query: '{ ruleset { until } }', data: { ruleset: { until: null } } })).toEqual([
      'ruleset.until: absent',
    ]);
  });

  it('is a failure where an error says so, whatever else is withheld', () => {
    const question = {
      query: '{ record(id: "1") { __typename narrative title } }',
      data: { record: { __typename: 'IceRecord', narrative: null, title: null } },
      withheld: [closed('ICE', 'Record.narrative')],
      errors: [{ path: ['record', 'title'] }],
    };
    expect(said(question)).toEqual(['record.narrative: withheld', 'record.title: failed']);
  });

  it('is told of the outcome of a mutation as of any answer; a change that failed is one', () => {
    const query = 'mutation { a: warn(about: "1") { record { __typename title } } b: warn(about: "2") { until } }';
    const data = { a: { record: { __typename: 'IceRecord', title: null } }, b: null };
    const question = { query, data, withheld: [closed('ICE', 'Record.title')], errors: [{ path: ['b'] }] };
    expect(said(question)).toEqual(['a.record.title: withheld', 'b: failed']);
  });

  it('is a field of the agency’s own, when visibility names that', () => {
    const question = {
      query: '{ record(id: "1") { __typename ... on IceRecord { seizureNumber } } }',
      data: { record: { __typename: 'IceRecord', seizureNumber: null } },
      withheld: [closed('ICE', 'IceRecord.seizureNumber')],
    };
    expect(said(question)).toEqual(['record.seizureNumber: withheld']);
  });

  it('is not called certain by what an argument read: rows may not be found by a value that is shown', () => {
    const question = {
      query: '{ record(id: "1") { __typename title } }',
      data: { record: { __typename: 'IceRecord', title: null } },
      withheld: [{ ...closed('ICE', 'Record.title'), by: ['records.filter.title'] }],
    };
    expect(said(question)).toEqual(['record.title: perhaps']);
  });
});

describe('an object that is not there', () => {
  const query = '{ record(id: "1") { __typename intercept { line court } } }';
  const data = { record: { __typename: 'IceRecord', intercept: null } };

  it('is withheld when all that was asked of it is', () => {
    const withheld = [closed('ICE', 'WiretapIntercept.line'), closed('ICE', 'WiretapIntercept.court')];
    expect(said({ query, data, withheld })).toEqual(['record.intercept: withheld']);
  });

  it('is absent when some of it would have been shown', () => {
    expect(said({ query, data, withheld: [closed('ICE', 'WiretapIntercept.line')] })).toEqual([
      'record.intercept: absent',
    ]);
  });

  it('is perhaps withheld when some of it shows on some rows', () => {
    const withheld = [closed('ICE', 'WiretapIntercept.line'), closed('ICE', 'WiretapIntercept.court', 'ROW_CONDITION')];
    expect(said({ query, data, withheld })).toEqual(['record.intercept: perhaps']);
  });

  it('is withheld in a hit that discloses no more than whom to call; a contact that is not there then has none', () => {
    const node = { disclosure: 'CONTACT', contact: null, record: null };
    const question = {
      query: '{ records { edges { node { disclosure contact { name } record { title } } } } }',
      data: { records: { edges: [{ node }, { node: { ...node, disclosure: 'EXISTS' } }] } },
    };
    expect(said(question)).toEqual([
      'records.edges.0.node.contact: absent',
      'records.edges.0.node.record: withheld',
      'records.edges.1.node.contact: withheld',
      'records.edges.1.node.record: withheld',
    ]);
    expect(marks(question)[1]).toMatchObject({ disclosure: 'CONTACT' });
  });
});

describe('what may not be called absent', () => {
  const none = { __typename: 'IceRecord', subjects: [], intercept: null };
  const others = [closed('ICE', 'Record.narrative')];

  it('is an object of which only what nothing governs was asked', () => {
    const query = '{ record(id: "1") { __typename subjects { __typename id } intercept { __typename } } }';
    expect(said({ query, data: { record: none }, withheld: others })).toEqual([
      'record.subjects: perhaps',
      'record.intercept: perhaps',
    ]);
  });

  it('is an object of another agency that may not appear, though all that was asked of it is open', () => {
    const query = '{ record(id: "1") { __typename subjects { ... on Person { phones } } } }';
    const question = { query, data: { record: { __typename: 'IceRecord', subjects: [] } }, withheld: others };
    expect(said(question)).toEqual(['record.subjects: perhaps']);
    expect(marks(question).map(noteOf)).toEqual(['nothing, or nothing that you are shown']);
    expect(said({ ...question, withheld: [closed('DEA', 'Record.narrative')] })).toEqual(['record.subjects: absent']);
  });

  it('is an object that an agency withholds of whose types the viewer is not told', () => {
    const question = {
      query: '{ record(id: "1") { narrative } }',
      data: { record: null },
      withheld: [closed('DEA', 'Record.narrative')],
    };
    expect(marks(question)).toMatchObject([{ is: 'perhaps', because: [{ originator: 'DEA' }] }]);
  });

  it('is what an object holds whose type the viewer’s schema does not know', () => {
    const question = {
      query: '{ record(id: "1") { __typename narrative } }',
      data: { record: { __typename: 'DeaRecord', narrative: null } },
    };
    expect(said(question)).toEqual(['record.narrative: perhaps']);
  });
});

describe('an empty list', () => {
  it('is perhaps short of what an argument could not read, under whatever name it was asked for', () => {
    const question = {
      query: '{ mine: records { edges { node { disclosure } } } drugs { edges { node { disclosure } } } }',
      data: { mine: { edges: [] }, drugs: { edges: [] } },
      withheld: [{ ...closed('ICE', 'Record.crimeAreas'), by: ['records.filter.crimeAreas'] }],
    };
    expect(said(question)).toEqual(['mine.edges: perhaps', 'drugs.edges: perhaps']);
    expect(marks(question).map(({ because }) => because.length)).toEqual([1, 0]);
  });

  it('is perhaps short of subjects who are shown on some rows', () => {
    const question = {
      query: '{ record(id: "1") { __typename subjects { ... on Person { phones } ... on Group { names } } } }',
      data: { record: { __typename: 'IceRecord', subjects: [] } },
      withheld: [closed('ICE', 'Person.phones', 'ROW_CONDITION')],
    };
    expect(said(question)).toEqual(['record.subjects: perhaps']);
  });
});

describe('the document', () => {
  const withheld = [closed('ICE', 'Person.phones'), closed('ICE', 'Record.narrative')];

  it('is read through fragments, each for the types it is for', () => {
    const question = {
      query: `
        { record(id: "1") { __typename ...Told } }
        fragment Told on Record { narrative subjects { __typename ...OfPerson ... on Group { names } } }
        fragment OfPerson on Person { phones surname { romanized } }
      `,
      data: {
        record: {
          __typename: 'IceRecord',
          narrative: null,
          subjects: [
            { __typename: 'IcePerson', phones: null, surname: { romanized: null } },
            { __typename: 'IceGroup', names: null },
          ],
        },
      },
      withheld,
    };
    expect(said(question)).toEqual([
      'record.narrative: withheld',
      'record.subjects.0.phones: withheld',
      'record.subjects.0.surname.romanized: absent',
      'record.subjects.1.names: absent',
    ]);
    expect(marks(question)[2]?.inValue).toBe(true);
  });

  it('is read with its variables: what is skipped was not asked', () => {
    const question = {
      query: `query ($full: Boolean = true, $none: Boolean!) {
        record(id: "1") { __typename intercept { line @include(if: $full) court @skip(if: $none) } }
      }`,
      data: { record: { __typename: 'IceRecord', intercept: null } },
      variables: { none: true },
      withheld: [closed('ICE', 'WiretapIntercept.line')],
    };
    expect(said(question)).toEqual(['record.intercept: withheld']);
  });

  it('tells nothing of an answer that has no data', () => {
    expect(marks({ query: '{ ruleset { until } }', data: null })).toEqual([]);
  });
});
