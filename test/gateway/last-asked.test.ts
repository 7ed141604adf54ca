import { LastAsked } from '../../gateway/last-asked.ts';

describe('what was asked for last', () => {
  it('is kept as far as it weighs no more than the limit together', () => {
    const last = new LastAsked<string, number>(10);
    last.set('a', 1, 4);
    last.set('b', 2, 4);
    expect(last.get('a')).toBe(1);
    last.set('c', 3, 4);
    expect([last.get('a'), last.get('b'), last.get('c')]).toEqual([1, undefined, 3]);
  });

  it('makes room for what is heavy, and does not keep what alone is too heavy', () => {
    const last = new LastAsked<string, number>(10);
    for (const key of ['a', 'b', 'c', 'd', 'e']) last.set(key, 1, 2);
    last.set('heavy', 2, 8);
    expect(['a', 'b', 'c', 'd', 'e', 'heavy'].filter((key) => last.get(key))).toEqual(['e', 'heavy']);
    last.set('too heavy', 3, 11);
    expect(['e', 'heavy', 'too heavy'].filter((key) => last.get(key))).toEqual(['e', 'heavy']);
  });

  it('weighs what is set again once', () => {
    const last = new LastAsked<string, number>(10);
    for (let again = 0; again < 100; again += 1) last.set('a', again, 5);
    last.set('b', 1, 5);
    expect([last.get('a'), last.get('b')]).toEqual([99, 1]);
    last.set('a', 0, 11);
    last.set('c', 2, 5);
    expect([last.get('a'), last.get('b'), last.get('c')]).toEqual([undefined, 1, 2]);
  });

  it('is nothing when it is cleared', () => {
    const last = new LastAsked<string, number>(10);
    last.set('a', 1, 10);
    last.clear();
    expect(last.get('a')).toBeUndefined();
    last.set('b', 2, 10);
    expect(last.get('b')).toBe(2);
  });
});
