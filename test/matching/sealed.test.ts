import fc from 'fast-check';
import { blind } from '../../matching/blind.ts';
import { sought } from '../../matching/normalise/sought.ts';
import { seal, unseal, type SealedToken } from '../../matching/sealed.ts';
import { SELECTOR_KINDS } from '../../schema/selectors.ts';

const token: fc.Arbitrary<SealedToken> = fc
  .record({
    epoch: fc.integer({ min: 1, max: 32_767 }),
    feature: fc.option(fc.integer({ min: 1, max: 999_999_999 })),
    text: fc.string(),
  })
  .map(({ epoch, feature, text }) => ({
    epoch,
    ...(feature !== null && { feature }),
    blind: blind('PHONE', text, new Uint8Array(32)),
  }));
const tokens = fc.array(token, { minLength: 1, maxLength: 40 });
const BLIND = 'SeQdcXZAem674LcjdaJEjw';

describe('a sealed selector', () => {
  it('says what was sealed', () => {
    expect(
      seal([
        { epoch: 3, blind: BLIND },
        { epoch: 12, feature: 7, blind: BLIND },
      ]),
    ).toBe(`~1.3:${BLIND}.12-7:${BLIND}`);
    fc.assert(
      fc.property(tokens, (all) => expect(unseal(seal(all))).toEqual(all)),
      { seed: 18 },
    );
  });

  it('is nothing but what somebody could have sealed', () => {
    fc.assert(
      fc.property(tokens, fc.nat(), fc.constantFrom(...'~1.:-A= \n\u0000'), (all, at, character) => {
        const text = seal(all);
        const place = at % (text.length + 1);
        const changed = text.slice(0, place) + character + text.slice(place);
        const read = unseal(changed);
        if (read) expect(seal(read)).toBe(changed);
      }),
      { numRuns: 500, seed: 18 },
    );
  });

  it.each([
    '',
    '~1',
    `~2.1:${BLIND}`,
    `~1.0:${BLIND}`,
    `~1.01:${BLIND}`,
    `~1.1-0:${BLIND}`,
    `~1.1-:${BLIND}`,
    `~1.100000:${BLIND}`,
    `~1.1:${BLIND}.`,
    `~1.1:${BLIND}=`,
    `~1.1:${BLIND}\n`,
    ` ~1.1:${BLIND}`,
    `~1.1:${BLIND.slice(1)}`,
    // Two texts of the same 16 bytes.
    `~1.1:${BLIND.slice(0, -1)}x`,
    `~1${`.1:${BLIND}`.repeat(1_001)}`,
    '+1 202 555 0143',
  ])('is not %j', (text) => {
    expect(unseal(text)).toBeUndefined();
  });

  it('is no selector of any kind, so that nobody can hand one in', () => {
    fc.assert(
      fc.property(tokens, fc.constantFrom(...SELECTOR_KINDS), (all, kind) =>
        expect(sought(kind, seal(all)).is).toBe('unreadable'),
      ),
      { seed: 18 },
    );
  });
});
