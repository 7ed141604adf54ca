/** Longer texts are no selector of any kind. */
const MOST_CHARACTERS = 256;

/** Whether the text is longer than any selector. */
export function isTooLong(text: string): boolean {
  return text.length > MOST_CHARACTERS;
}

/** Compatibility forms and other scripts' digits made one, ends trimmed, what nobody sees left out. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Nd}/gu, (digit) => digitOf(digit) ?? digit)
    .trim();
}

/** Noughts of Arabic, Persian and Urdu, Devanagari, Bengali: their other digits follow in order. */
const NOUGHTS = [0x0660, 0x06f0, 0x0966, 0x09e6];

function digitOf(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  const nought = NOUGHTS.find((first) => code >= first && code < first + 10);
  return nought === undefined ? undefined : String(code - nought);
}

/** Letters and digits of a number that somebody issued, in capitals, without what only groups them. Undefined: there is more. */
export function characters(text: string): string | undefined {
  const letters = plain(text.replace(/^\s*(?:№|n[or]\.|n°)/iu, ''))
    .toUpperCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Z}\s.·•/<_\p{Pd}'’]/gu, '');
  const number = [...letters].map((letter) => LATIN.get(letter) ?? letter).join('');
  return /^[\p{L}\d]+$/u.test(number) ? number : undefined;
}

/** Whether a number is a filler: no digit at all, or one character again and again. */
export function isFiller(number: string): boolean {
  return !/\d/.test(number) || /^(.)\1*$/u.test(number);
}

/** Cyrillic and Greek letters that look like Latin ones: either is typed for the other. */
const LATIN: ReadonlyMap<string, string> = new Map([
  ...alike('АВЕКМНОРСТУХІЈЅ', 'ABEKMHOPCTYXIJS'),
  ...alike('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
]);

function alike(letters: string, latin: string): readonly (readonly [string, string])[] {
  return [...letters].map((letter, at) => [letter, latin[at] ?? letter] as const);
}
