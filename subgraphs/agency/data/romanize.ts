/** Latin letters for text in Cyrillic or with diacritics, by ICAO Doc 9303 part 3, section 6, in the writer's case. */
export function romanize(text: string): string {
  return [...text].map(romanizeLetter).join('').normalize('NFD').replace(/\p{M}/gu, '');
}

function romanizeLetter(letter: string): string {
  const lower = letter.toLowerCase();
  const latin = LETTERS.get(lower);
  if (latin === undefined) return letter;
  return letter === lower ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
}

/** Only what is not the bare letter. Russian by table B, Latin by table A (recommended transliteration). */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l' },
    ...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh' },
    ...{ щ: 'shch', ъ: 'ie', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia' },
    ...{ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', å: 'aa', ñ: 'n', ð: 'd', þ: 'th', ł: 'l' },
  }),
);
