import { extractIBAN } from 'ibantools';
import { ibanOf } from './iban.ts';
import { byCountry, issued, noCountry } from './issued.ts';
import { unreadable, type Reader } from './normalised.ts';
import { characters, isFiller } from './plain.ts';

/**
 * The number of an account. One that is an IBAN is looked for as such, and is held under the institution's own number,
 * too: who knows no more than that finds it.
 */
export const account: Reader = (text, hint) => {
  const its = ibanOf(text, hint);
  if (its !== undefined) return { is: 'read', held: [its, ...ownNumbers(its)], sought: [its] };
  const parts = issued(text, hint);
  if (parts === undefined) return noCountry();
  const number = characters(parts.number);
  if (number === undefined || number.length < 4 || number.length > 34 || isFiller(number))
    return unreadable(
      'it is no number of an account: write 4 to 34 letters and digits, with its country before it if you know it',
    );
  return byCountry({ country: parts.country, number });
};

/** The account's number at its institution, as IBANs carry it and without the zeros that fill it up. */
function ownNumbers(iban: string): readonly string[] {
  const { accountNumber, bban, countryCode } = extractIBAN(iban);
  const written = [bban, accountNumber, accountNumber?.replace(/^0+/u, '')];
  const numbers = new Set(written.filter((number) => number !== undefined && number.length >= 4 && !isFiller(number)));
  return [...numbers].flatMap((number) => byCountry({ country: countryCode, number: number! }).held);
}
