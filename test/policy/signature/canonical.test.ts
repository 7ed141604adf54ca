import { readAgreement } from '../../../policy/document/read-agreement.ts';
import { canonical, canonicalBytes, digestOf } from '../../../policy/signature/canonical.ts';
import { agreementOf } from './parties.ts';

const text = (value: unknown) => new TextDecoder().decode(canonical(value));

/** Vectors of RFC 8785: 3.2.2 (values), 3.2.3 (order of keys), appendix B (numbers). */
describe('canonical JSON', () => {
  it('writes values as RFC 8785, 3.2.2 does', () => {
    const value = JSON.parse(
      String.raw`{ "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }`,
    ) as unknown;
    expect(text(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('orders keys by UTF-16 code units (3.2.3)', () => {
    const value = JSON.parse(
      String.raw`{ "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis" }`,
    ) as object;
    expect(Object.values(JSON.parse(text(value)) as object)).toHaveLength(7);
    const order = [...text(value).matchAll(/:"([^"]*)"/g)].map(([, name]) => name);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [9.999999999999997e22, '9.999999999999997e+22'],
    [1e23, '1e+23'],
    [0.000001, '0.000001'],
    [333333333.33333325, '333333333.33333325'],
  ])('writes the number %p (appendix B)', (number, written) => {
    expect(text(number)).toBe(written);
  });

  it('refuses what has no canonical form', () => {
    expect(() => canonical(Number.NaN)).toThrow();
    expect(() => canonical(Number.POSITIVE_INFINITY)).toThrow();
    expect(() => canonicalBytes(agreementOf({ title: 'half \ud83d a face' }))).toThrow();
    expect(() => canonicalBytes(agreementOf({ title: 'a whole \ud83d\ude00, and the text \\ud83d' }))).not.toThrow();
  });
});

describe('the digest of an agreement', () => {
  const yaml = 'concordat: 1\nid: one\ntitle: One\nsigned: 2009-06-18\neffective: 2009-06-18\nparties: [ICE, DEA]\n';
  const clauses = 'clauses:\n  - id: I\n    text: words\n';
  const digest = (written: string) => {
    const read = readAgreement('one.yaml', written);
    return read.kind === 'valid' ? digestOf(read.agreement) : undefined;
  };

  it('does not depend on layout, comments and the order of keys', () => {
    const plain = digest(yaml + clauses);
    expect(plain).toMatch(/^sha256-[A-Za-z0-9_-]{43}$/);
    expect(digest(`# another layout\n${clauses}\n\n${yaml.replace('[ICE, DEA]', '\n  - ICE\n  - DEA')}`)).toBe(plain);
  });

  it('depends on every word', () => {
    expect(digest(yaml + clauses.replace('words', 'Words'))).not.toBe(digest(yaml + clauses));
    expect(digest(yaml.replace('[ICE, DEA]', '[DEA, ICE]') + clauses)).not.toBe(digest(yaml + clauses));
  });
});
