import { byCountry, issued, noCountry } from './issued.ts';
import { unreadable, type Reader } from './normalised.ts';
import { characters } from './plain.ts';

/** The plate of a vehicle: capitals and digits, without spaces, hyphens, accents and the badge of the country. */
export const plate: Reader = (text, hint) => {
  const parts = issued(text, hint);
  if (parts === undefined) return noCountry();
  const written = characters(parts.number);
  const number = written === undefined ? '' : (OF_COUNTRY[parts.country ?? '']?.(written) ?? written);
  if (number.length < 2 || number.length > 12 || /^(.)\1{3,}$/u.test(number))
    return unreadable(
      'it is no plate: write 2 to 12 letters and digits, with the country before it if you know it, as in `GB:AB51 DVL`',
    );
  return byCountry({ country: parts.country, number });
};

/** Countries whose plates say more of how they are to be read. */
const OF_COUNTRY: Readonly<Record<string, (number: string) => string>> = { RU: russian };

/** GOST R 50577: a letter, three digits, two letters, the region; a nought is often written for the letter O, or O for it. */
function russian(number: string): string {
  const bare = number.replace(/(?:RUS|РУС)$/u, '');
  const [, first, digits, last, region] = /^([A-Z0])([\dO]{3})([A-Z0]{2})([\dO]{2,3})$/u.exec(bare) ?? [];
  if (first === undefined || digits === undefined || last === undefined || region === undefined) return bare;
  return letters(first) + figures(digits) + letters(last) + figures(region);
}

function letters(text: string): string {
  return text.replaceAll('0', 'O');
}

function figures(text: string): string {
  return text.replaceAll('O', '0');
}
