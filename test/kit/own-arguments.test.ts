import { checkConformance } from '../../subgraphs/kit/conformance/conformance.ts';
import { starterSdl } from '../../subgraphs/kit/starter-sdl.ts';
import { entities, record, refs, share, toyAgency } from './toy-agency.ts';

const OWN = `
  extend type DeaRecord {
    notes(contains: String @reads(coordinate: "Record.narrative"), length: Int @readsNothing): String
    sorted(by: DeaOrder! = TITLE): String
    related(kind: String @reads(coordinate: "Record.kind")): [DeaRecord!]
  }
  enum DeaOrder { TITLE @reads(coordinate: "Record.title") NARRATIVE @reads(coordinate: "Record.narrative") }`;
const SILENT = 'extend type DeaRecord { tags(like: String): String }';

const r1 = record('r1', { crimeAreas: ['drug-trafficking'] });
const r2 = record('r2', { crimeAreas: ['fraud'] });
const open = ['notes', 'sorted', 'related', 'tags'].map((field) => `DeaRecord.${field}`);

const SUMMARY = [share({ categories: ['RECORD_SUMMARY'], coordinates: open })];

/** DEA with these fields; ICE is shown the summary of records and all of these fields, unless a test says other. */
function dea(clauses = SUMMARY) {
  const resolvers = { DeaRecord: { notes: () => 'n', sorted: () => 's', tags: () => 't', related: () => [r1, r2] } };
  return toyAgency({ sources: [r1, r2], sdl: OWN + SILENT, clauses, resolvers });
}

/** What DEA tells ICE, of both records. */
async function told(agency: ReturnType<typeof dea>, selection: string, viewer = 'ICE'): Promise<unknown> {
  const { data, errors } = await agency.ask(viewer, entities('DeaRecord', selection), refs('DeaRecord', 'r1', 'r2'));
  expect(errors).toBeUndefined();
  return (data?.['_entities'] as readonly Record<string, unknown>[]).map(({ __typename: _, ...shown }) => shown);
}

describe("an agency's lock on arguments of its own fields", () => {
  it('answers by no argument that reads what it withholds, and asks no resolver', async () => {
    const agency = dea();
    expect(await told(agency, 'a: notes(contains: "x") b: sorted(by: NARRATIVE) c: notes(contains: null)')).toEqual([
      { a: null, b: null, c: null },
      { a: null, b: null, c: null },
    ]);
    expect(agency.called.filter((name) => !name.endsWith('__resolveReference'))).toEqual([]);
    expect(await told(agency, 'a: notes(length: 3) b: sorted')).toEqual([
      { a: 'n', b: 's' },
      { a: 'n', b: 's' },
    ]);
  });

  it('answers by it on the rows on which it shows what is read', async () => {
    const where = { crimeAreas: { anyOf: ['drug-trafficking'] } };
    const agency = dea([...SUMMARY, share({ coordinates: ['Record.narrative'], where }, '2')]);
    expect(await told(agency, 'notes(contains: "x")')).toEqual([{ notes: 'n' }, { notes: null }]);
  });

  it('answers by none that would tell more than a masked value does', async () => {
    const treatments = { 'Record.narrative': 'masked' } as const;
    const agency = dea([...SUMMARY, share({ coordinates: ['Record.narrative'], treatments }, '2')]);
    expect(await told(agency, 'notes(contains: "x")')).toEqual([{ notes: null }, { notes: null }]);
  });

  it('chooses among other objects by what is shown wherever they appear', async () => {
    expect(await told(dea(), 'related(kind: "x") { id }')).toEqual([
      { related: [{ id: 'r1' }, { id: 'r2' }] },
      { related: [{ id: 'r1' }, { id: 'r2' }] },
    ]);
    const where = { crimeAreas: { anyOf: ['fraud'] } };
    const kindOfSome = dea([share({ coordinates: open }), share({ coordinates: ['Record.kind'], where }, '2')]);
    expect(await told(kindOfSome, 'related(kind: "x") { id }')).toEqual([{ related: null }, { related: null }]);
  });

  it('keeps a field closed whose argument does not say what it reads', async () => {
    expect(await told(dea(), 'tags a: tags(like: "x")')).toEqual([
      { tags: null, a: null },
      { tags: null, a: null },
    ]);
  });

  it('answers by alternatives on the rows on which it shows all of them', async () => {
    const where = { crimeAreas: { anyOf: ['drug-trafficking'] } };
    const agency = (clauses = SUMMARY) =>
      toyAgency({
        sources: [r1, r2],
        sdl: 'extend type DeaRecord { about(x: String @readsOneOf(coordinates: ["Record.title", "Record.narrative"])): String }',
        clauses: [...clauses, share({ coordinates: ['DeaRecord.about'] }, 'about')],
        resolvers: { DeaRecord: { about: () => 'a' } },
      });
    expect(await told(agency(), 'about(x: "x")')).toEqual([{ about: null }, { about: null }]);
    const some = agency([...SUMMARY, share({ coordinates: ['Record.narrative'], where }, '2')]);
    expect(await told(some, 'about(x: "x")')).toEqual([{ about: 'a' }, { about: null }]);
  });

  it("answers the agency's own viewers by all of them", async () => {
    const all = { tags: 't', a: 'n', b: 's' };
    expect(await told(dea(), 'tags a: notes(contains: "x") b: sorted(by: NARRATIVE)', 'DEA')).toEqual([all, all]);
  });
});

describe('conformance of arguments', () => {
  const sdl = starterSdl({ prefix: 'Dea' });

  it('looks at each of several things that an argument may read, and leaves blinding to hubs', () => {
    const alternatives = (coordinates: string) =>
      `extend type DeaRecord { about(x: String @readsOneOf(coordinates: [${coordinates}])): String }`;
    const check = (text: string, base = sdl) => checkConformance(base + text, { prefix: 'Dea' });
    expect(check(alternatives('"Record.title", "DeaRecord.notes"'))).toEqual([]);
    expect(check(alternatives('"Record.title", "Record.titel"'))).toEqual([
      '`x` reads `Record.titel`, which is neither a governed field of the contract nor your own',
    ]);
    expect(check(alternatives(''))).toEqual([
      expect.stringContaining('`DeaRecord.about(x:)` does not say what it reads'),
    ]);
    const uncomposed = sdl.replace('@composeDirective(name: "@readsOneOf")', '');
    expect(check(alternatives('"Record.title"'), uncomposed)).toEqual([
      'the schema must have `@composeDirective(name: "@readsOneOf")`: the gateway reads it',
    ]);
    expect(check('extend type DeaRecord { by(x: String @readsNothing @blinded(as: "PHONE")): String }')).toEqual([
      '`x` is `@blinded`, which is for hubs alone: your own fields are asked in clear',
    ]);
  });

  it('finds nothing in those that say what they read', () => {
    expect(checkConformance(sdl + OWN, { prefix: 'Dea' })).toEqual([]);
  });

  it('tells of those that do not, of what is read that nobody has, and of what the gateway would not hear', () => {
    const wrong = `
      extend type DeaRecord { tags(like: String, not: DeaNot): String  more(x: Int @reads(coordinate: "Record.narative")): Int }
      input DeaNot { like: String }
      extend type Query { deaTips(first: Int): [String!] }`;
    const silent = (input: string) =>
      `\`${input}\` does not say what it reads, so its field is closed to other agencies: write \`@reads(coordinate: "…")\` on it, or \`@readsNothing\``;
    expect(checkConformance(sdl.replaceAll(/@composeDirective\(.*\)/g, '') + wrong, { prefix: 'Dea' })).toEqual([
      silent('DeaRecord.tags(like:)'),
      silent('DeaNot.like'),
      silent('Query.deaTips(first:)'),
      '`x` reads `Record.narative`, which is neither a governed field of the contract nor your own',
      'the schema must have `@composeDirective(name: "@reads")`: the gateway reads it',
    ]);
  });
});
