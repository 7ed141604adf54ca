/** Longer texts are no selector of any kind. */
const MOST_CHARACTERS = 256;

/** Whether the text is longer than any selector. */
export function isTooLong(text: string): boolean {
  return text.length > MOST_CHARACTERS;
}

/** Compatibility forms made one (full-width digits, ligatures), ends trimmed, what nobody sees left out. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim();
}

/** Letters and digits of a number that somebody issued, in capitals, without what only groups them. Undefined: there is more. */
export function characters(text: string): string | undefined {
  const letters = plain(text.replace(/^\s*(?:№|n[or]\.|n°)/iu, ''))
    .toUpperCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Z}\s.·•/<_\p{Pd}'’]/gu, '');
  const number = [...letters].map((letter) => LATIN.get(letter) ?? letter).join('');
  return /^[\p{L}\p{Nd}]+$/u.test(number) ? number : undefined;
}

/** Whether a number is a filler: no digit at all, or one character again and again. */
export function isFiller(number: string): boolean {
  return !/\p{Nd}/u.test(number) || /^(.)\1*$/u.test(number);
}

/** Cyrillic letters that look like Latin ones: either is typed for the other. */
const LATIN: ReadonlyMap<string, string> = new Map(
  [...'АВЕКМНОРСТУХІЈЅ'].map((letter, at) => [letter, [...'ABEKMHOPCTYXIJS'][at] ?? letter]),
);
