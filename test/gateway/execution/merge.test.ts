import fc from 'fast-check';
import { merge } from '../../../gateway/execution/merge.ts';

type Data = Record<string, unknown>;

const read = (text: string) => JSON.parse(text) as Data;

function merged(target: string, source: string): Data {
  const data = read(target);
  merge(data, read(source));
  return data;
}

describe('what several subgraphs answer of an object', () => {
  it.each([
    ['{"a":1}', '{"b":2}', '{"a":1,"b":2}'],
    ['{"a":{"b":1}}', '{"a":{"c":2}}', '{"a":{"b":1,"c":2}}'],
    ['{"a":{"b":1}}', '{"a":null}', '{"a":null}'],
    ['{"a":null}', '{"a":{"b":1}}', '{"a":{"b":1}}'],
    ['{"a":[{"b":1},null]}', '{"a":[{"c":2},{"c":3}]}', '{"a":[{"b":1,"c":2},{"c":3}]}'],
    ['{"a":[{"b":1}]}', '{"a":[{"c":2},{"c":3}]}', '{"a":[{"c":2},{"c":3}]}'],
    ['{"a":[[1]]}', '{"a":[[2]]}', '{"a":[[2]]}'],
  ])('adds up: %s and %s are %s', (target, source, expected) => {
    expect(merged(target, source)).toEqual(read(expected));
  });

  it.each(['__proto__', 'constructor', 'toString'])('keeps what is called %s a key like any other', (key) => {
    const data = merged('{"a":{}}', `{"${key}":{"planted":1},"a":{"${key}":{"planted":2}}}`);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(data, key)?.value).toEqual({ planted: 1 });
    expect(JSON.stringify(data)).toBe(`{"a":{"${key}":{"planted":2}},"${key}":{"planted":1}}`);
    expect(({} as Data)['planted']).toBeUndefined();
  });

  it('is what it was where nothing came', () => {
    const data = { a: 1 };
    for (const nothing of [null, undefined, {}, { a: undefined }]) merge(data, nothing);
    expect(data).toEqual({ a: 1 });
  });

  it('changes no prototype, whatever is sent', () => {
    const json = fc.json({ depthSize: 'large' }).map((text) => `{"__proto__":${text},"a":${text}}`);
    fc.assert(
      fc.property(json, json, (target, source) => {
        const data = read(target);
        try {
          merge(data, read(source));
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
        }
        expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
