import fc from 'fast-check';
import { personKeys } from '../../../matching/person/keys.ts';
import { likeness } from '../../../matching/person/likeness.ts';
import type { PersonNames } from '../../../matching/person/names.ts';
import { soughtPersonKeys } from '../../../matching/person/sought.ts';

const SEED = 19;
const NAMES = [
  'Smith',
  'Müller',
  'Щербакова',
  'van der Berg',
  'O’Brien',
  'García Márquez',
  'حسين',
  'Ng',
  'Łukasz',
  'Đorđević',
  'Jr',
  'a b c',
];

const name = fc.option(fc.oneof(fc.constantFrom(...NAMES), fc.string({ unit: 'grapheme', maxLength: 24 })), {
  nil: undefined,
});
const digits = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((n) => `${n}`.padStart(2, '0'));
const date = fc.oneof(
  fc.constant(undefined),
  fc.tuple(fc.integer({ min: 1900, max: 2020 }), digits(1, 12), digits(1, 28)).map((parts) => parts.join('-')),
  fc.tuple(fc.integer({ min: 1900, max: 2020 }), digits(1, 12)).map((parts) => parts.join('-')),
  fc.string({ maxLength: 10 }),
);
const anybody: fc.Arbitrary<PersonNames> = fc.record({ surname: name, firstNames: name, dateOfBirth: date });
const latin = fc.stringMatching(/^[A-Z][a-z]{1,9}$/);
const somebody = fc.record({
  surname: latin,
  firstNames: latin,
  dateOfBirth: fc
    .tuple(fc.integer({ min: 1900, max: 2020 }), digits(1, 12), digits(1, 28))
    .map((parts) => parts.join('-')),
});

describe('likeness', () => {
  it('is the same both ways, and from 0 to 1', () => {
    always(fc.tuple(anybody, anybody), ([one, other]) => {
      expect(likeness(one, other)).toBe(likeness(other, one));
      expect(likeness(one, other)).toBeGreaterThanOrEqual(0);
      expect(likeness(one, other)).toBeLessThanOrEqual(1);
    });
  });

  it('is never greater with another than with the same', () => {
    always(fc.tuple(somebody, somebody), ([one, other]) => {
      expect(likeness(one, other)).toBeLessThanOrEqual(likeness(one, one));
    });
  });

  it('does not depend on capitals and marks', () => {
    always(fc.tuple(somebody, somebody), ([one, other]) => {
      expect(likeness(shouted(one), other)).toBe(likeness(one, other));
      expect(likeness(marked(one), other)).toBe(likeness(one, other));
    });
  });
});

describe('keys', () => {
  it('find everybody by what is stored of them', () => {
    always(anybody, (one) => {
      const stored = new Set(textsOf(personKeys(one)));
      const found = textsOf(soughtPersonKeys(one)).filter((key) => stored.has(key));
      expect(stored.size === 0 || found.length > 0).toBe(true);
    });
  });

  it('do not depend on capitals and marks', () => {
    always(somebody, (one) => {
      expect(personKeys(shouted(one))).toEqual(personKeys(one));
      expect(personKeys(marked(one))).toEqual(personKeys(one));
    });
  });

  it('find a person whose surname lost a letter, or whose names were exchanged', () => {
    always(somebody, (one) => {
      const stored = new Set(textsOf(personKeys(one)));
      const slips = [
        { ...one, surname: one.surname.slice(0, -1) },
        { ...one, surname: one.firstNames, firstNames: one.surname },
      ];
      for (const slip of slips) expect(textsOf(soughtPersonKeys(slip)).some((key) => stored.has(key))).toBe(true);
    });
  });

  it('stay within their bounds', () => {
    always(anybody, (one) => {
      expect(personKeys(one).length).toBeLessThanOrEqual(10);
      expect(soughtPersonKeys(one).length).toBeLessThanOrEqual(64);
    });
  });
});

function always<Value>(values: fc.Arbitrary<Value>, holds: (value: Value) => void): void {
  fc.assert(fc.property(values, holds), { seed: SEED, numRuns: 300 });
}

function textsOf(keys: ReturnType<typeof personKeys>): readonly string[] {
  return keys.map(({ feature, text }) => `${feature}|${text}`);
}

function shouted({ surname, firstNames, dateOfBirth }: PersonNames): PersonNames {
  return { surname: surname?.toUpperCase(), firstNames: firstNames?.toUpperCase(), dateOfBirth };
}

/** Acutes, which every romanisation leaves out. */
function marked({ surname, firstNames, dateOfBirth }: PersonNames): PersonNames {
  const mark = (text = '') => text.replace(/[aeiou]/g, '$&\u0301');
  return { surname: mark(surname), firstNames: mark(firstNames), dateOfBirth };
}
