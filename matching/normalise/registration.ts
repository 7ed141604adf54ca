import { byCountry, issued, noCountry } from './issued.ts';
import { unreadable, type Reader } from './normalised.ts';
import { characters, isFiller } from './plain.ts';

/** The number under which a register keeps an organization, by the country of the register. */
export const registration: Reader = (text, hint) => {
  const parts = issued(text, hint);
  if (parts === undefined) return noCountry();
  const number = characters(parts.number);
  if (number === undefined || number.length < 3 || number.length > 32 || isFiller(number))
    return unreadable(
      'it is no number of a register: write 3 to 32 letters and digits, with the country before it if you know it, as in `GB:01234567`',
    );
  return byCountry({ country: parts.country, number: filled(number, parts.country) });
};

/** Companies House writes eight digits, and many leave out the first noughts. */
function filled(number: string, country: string | undefined): string {
  return country === 'GB' && /^\d{6,7}$/u.test(number) ? number.padStart(8, '0') : number;
}
