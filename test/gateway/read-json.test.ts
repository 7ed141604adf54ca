import { readJson } from '../../gateway/http/json.ts';

const TOO_LARGE = { trouble: 'the body has a number that is too large' };

describe('a number in a request', () => {
  it.each(['1e400', '-1e400', `1${'0'.repeat(400)}`, `${'9'.repeat(250)}e99`, '1E+0309', '1.8e308'])(
    'is refused where it is too large to be one: %s',
    (number) => {
      expect(readJson(`{"variables":{"a":[{"b":${number}}]}}`, 'the body')).toEqual(TOO_LARGE);
    },
  );

  it.each(['1e308', '1e-400', '0', '-0.5e+10', '9007199254740993'])('is read where it can be held: %s', (number) => {
    expect(readJson(`{"a":${number}}`, 'the body')).toEqual({ value: { a: Number(number) } });
  });

  it('is no number within a text', () => {
    const text = `{"query":"1e400 ${'9'.repeat(400)}"}`;
    expect(readJson(text, 'the body')).toEqual({ value: JSON.parse(text) as unknown });
  });
});
