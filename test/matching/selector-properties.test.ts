import fc from 'fast-check';
import { blind, blindNameKey, featureOf } from '../../matching/blind.ts';
import { normalise } from '../../matching/normalise/normalise.ts';
import { sought } from '../../matching/normalise/sought.ts';
import { FEATURES } from '../../matching/person/features.ts';
import { SELECTOR_KINDS, type SelectorKind } from '../../schema/selectors.ts';

const RUNS = { numRuns: 300, seed: 18 };
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const upper = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'), minLength: least, maxLength: most });
const country = fc.constantFrom('US', 'GB', 'DE', 'RU', 'MX', 'FR', 'IR');

/** Texts that are selectors of a kind, most of them. */
const TEXTS: readonly (readonly [SelectorKind, fc.Arbitrary<string>])[] = [
  ['PHONE', digits(2).map((last) => `+1202555 01${last}`)],
  ['PHONE', digits(3).map((last) => `+44 20 7946 0${last}`)],
  ['EMAIL', fc.emailAddress()],
  ['IP_ADDRESS', fc.ipV4()],
  ['IP_ADDRESS', fc.ipV6()],
  ['ACCOUNT', upper(4, 34)],
  ['IBAN', digits(18).map((bban) => `DE:${bban}`)],
  ['PLATE', fc.tuple(country, upper(3, 9)).map((parts) => parts.join(':'))],
  ['VIN', upper(16, 16).map((rest) => `W${rest}`)],
  ['PASSPORT', fc.tuple(country, upper(6, 9)).map((parts) => parts.join(':'))],
  ['IDENTITY_DOCUMENT', upper(5, 12)],
  ['ORGANIZATION_REGISTRATION', fc.tuple(country, upper(3, 9)).map((parts) => parts.join(':'))],
  ['IMEI', digits(14)],
  [
    'CRYPTO_ADDRESS',
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 40, maxLength: 40 }).map((hex) => `0x${hex}`),
  ],
];

const written = fc.constantFrom(...TEXTS).chain(([kind, texts]) => texts.map((text) => ({ kind, text })));
const kinds = fc.constantFrom(...SELECTOR_KINDS);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  written.map(({ text }) => text),
);

/** The form that a search goes by first, as somebody would write it. */
function formOf(kind: SelectorKind, text: string): string | undefined {
  const read = sought(kind, text);
  return read.is === 'normal' ? read.forms[0]?.replace(/^\*:/, '') : undefined;
}

describe('normal forms', () => {
  it('are their own normal forms', () => {
    fc.assert(
      fc.property(written, ({ kind, text }) => {
        const form = formOf(kind, text);
        fc.pre(form !== undefined);
        expect(sought(kind, form)).toEqual(sought(kind, text));
        expect(normalise(kind, form)).toEqual(normalise(kind, text));
      }),
      RUNS,
    );
  });

  it('are their own normal forms whatever text they are of', () => {
    fc.assert(
      fc.property(kinds, anything, (kind, text) => {
        const form = formOf(kind, text);
        if (form !== undefined) expect(formOf(kind, form)).toBe(form);
      }),
      { numRuns: 1_000, seed: 18 },
    );
  });

  it('stay the same in other capitals, with spaces about, in full width, with what nobody sees', () => {
    const ways: readonly ((text: string) => string)[] = [
      (text) => text.toLowerCase(),
      (text) => `  ${text}\t`,
      (text) => text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      (text) => text.replace(/(?<=.{3})/u, '\u200b'),
    ];
    fc.assert(
      fc.property(written, fc.constantFrom(...ways), ({ kind, text }, way) => {
        expect(formOf(kind, way(text))).toBe(formOf(kind, text));
      }),
      RUNS,
    );
  });

  it('are found by what they are: whoever looks for a selector as it is held finds it', () => {
    fc.assert(
      fc.property(written, ({ kind, text }) => {
        const [held, looked] = [normalise(kind, text), sought(kind, text)];
        fc.pre(held.is === 'normal' && looked.is === 'normal');
        expect(looked.forms.some((form) => held.forms.includes(form))).toBe(true);
      }),
      RUNS,
    );
  });

  it('are never thrown for, and refusals repeat nothing of the text', () => {
    fc.assert(
      fc.property(kinds, anything, (kind, text) => {
        const read = normalise(kind, text, { country: text.slice(0, 2) });
        if (read.is === 'unreadable' && /\d{5}/.test(text)) expect(read.why).not.toContain(text);
      }),
      { numRuns: 1_000, seed: 19 },
    );
  });
});

interface Blinded {
  readonly kind: SelectorKind;
  readonly feature: number | null;
  readonly text: string;
  readonly key: Uint8Array;
}

describe('blinding', () => {
  const keyBytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const form = fc.string({ maxLength: 40 });

  it('is 16 bytes in base64url, the same for the same, and as RFC 2104 has it', () => {
    expect(blind('PHONE', '+12025550143', new Uint8Array(32))).toBe('AIoxh2FX9qlc5P_CKSUqlw');
    fc.assert(
      fc.property(kinds, form, keyBytes, (kind, text, key) => {
        const code = blind(kind, text, key);
        expect(Buffer.from(code, 'base64url').toString('base64url')).toBe(code);
        expect(Buffer.from(code, 'base64url')).toHaveLength(16);
        expect(blind(kind, text, key)).toBe(code);
      }),
      RUNS,
    );
  });

  it('tells which feature of a name it is of, and nothing else', () => {
    fc.assert(
      fc.property(kinds, form, keyBytes, fc.integer({ min: 1, max: 255 }), (kind, text, key, feature) => {
        expect(featureOf(blind(kind, text, key))).toBe(0);
        expect(featureOf(blindNameKey(kind, { feature, text }, key))).toBe(feature);
        expect(blindNameKey(kind, { feature, text }, key).slice(2)).not.toBe(blind(kind, text, key).slice(2));
      }),
      RUNS,
    );
    for (const feature of Object.values(FEATURES)) expect(feature).toBeLessThan(256);
  });

  it('never gives the same for two kinds, forms, features or keys', () => {
    const one = fc.record({
      kind: kinds,
      feature: fc.option(fc.integer({ min: 1, max: 99 })),
      text: form,
      key: keyBytes,
    });
    const code = ({ kind, feature, text, key }: Blinded) =>
      feature === null ? blind(kind, text, key) : blindNameKey(kind, { feature, text }, key);
    fc.assert(
      fc.property(
        one,
        fc.record({
          kind: fc.option(kinds),
          feature: fc.option(fc.integer({ min: 1, max: 99 })),
          key: fc.option(keyBytes),
        }),
        (a, change) => {
          const b = {
            ...a,
            kind: change.kind ?? a.kind,
            feature: change.feature ?? a.feature,
            key: change.key ?? a.key,
          };
          const isSame = a.kind === b.kind && a.feature === b.feature && Buffer.compare(a.key, b.key) === 0;
          expect(code(a) === code(b)).toBe(isSame);
        },
      ),
      RUNS,
    );
  });
});
