import { prune } from '../../../policy/projection/prune.ts';
import { readGraph } from '../../../policy/projection/graph.ts';
import { shapeOf } from '../../../policy/projection/shape.ts';
import { compose } from '../../support/toy-federation.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`;
const graph = readGraph(
  compose({
    land: `${LINK}
      interface Place { id: ID! near: [Place!] }
      type House implements Place @key(fields: "id") { id: ID! near: [Place!] rooms: Int size: Size }
      type Plot implements Place @key(fields: "id") { id: ID! near: [Place!] area(unit: String): Float }
      type Size { w: Int grid: [[Cell]] } type Cell { n: Int extra: Json } scalar Json
      type Query { place: Place places: [[Place]!] house: House }`,
    other: `${LINK} type House @key(fields: "id") { id: ID! owner: String } type Tower implements Place { id: ID! near: [Place!] }
      interface Place { id: ID! near: [Place!] }`,
  }),
  [],
);

function pruned(query: string, data: Record<string, unknown>, typenames?: readonly string[]) {
  const representations = typenames?.map((__typename) => ({ __typename, id: '1' }));
  return prune(shapeOf(query, graph, 'land'), data, representations);
}

const entities = (selection: string) => `query($r:[_Any!]!){_entities(representations:$r){${selection}}}`;

describe('an answer', () => {
  it('keeps what was asked, under its aliases, in its order, and is the same object', () => {
    const data = { h: { w: 1, size: { grid: [[{ n: 1, extra: { any: [1] } }, null], null] }, rooms: null } };
    const kept = pruned('{ h: house { w: rooms size { grid { n extra } } rooms } }', data);
    expect(kept).toBe(data);
    expect(JSON.stringify(kept)).toBe(
      '{"h":{"w":1,"size":{"grid":[[{"n":1,"extra":{"any":[1]}},null],null]},"rooms":null}}',
    );
  });

  it('loses keys that nobody asked for, at every depth', () => {
    const data = { house: { rooms: 1, owner: 'x', size: { w: 2, h: 3, grid: [[{ n: 1, m: 2 }]] } }, places: [] };
    expect(pruned('{ house { rooms size { w grid { n } } } }', data)).toEqual({
      house: { rooms: 1, size: { w: 2, grid: [[{ n: 1 }]] } },
    });
  });

  it('loses keys that were asked of another type only', () => {
    const data = { place: { __typename: 'House', id: '1', rooms: 2, area: 4 } };
    expect(pruned('{ place { __typename id ... on House { rooms } ... on Plot { area } } }', data)).toEqual({
      place: { __typename: 'House', id: '1', rooms: 2 },
    });
  });

  it.each(['Tower', 'Size', 'constructor', 7, null, undefined])(
    'has no object that says that it is a %s',
    (__typename) => {
      expect(pruned('{ place { __typename id } }', { place: { __typename, id: '1' } })).toEqual({ place: null });
    },
  );

  it('takes an object that was perhaps not asked for its type as any of them', () => {
    const query = 'query($v:Boolean!){place{id ...on House{rooms}} place@skip(if:$v){__typename}}';
    expect(pruned(query, { place: { id: '1', rooms: 2, area: 3 } })).toEqual({ place: { id: '1', rooms: 2 } });
  });

  it('is not read deeper than its type has lists', () => {
    let deep: unknown = { __typename: 'Plot', id: 'x' };
    for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
    expect(pruned('{ places { __typename id } }', { places: deep })).toEqual({ places: [[null]] });
  });

  it('is read however deep it is', () => {
    const query = `{ place { __typename ${'near { __typename '.repeat(200)} id ${'} '.repeat(200)} } }`;
    let place: Record<string, unknown> = { __typename: 'Plot', id: 'x', lie: 1 };
    for (let depth = 0; depth < 200; depth += 1) place = { __typename: 'Plot', near: [place], lie: 1 };
    expect(JSON.stringify(pruned(query, { place }))).not.toContain('lie');
  });

  it('cannot name a key that objects have by nature', () => {
    const data = JSON.parse('{ "house": { "__proto__": { "rooms": 9 }, "constructor": 1, "rooms": 1 } }') as object;
    expect(JSON.stringify(pruned('{ house { rooms } }', data as never))).toBe('{"house":{"rooms":1}}');
  });
});

describe('an entity', () => {
  const query = entities('... on House { __typename rooms } ... on Plot { id }');

  it('has what was asked of the type that it was asked by', () => {
    const data = {
      _entities: [
        { __typename: 'House', rooms: 1, id: 'x' },
        { id: '1', rooms: 3 },
      ],
      more: 1,
    };
    expect(pruned(query, data, ['House', 'Plot'])).toEqual({
      _entities: [{ __typename: 'House', rooms: 1 }, { id: '1' }],
    });
  });

  it.each([
    ['says that it is of another type', { __typename: 'Plot', rooms: 1 }, 'House'],
    ['says so unasked', { __typename: 'House', id: '1' }, 'Plot'],
    ['is a list', [{ id: '1' }], 'Plot'],
    ['is of a type that nobody has', { id: '1' }, 'Nothing'],
    ['was asked by nothing', { id: '1' }, undefined],
  ])('is null when it %s', (_, entity, typename) => {
    expect(pruned(query, { _entities: [entity] }, typename === undefined ? [] : [typename])).toEqual({
      _entities: [null],
    });
  });

  it('is not there where none was asked for', () => {
    expect(pruned('{ house { rooms } }', { _entities: [{ rooms: 1 }] })).toEqual({});
  });
});
