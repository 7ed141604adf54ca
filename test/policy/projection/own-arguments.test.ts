import { stripIgnoredCharacters } from 'graphql';
import { requireBlindable } from '../../../policy/projection/blinded.ts';
import { requireDeclaredReads } from '../../../policy/projection/declared.ts';
import { projectFetch } from '../../../policy/projection/fetch.ts';
import { readGraph } from '../../../policy/projection/graph.ts';
import { READS_DIRECTIVES, READS_LINK } from '../../../schema/reads.ts';
import { agencyEntry, agencySdl, compose, hubSdl } from '../../support/toy-federation.ts';
import { toyAgreement, toyGrant, toyRuleset, type ToyClause } from '../../support/toy-policy.ts';

const agencies = [agencyEntry('ICE'), agencyEntry('DEA')];
const [ice, dea] = agencies;

const OWN = `
  notes(contains: String @reads(coordinate: "Record.narrative"), length: Int = 80 @readsNothing): String
  tags(like: String): String
  notesBy(filter: IceFilter): String
  sorted(by: IceOrder = TITLE): String
  related(kind: String @reads(coordinate: "Record.kind")): [IceRecord!]
  about(phone: String @readsOneOf(coordinates: ["Record.title", "Record.narrative"])): String
  void(phone: String @readsOneOf(coordinates: [])): String`;
const INPUTS = `
  extend schema ${READS_LINK}
  ${READS_DIRECTIVES}
  input IceFilter {
    narrative: String @reads(coordinate: "Record.narrative")
    title: String @reads(coordinate: "Record.title")
    and: [IceFilter!]
  }
  enum IceOrder { TITLE @reads(coordinate: "Record.title") NARRATIVE @reads(coordinate: "Record.narrative") }`;

const hub = hubSdl(agencies);
const supergraph = compose({ index: hub, ICE: agencySdl(ice!, { Record: OWN }, INPUTS), DEA: agencySdl(dea!) });
const graph = readGraph(supergraph, agencies);

const FIELDS = ['notes', 'tags', 'notesBy', 'sorted', 'related', 'about', 'void'].map((field) => `IceRecord.${field}`);

/** ICE shows DEA the summary of its records and all its own fields, and the narrative of those that are asked for. */
function clauses(narrative: 'never' | 'drugs'): readonly ToyClause[] {
  const between = { from: ['ICE'], to: ['DEA'] };
  const drugs = { crimeAreas: { anyOf: ['drug-trafficking'] } };
  return [
    { id: '1', share: { ...between, categories: ['RECORD_SUMMARY'], coordinates: FIELDS } },
    ...(narrative === 'drugs'
      ? [{ id: '2', share: { ...between, coordinates: ['Record.narrative'], where: drugs } }]
      : []),
  ];
}

interface Asking {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly define?: string;
  readonly narrative?: 'never' | 'drugs';
}

/** What is left of a question for one field, without what was added to it. */
function asked(field: string, { variables = {}, define = '', narrative = 'never' }: Asking = {}): string | undefined {
  const grant = toyGrant(toyRuleset(agencies, toyAgreement(agencies, clauses(narrative))), 'DEA');
  const query = `query ($representations: [_Any!]!${define}) { _entities(representations: $representations) { ... on IceRecord { id ${field} } } }`;
  const projection = projectFetch(query, { graph, grant, subgraph: 'ICE', originator: 'ICE', variables });
  if (projection.is !== 'part') return projection.is;
  return /\{id (.*?) ?_c_/.exec(stripIgnoredCharacters(projection.query))?.[1];
}

describe("an argument of an agency's own field", () => {
  it('is sent where what it reads is open, and without it the field stands for itself', () => {
    expect(asked('notes(contains: "x")', { narrative: 'drugs' })).toBe('notes(contains:"x")');
    expect(asked('notes')).toBe('notes');
    expect(asked('notes(length: 20)')).toBe('notes(length:20)');
  });

  it.each([
    ['as a literal', 'notes(contains: "x")', {}],
    ['under an alias', 'title: notes(contains: "x")', {}],
    ['as null', 'notes(contains: null)', {}],
    ['in a variable', 'notes(contains: $v)', { define: ', $v: String', variables: { v: 'x' } }],
    ['in the default of a variable', 'notes(contains: $v)', { define: ', $v: String = "x"' }],
    ['in an input object', 'notesBy(filter: { title: "x", narrative: "y" })', {}],
    ['deep in a list of them', 'notesBy(filter: { and: [{ title: "x" }, { and: { narrative: "y" } }] })', {}],
    [
      'in a variable object',
      'notesBy(filter: $f)',
      { define: ', $f: IceFilter', variables: { f: { narrative: 'y' } } },
    ],
    [
      'in a variable within an object',
      'notesBy(filter: { and: [{ narrative: $v }] })',
      { define: ', $v: String', variables: { v: 'y' } },
    ],
    ['as an order', 'sorted(by: NARRATIVE)', {}],
    ['as an order in a variable', 'sorted(by: $o)', { define: ', $o: IceOrder', variables: { o: 'NARRATIVE' } }],
  ])('is not sent %s where what it reads is withheld: the field is not asked for', (_how, field, options) => {
    expect(asked(field, options)).toBe('');
  });

  it('is sent for what it reads of what is open', () => {
    expect(asked('notesBy(filter: { title: "x" })')).toBe('notesBy(filter:{title:"x"})');
    const variables = { f: { title: 'x' } };
    expect(asked('notesBy(filter: $f)', { define: ', $f: IceFilter', variables })).toBe('notesBy(filter:$f)');
    expect(asked('sorted')).toBe('sorted');
  });

  it('closes its field where it says nothing of what it reads, whether it is given or not', () => {
    expect(asked('tags(like: "x")', { narrative: 'drugs' })).toBe('');
    expect(asked('tags', { narrative: 'drugs' })).toBe('');
  });

  it('of alternatives is sent where all of them are open: which of them a row answers by is not told', () => {
    expect(asked('about(phone: "x")')).toBe('');
    expect(asked('about')).toBe('about');
    expect(asked('about(phone: "x")', { narrative: 'drugs' })).toBe('about(phone:"x")');
  });

  it('of no alternative at all says nothing of what it reads', () => {
    expect(asked('void', { narrative: 'drugs' })).toBe('');
  });

  it('chooses among other objects only by what is shown wherever they appear', () => {
    expect(asked('related(kind: "x") { id }')).toMatch(/^related\(kind:"x"\)/);
    expect(asked('related(kind: "x") { id }', { narrative: 'drugs' })).toMatch(/^related/);
  });
});

describe("the hub's inputs", () => {
  it('must name alternatives, where they are alternatives', () => {
    const broken = hub.replace(
      'kinds: [String!] @reads(coordinate: "Record.kind")',
      'kinds: [String!] @readsOneOf(coordinates: [])',
    );
    const without = readGraph(compose({ index: broken, ICE: agencySdl(ice!), DEA: agencySdl(dea!) }), agencies);
    expect(() => requireDeclaredReads(without)).toThrow('`RecordFilter.kinds` does not say what it reads');
  });

  it('can be blinded, where they say so', () => {
    const fields = `
      plate: String @readsNothing @blinded(as: "NUMBER")
      phone: Int @readsNothing @blinded(as: "PHONE")
      person: Sought @readsNothing @blinded(as: "NAME_AND_BIRTH")
      email: [String!] @readsNothing @blinded(as: "EMAIL")`;
    const blinded = hub
      .replace('input RecordFilter {', `input Sought { surname: String sealed: String } input RecordFilter { ${fields}`)
      .replace('records(filter', 'tell(vin: Boolean @blinded(as: "VIN")): String records(filter');
    const supergraph = compose({ index: blinded, ICE: agencySdl(ice!), DEA: agencySdl(dea!) });
    const neither = (at: string) =>
      `\`${at}\` is \`@blinded\`, and neither a \`String\` nor an object with \`sealed: String @inaccessible\``;
    expect(() => requireBlindable(readGraph(supergraph, agencies))).toThrow(
      [
        neither('Query.tell(vin:)'),
        '`RecordFilter.plate` is `@blinded(as: "NUMBER")`: no kind of selector is called so',
        neither('RecordFilter.phone'),
        neither('RecordFilter.person'),
      ].join('\n'),
    );
    expect(() => requireBlindable(graph)).not.toThrow();
  });

  it('must say what they read', () => {
    expect(() => requireDeclaredReads(graph)).not.toThrow();
    const broken = hub
      .replace('kinds: [String!] @reads(coordinate: "Record.kind")', 'kinds: [String!]')
      .replace('first: Int @readsNothing', 'first: Int, orderBy: Order')
      .replace('enum Disclosure', 'enum Order { KIND @reads(coordinate: "Record.kind") TITLE } enum Disclosure');
    const without = readGraph(compose({ index: broken, ICE: agencySdl(ice!), DEA: agencySdl(dea!) }), agencies);
    const message = (input: string) =>
      `\`${input}\` does not say what it reads: write \`@reads(coordinate: "…")\` on it, or \`@readsNothing\``;
    expect(() => requireDeclaredReads(without)).toThrow(
      ['RecordFilter.kinds', 'Query.records(first:)', 'Order.TITLE'].map(message).join('\n'),
    );
  });
});
