import { buildSchema } from 'graphql';
import { applyRewrites } from '../../../gateway/execution/rewrites.ts';
import { isOfType, representationOf } from '../../../gateway/execution/representation.ts';

const schema = buildSchema(`
  interface Vessel { id: ID! } type Ferry implements Vessel { id: ID! } type Tug implements Vessel { id: ID! }
  union Any = Ferry | Tug  type Box { id: ID! }  type Query { vessel: Vessel any: Any box: Box }`);

const field = (name: string, selections?: readonly object[]) => ({
  kind: 'Field',
  name,
  ...(selections && { selections }),
});
const on = (typeCondition: string, ...selections: readonly object[]) => ({
  kind: 'InlineFragment',
  typeCondition,
  selections,
});

function made(entity: unknown, ...requires: readonly object[]): unknown {
  return JSON.parse(JSON.stringify(representationOf(entity, requires as never, schema)));
}

describe('what a subgraph is sent of an entity', () => {
  it('is its key, and what is required, and no more', () => {
    const ferry = {
      __typename: 'Ferry',
      id: '1',
      size: { w: 1, h: 2 },
      legs: [{ from: 'N', to: 'S' }, null],
      secret: 's',
    };
    const required = [field('size', [field('w')]), field('legs', [field('to')])];
    expect(made(ferry, on('Ferry', field('__typename'), field('id'), ...required))).toEqual({
      __typename: 'Ferry',
      id: '1',
      size: { w: 1 },
      legs: [{ to: 'S' }, null],
    });
  });

  it('is nothing of a type that is not asked about', () => {
    const tug = { __typename: 'Tug', id: '1' };
    expect(made(tug, on('Ferry', field('id')))).toEqual({});
    expect(made(tug, on('Vessel', field('id')))).toEqual({ id: '1' });
    expect(made({ __typename: 'Box', id: '1' }, on('Vessel', field('id')), on('Any', field('id')))).toEqual({});
    expect(made({ id: '1' }, on('Ferry', field('id')))).toEqual({});
    expect(made({ __typename: 'NoSuch', id: '1' }, on('Ferry', field('id')))).toEqual({});
  });

  it('is without what is not known, and null where that is known to be', () => {
    expect(made({ __typename: 'Ferry', id: null }, field('id'))).toEqual({ id: null });
    expect(made({ __typename: 'Ferry' }, field('id'))).toBeNull();
    expect(made({ __typename: 'Ferry', size: {} }, field('size', [field('w')]))).toEqual({ size: null });
    expect(made(null, field('id'))).toBeNull();
  });

  it.each(['constructor', 'toString', '__proto__'])('is not what every object has: `%s`', (name) => {
    expect(made({ __typename: 'Ferry', id: '1' }, field(name))).toBeNull();
  });

  it('is not changed by what is done to it, nor the other way round', () => {
    const entity = { __typename: 'Ferry', tags: ['a'], size: { w: 1 } };
    const sent = representationOf(entity, [field('tags'), field('size', [field('w')])] as never, schema)!;
    (sent['tags'] as string[]).push('b');
    (sent['size'] as { w: number }).w = 2;
    expect(entity).toEqual({ __typename: 'Ferry', tags: ['a'], size: { w: 1 } });
  });
});

describe('whether an object is of a type', () => {
  it.each([
    ['Ferry', 'Ferry', true],
    ['Ferry', 'Vessel', true],
    ['Ferry', 'Any', true],
    ['Vessel', 'Vessel', true],
    ['Box', 'Vessel', false],
    ['Ferry', 'Tug', false],
    ['toString', 'Vessel', false],
    ['Ferry', 'constructor', false],
  ])('%s, of %s: %s', (__typename, condition, expected) => {
    expect(isOfType({ __typename }, condition, schema)).toBe(expected);
  });
});

describe('a change that a plan makes', () => {
  const setter = (path: readonly string[]) => [{ kind: 'ValueSetter', path, setValueTo: 'Vessel' }] as never;
  const renamer = (path: readonly string[]) => [{ kind: 'KeyRenamer', path, renameKeyTo: 'name' }] as never;

  it('sets a value where the path leads, in lists too, and on objects of the type alone', () => {
    const data = { all: [{ __typename: 'Ferry' }, { __typename: 'Box' }, null, {}] };
    applyRewrites(setter(['all', '... on Vessel', '__typename']), data, schema);
    expect(data).toEqual({ all: [{ __typename: 'Vessel' }, { __typename: 'Box' }, null, { __typename: 'Vessel' }] });
  });

  it('moves what is there to another key, and nothing that is not', () => {
    const data = { a: { alias: 'x' }, b: {}, c: null };
    for (const key of ['a', 'b', 'c', 'd', 'constructor']) applyRewrites(renamer([key, 'alias']), data, schema);
    expect(data).toEqual({ a: { alias: undefined, name: 'x' }, b: {}, c: null });
    applyRewrites(renamer(['b', 'toString']), data, schema);
    expect(Object.keys(data.b)).toEqual([]);
  });

  it('changes no prototype', () => {
    const data = JSON.parse('{"a": {"alias": {"planted": 1}}}') as { a: object };
    applyRewrites([{ kind: 'KeyRenamer', path: ['a', 'alias'], renameKeyTo: '__proto__' }] as never, data, schema);
    expect(Object.getPrototypeOf(data.a)).toBe(Object.prototype);
  });
});
