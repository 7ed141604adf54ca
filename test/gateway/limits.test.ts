import { readFileSync } from 'node:fs';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';
import { costOf } from '../../gateway/limits/cost/cost.ts';
import { readWeights } from '../../gateway/limits/cost/weights.ts';
import { limitDocument } from '../../gateway/limits/document.ts';
import { limit } from '../../gateway/limits/limit.ts';
import { DEFAULT_LIMITS } from '../../gateway/limits/limits.ts';
import { sizeOf } from '../../gateway/limits/size.ts';
import { fragmentsOf } from '../../policy/projection/document.ts';

const asked = (text: string, variables: Readonly<Record<string, unknown>> = {}) => {
  const document = parse(text);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return { operation: operation as OperationDefinitionNode, fragments: fragmentsOf(document), variables };
};
const size = (text: string) => sizeOf(asked(text).operation, asked(text).fragments);

/** `a` spreads `b` twice, `b` spreads `c` twice, …: 2^30 fields in thirty lines. */
const DOUBLING = [
  'query { ...F0 }',
  ...Array.from({ length: 30 }, (_, i) => `fragment F${i} on Query { a { ...F${i + 1} } b: a { ...F${i + 1} } }`),
  'fragment F30 on Query { c }',
].join('\n');

describe('the size of an operation', () => {
  it('counts fields, levels and root fields with the fragments spread out', () => {
    expect(
      size('{ a { b ...F ... on T { e { f } } } ...R } fragment F on T { c d } fragment R on Query { r }'),
    ).toEqual({
      fields: 7,
      depth: 3,
      rootFields: 2,
      aliases: 0,
      directives: 0,
      spreads: 2,
    });
  });

  it('counts a field that is asked once more under another key, and not one that is only renamed', () => {
    expect(size('{ x: a y: a a b2: b }').aliases).toBe(2);
    expect(size('{ a ...F } fragment F on Query { other: a }').aliases).toBe(1);
    expect(size('{ a { b } a { c } }').aliases).toBe(0);
    expect(size('{ p { x: a y: a } q { x: a y: a } }').aliases).toBe(2);
    expect(size('{ ...F q { ...F } } fragment F on Query { x: a y: a }').aliases).toBe(2);
  });

  it('counts directives wherever they stand, and introspection under other keys', () => {
    expect(
      size('query ($v: Int @x) @y { a @skip(if: false) ...F @z ... @w { b } } fragment F on Query { c @v }'),
    ).toMatchObject({ directives: 6 });
    expect(
      size('{ x: __schema { types { name } } y: __schema { a: types { name } b: types { name } } }'),
    ).toMatchObject({
      fields: 0,
      depth: 0,
      rootFields: 2,
      aliases: 2,
    });
  });

  it('of fragments that double each other is measured without spreading them', () => {
    const { fields, aliases, spreads } = size(DOUBLING);
    expect([fields, aliases, spreads].every((figure) => figure > 1e9)).toBe(true);
  });

  it('is refused with the limit and its own figure', () => {
    const refused = (text: string, measure: object) => () =>
      limit(asked(text).operation, asked(text).fragments, { ...DEFAULT_LIMITS.operation, ...measure });
    expect(refused('{ a { b { c } } }', { depth: 2 })).toThrow('is nested 3 deep; at most 2');
    expect(refused('{ a b c }', { fields: 2 })).toThrow('has 3 fields, its fragments spread out; at most 2');
    expect(refused('{ a b }', { rootFields: 1 })).toThrow('has 2 root fields; at most 1');
    expect(refused('{ a x: a }', { aliases: 0 })).toThrow('under another key, 1 times; at most 0');
    expect(refused('{ a @b @c }', { directives: 1 })).toThrow('has 2 directives');
    expect(refused('{ ...F ...F } fragment F on Q { a }', { spreads: 1 })).toThrow('spreads 2 fragments; at most 1');
    expect(refused(DOUBLING, { depth: 99 })).toThrow('has more than 1000000 fields');
  });
});

describe('a document', () => {
  it('has so many words and signs, and no more', () => {
    expect(() => limitDocument('{ a b }', 5)).not.toThrow();
    expect(() => limitDocument('{ a b c d }', 5)).toThrow('has more than 5 words and signs');
  });

  it('has no end of brackets', () => {
    expect(() => limitDocument('{a'.repeat(201), 1_000)).toThrow('more than 200 brackets');
    expect(() => limitDocument(`{ a(x: ${'['.repeat(200)}`, 1_000)).toThrow('more than 200 brackets');
  });

  it('that is no GraphQL is for the parser to refuse', () => {
    expect(() => limitDocument('{ a § }', 100)).not.toThrow();
  });
});

describe('the cost of an operation', () => {
  const weights = readWeights(readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8'));
  const cost = (text: string, variables = {}) => costOf(asked(text, variables), weights);
  const page = (first: string) => `{ records(${first}) { edges { node { record { title } } } } }`;

  it('multiplies what is on a page by how long the page may be', () => {
    // The connection, and as many times an edge, a hit and a record.
    expect(cost(page('first: 10'))).toBe(1 + 10 * 3);
    expect(cost(page('first: 100'))).toBe(1 + 100 * 3);
    expect(cost(page('filter: {}'))).toBe(1 + 20 * 3);
    expect(cost(page('first: null'))).toBe(1 + 20 * 3);
    expect(cost(page('first: -100000'))).toBe(1);
  });

  it('takes the length from variables, and from their defaults once they are coerced', () => {
    const text = page('first: $n').replace('{ records', 'query ($n: Int) { records');
    expect(cost(text, { n: 40 })).toBe(1 + 40 * 3);
    expect(cost(text, {})).toBe(1 + 20 * 3);
  });

  it('multiplies lists inside lists', () => {
    const inner = (selection: string) => `{ records(first: 10) { edges { node { record { ${selection} } } } } }`;
    expect(cost(inner('subjects { id }'))).toBe(1 + 10 * (3 + 5));
    expect(cost(inner('case { records { subjects { id } } }'))).toBe(1 + 10 * (3 + 1 + 20 * (1 + 5)));
  });

  it('counts what counts: a total, each key, the schema itself', () => {
    expect(cost('{ records { totalCount } }')).toBe(1 + 5);
    expect(cost('{ a: records { totalCount } b: records { totalCount } }')).toBe(12);
    expect(cost('{ __typename __schema { types { name } } }')).toBe(500);
  });

  it('counts for every agency that may be asked for a text, however few hits are wanted', () => {
    expect(cost('{ textSearches { hits(text: "a", first: 0) { rank } } }')).toBe(12 * (1 + 50));
    expect(cost('{ textSearches { hits(text: "a", first: 1) { rank } caseHits(text: "a", first: 1) { rank } } }')).toBe(
      12 * (1 + 2 * (50 + 1)),
    );
    expect(cost('{ textSearches { ... on IceTextSearch { hits(text: "a", first: 0) { rank } } } }')).toBe(
      12 * (1 + 50),
    );
  });

  it('takes of types that exclude each other the costliest', () => {
    const fragments = (text: string) => `{ records(first: 10) { edges { node { record { ${text} } } } } }`;
    const both = cost(
      fragments('... on IceRecord { subjects { id } } ... on DeaRecord { subjects { id } case { id } }'),
    );
    expect(both).toBe(1 + 10 * (3 + 6));
    expect(cost(fragments('... on Record { subjects { id } } ... on IceRecord { case { id } }'))).toBe(
      1 + 10 * (3 + 6),
    );
  });

  it('is the same however the selections are spread over fragments', () => {
    const text = `query { records(first: 7) { ...C } } fragment C on RecordConnection { edges { ...E } } fragment E on RecordEdge { node { record { title } } }`;
    expect(cost(text)).toBe(1 + 7 * 3);
  });

  it('of fragments that double each other is weighed without spreading them', () => {
    const doubling = Array.from(
      { length: 30 },
      (_, i) => `fragment F${i} on Case { records { case { ...F${i + 1} } } more: records { case { ...F${i + 1} } } }`,
    );
    const text = `{ case(id: "1") { ...F0 } } ${doubling.join(' ')} fragment F30 on Case { title }`;
    expect(cost(text)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('goes by the directives under whatever name the supergraph has them', () => {
    const renamed = readWeights(`
      schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: [{ name: "@cost", as: "@price" }, { name: "@listSize", as: "@long" }]) { query: Root }
      type Root { things(limit: Int = 3, most: Int): [Thing] @long(slicingArguments: ["limit", "most"]) rest: [Thing] dear: Int @price(weight: 9) }
      type Thing @price(weight: 2) { name: String }
    `);
    const of = (text: string) => costOf(asked(text), renamed);
    expect(of('{ things { name } }')).toBe(3 * 2);
    expect(of('{ things(limit: 4, most: 6) { name } }')).toBe(6 * 2);
    expect(of('{ rest { name } dear }')).toBe(5 * 2 + 9);
  });

  it('counts a change for more than what is asked of its outcome, where the schema does not say what it costs', () => {
    const changing = readWeights(`
      schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost"]) { query: Query mutation: Change }
      type Query { thing: Thing }
      type Change { make: Thing drop: Boolean dear: Thing @cost(weight: 100) }
      type Thing { parts: [Thing] name: String }
    `);
    const of = (text: string) => costOf(asked(text), changing);
    expect(of('{ thing { name } }')).toBe(1);
    expect(of('mutation { make { name } drop again: drop }')).toBe(11 + 10 + 10);
    expect(of('mutation { make { parts { name } } ...Dear } fragment Dear on Change { dear { name } }')).toBe(
      11 + 5 + 100,
    );
  });
});
