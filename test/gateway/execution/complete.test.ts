import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { complete } from '../../../gateway/execution/complete.ts';
import { PreparedOperation } from '../../../gateway/execution/prepared.ts';

const schema = buildSchema(`
  type Query { box: Box boxes: [Box!] grid: [[Box!]!] thing: Thing must: Box! }
  interface Thing { id: ID! }
  type Box implements Thing { id: ID! size: Int! name: String grade: Grade inner: Box ratio: Float open: Boolean any: Odd }
  type Bag implements Thing { id: ID! handle: String }
  enum Grade { A B } scalar Odd`);

/** What is answered of what subgraphs answered. */
function completed(query: string, known: object): { data: unknown; errors: readonly string[] } {
  const document = parse(query);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const planned = { plan: { kind: 'QueryPlan' } as const, document, operation, schema };
  const prepared = new PreparedOperation({ ...planned, selections: operation.selectionSet.selections });
  const { data, errors } = complete(prepared.shapeFor({}), known as never, { introspect: () => 'told' });
  const told = errors.map(({ message, path }) => `${path?.join('.')}: ${message}`);
  return { data: JSON.parse(JSON.stringify(data)) as unknown, errors: told };
}

describe('an answer', () => {
  it('has what was asked for in that order, and nothing else', () => {
    const known = { box: { planted: 1, size: 2, id: 'x', name: null }, planted: {} };
    const { data } = completed('{ box { name size ... on Box { id } size } __schema { types { name } } }', known);
    expect(JSON.stringify(data)).toBe('{"box":{"name":null,"size":2,"id":"x"},"__schema":"told"}');
  });

  it.each([
    [
      '{ box { id size } }',
      { box: { id: 'x' } },
      { box: null },
      ['box.size: Cannot return null for non-nullable field Box.size.'],
    ],
    [
      '{ boxes { size } }',
      { boxes: [{ size: 1 }, null] },
      { boxes: null },
      ['boxes.1: Cannot return null for non-nullable array element of type Box at index 1.'],
    ],
    [
      '{ boxes { size } }',
      { boxes: [{ size: 1 }, { size: null }] },
      { boxes: null },
      ['boxes.1.size: Cannot return null for non-nullable field Box.size.'],
    ],
    [
      '{ grid { size } }',
      { grid: [[{ size: 1 }], [{}]] },
      { grid: null },
      ['grid.1.0.size: Cannot return null for non-nullable field Box.size.'],
    ],
    [
      '{ must { id } box { id } }',
      { box: { id: 1 } },
      null,
      ['must: Cannot return null for non-nullable field Query.must.'],
    ],
    [
      '{ box { name grade } }',
      { box: { name: 7, grade: 'C' } },
      { box: { name: null, grade: null } },
      ['box.name: Invalid value found for field Box.name.', 'box.grade: Invalid value found for field Box.grade.'],
    ],
    [
      '{ box { id } }',
      { box: { __typename: 'Odd', id: 1 } },
      { box: null },
      ['box: Invalid __typename found for object at field Query.box.'],
    ],
    [
      '{ box { inner { id } name } }',
      { box: { inner: {}, name: 'a' } },
      { box: { inner: null, name: 'a' } },
      ['box.inner.id: Cannot return null for non-nullable field Box.id.'],
    ],
  ])('is null as far as it must be: %s of %j', (query, known, data, errors) => {
    expect(completed(query, known)).toEqual({ data, errors });
  });

  it.each([
    [{ size: 1e21 }, null],
    [{ size: 1.5 }, null],
    [
      { size: 2, ratio: 1.5, open: true, any: { a: [1] } },
      { size: 2, ratio: 1.5, open: true, any: { a: [1] } },
    ],
    [
      { size: 2, ratio: '1', open: 'true', any: null },
      { size: 2, ratio: null, open: null, any: null },
    ],
  ])('holds values of their types alone: %j', (box, data) => {
    expect(completed('{ box { size ratio open any } }', { box }).data).toEqual({ box: data });
  });

  it('tells an object’s own type, under any name, and never an abstract one', () => {
    const query =
      '{ __typename thing { t: __typename __typename ... on Bag { handle } ... on Box { name } ... on Thing { id } } }';
    const bag = { __typename: 'Bag', id: '1', handle: 'h', name: 'planted' };
    expect(completed(query, { thing: bag }).data).toEqual({
      __typename: 'Query',
      thing: { t: 'Bag', __typename: 'Bag', handle: 'h', id: '1' },
    });
    expect(completed(query, { thing: { id: '1' } }).data).toEqual({ __typename: 'Query', thing: null });
    expect(completed(query, { thing: { ...bag, __typename: 'Thing' } }).data).toEqual({
      __typename: 'Query',
      thing: null,
    });
  });

  it('knows no values by the names that every object has', () => {
    const query = '{ box { constructor: name toString: name __proto__: name } }';
    expect(completed(query, { box: {} }).data).toEqual(
      JSON.parse('{"box":{"constructor":null,"toString":null,"__proto__":null}}'),
    );
    const box = JSON.parse('{"constructor":"c","__proto__":"p"}') as object;
    expect(JSON.stringify(completed(query, { box }).data)).toBe(
      '{"box":{"constructor":"c","toString":null,"__proto__":"p"}}',
    );
  });

  it.each([
    ['{ boxes { id } }', { boxes: 'x' }],
    ['{ boxes { id } }', { boxes: { id: 1 } }],
    ['{ box { id } }', { box: 7 }],
    ['{ box { id } }', { box: { __typename: 7 } }],
  ])('is none where a list, an object or a type is something else: %s of %j', (query, known) => {
    expect(() => completed(query, known)).toThrow('Invalid non-');
  });
});
