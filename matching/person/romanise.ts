import anyAscii from 'any-ascii';
import { ICAO_DOC_9303, translate } from 'iuliia';
import { LETTERS } from './letters.ts';

/** Marks that are written inside a name and stand for no break in it: O'Brien, Ma‘ruf, Sol’. */
const INSIDE = /['’‘`´ʹʼʻ"ʺ]/gu;

/**
 * A name in capital letters A to Z, digits and spaces, as travel documents write it (ICAO 9303 part 3), and as it is widely written
 * otherwise: `Юлия` is `IULIIA` and `YULIYA`, `Müller` is `MUELLER` and `MULLER`. One alone where the two agree.
 */
export function romanisations(text: string): readonly string[] {
  if (/^[A-Za-z .,-]*$/.test(text)) return [letters(text)];
  const name = text.normalize('NFC').replace(INSIDE, '');
  return [...new Set([letters(anyAscii(byDocuments(name))), letters(anyAscii(name))])];
}

function byDocuments(name: string): string {
  const lower = name.toLowerCase().normalize('NFC');
  const read = Array.from(lower, (letter) => LETTERS.get(letter) ?? letter).join('');
  return translate(read, ICAO_DOC_9303);
}

/** Hyphens, dots and all else that is no letter separate. */
function letters(ascii: string): string {
  return ascii
    .replace(INSIDE, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}
