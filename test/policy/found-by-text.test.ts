import fc from 'fast-check';
import { readFound, writeFound, type FoundByText } from '../../policy/found-by-text.ts';
import { TEXT_FAMILIES, textFieldsOf, type TextFamily } from '../../schema/text-search.ts';

const found = (family: TextFamily): fc.Arbitrary<FoundByText> =>
  fc.record({
    id: fc.uuid(),
    foundIn: fc.subarray(textFieldsOf(family).map(([field]) => field)),
    rank: fc.nat({ max: 99_999_999 }),
  });
const lists = (family: TextFamily) =>
  fc
    .dictionary(
      fc.constantFrom('ICE', 'IRS-CI', 'FBI'),
      fc.uniqueArray(found(family), { selector: ({ id }) => id, maxLength: 20 }),
    )
    .map((one) => new Map(Object.entries(one)));

describe('what agencies found by a text, as it goes to the hub', () => {
  it.each(TEXT_FAMILIES)('says what was found, by whom, where and how relevant it is: %s', (family) => {
    const same = fc.property(lists(family), (all) => {
      expect(readFound(family, writeFound(family, all))).toEqual(all);
    });
    fc.assert(same, { seed: 20100326 });
  });

  it('leaves out what has no id, or was told twice, and bounds ranks', () => {
    const [id, foundIn] = ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', ['TITLE']] as const;
    const told = [
      { id: 'x', foundIn, rank: 1 },
      { id, foundIn, rank: 1e12 },
      { id, foundIn, rank: -1 },
    ];
    const read = readFound('Record', writeFound('Record', new Map([['ICE', told]])));
    expect(read).toEqual(new Map([['ICE', [{ id, foundIn, rank: 0 }]]]));
  });

  it.each(['', 'ephedrine', '~text1;ICE', '~text1;ICE:abc', '~text1;;', '~text2', `~text1;ICE:${'A'.repeat(28_028)}`])(
    'is nothing else: %#',
    (text) => {
      expect(readFound('Record', text)).toBeUndefined();
    },
  );
});
