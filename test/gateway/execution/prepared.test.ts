import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { complete } from '../../../gateway/execution/complete.ts';
import { PreparedOperation } from '../../../gateway/execution/prepared.ts';

const schema = buildSchema('type Query { thing(name: String): Thing } type Thing { name: String size: Int }');

function prepared(text: string): PreparedOperation {
  const document = parse(text);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const { selections } = operation.selectionSet;
  return new PreparedOperation({ plan: { kind: 'QueryPlan' }, document, operation, selections, schema });
}

function keysOf(operation: PreparedOperation, variables: Readonly<Record<string, unknown>>): readonly string[] {
  const known = { thing: { name: 'a', size: 1 } };
  const { data } = complete(operation.shapeFor(variables), known, { introspect: () => null });
  return Object.keys(data?.['thing'] as object);
}

const BOTH =
  'query ($size: Boolean = true, $name: Boolean!) { thing { name @include(if: $name) size @skip(if: $size) } }';

describe('the shape of an answer', () => {
  it('is by the variables that decide, as they are given or else by default', () => {
    const operation = prepared(BOTH);
    expect(keysOf(operation, { name: true })).toEqual(['name']);
    expect(keysOf(operation, { name: true, size: false })).toEqual(['name', 'size']);
    expect(keysOf(operation, { name: false, size: false })).toEqual(['size']);
    expect(keysOf(operation, { name: true, size: undefined })).toEqual(['name']);
  });

  it('is made once for the same decisions, whatever else is asked', () => {
    const operation = prepared(
      'query ($name: Boolean!, $of: String) { thing(name: $of) { name @skip(if: $name) size } }',
    );
    const shape = operation.shapeFor({ name: true, of: 'a' });
    expect(operation.shapeFor({ of: 'b', name: true })).toBe(shape);
    expect(operation.shapeFor({ name: false })).not.toBe(shape);
  });

  it('is none where null is given for what decides: a default does not stand in for it', () => {
    const operation = prepared(BOTH);
    expect(keysOf(operation, { name: true })).toEqual(['name']);
    expect(() => keysOf(operation, { name: true, size: null })).toThrow('Unexpected value null for variable $size');
  });

  it.each(['constructor', '__proto__', 'hasOwnProperty'])(
    'is by a variable that is called %s as by any other',
    (name) => {
      const operation = prepared(`query ($${name}: Boolean = true) { thing { name @include(if: $${name}) size } }`);
      expect(keysOf(operation, {})).toEqual(['name', 'size']);
      expect(keysOf(operation, JSON.parse(`{"${name}": false}`) as Record<string, unknown>)).toEqual(['size']);
    },
  );

  it('keeps nothing of what a viewer searched by', async () => {
    const operation = prepared('query ($of: String, $no: Boolean!) { thing(name: $of) { name @skip(if: $no) } }');
    const searched = ask(operation);
    await new Promise(setImmediate);
    collectGarbage();
    expect(searched.deref()).toBeUndefined();
  });
});

/** In a function of its own, so that nothing here holds what it asks by. */
function ask(operation: PreparedOperation): WeakRef<object> {
  const searched = { of: 'a selector' };
  keysOf(operation, { no: false, of: searched });
  return new WeakRef(searched);
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
