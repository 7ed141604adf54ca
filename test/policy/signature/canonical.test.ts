import fc from 'fast-check';
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

  it('makes the bytes that RFC 8785, 3.2.4 prints', () => {
    const value = {
      string: '€$\u000f\nA\'B"\\\\"/',
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27],
      literals: [null, true, false],
    };
    const printed = `7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75
      6d 62 65 72 73 22 3a 5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31 65 2b 33 30 2c 34 2e 35 2c 30
      2e 30 30 32 2c 31 65 2d 32 37 5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42
      5c 22 5c 5c 5c 5c 5c 22 2f 22 7d`;
    expect(Buffer.from(canonical(value)).toString('hex')).toBe(printed.replaceAll(/\s/g, ''));
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
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number of the bits %s (appendix B)', (bits, written) => {
    expect(text(Buffer.from(bits, 'hex').readDoubleBE())).toBe(written);
  });

  it.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])('refuses the bits %s (appendix B)', (bits) => {
    expect(() => canonical(Buffer.from(bits, 'hex').readDoubleBE())).toThrow();
  });

  it('is the same however a value was written, and says the value', () => {
    const values = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(
      fc.property(values, (value) => {
        expect(JSON.parse(text(value))).toEqual(value);
        expect(text(reversed(value))).toBe(text(value));
      }),
    );
  });

  it('refuses what has no canonical form', () => {
    expect(() => canonical(Number.NaN)).toThrow();
    expect(() => canonical(Number.POSITIVE_INFINITY)).toThrow();
    expect(() => canonicalBytes(agreementOf({ title: 'half \ud83d a face' }))).toThrow();
    expect(() => canonicalBytes(agreementOf({ title: 'a whole \ud83d\ude00, and the text \\ud83d' }))).not.toThrow();
  });
});

/** The same value, its keys the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, reversed(part)] as const);
  return Object.fromEntries(entries.reverse());
}

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
