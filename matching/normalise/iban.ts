import { ValidationErrorsIBAN, composeIBAN, electronicFormatIBAN, isValidBBAN, validateIBAN } from 'ibantools';
import { issued } from './issued.ts';
import { readAs, unreadable, type Hint, type Reader } from './normalised.ts';
import { plain } from './plain.ts';

/** An IBAN (ISO 13616), or a number that is one but for its country and check digits, when the country is known. */
export const iban: Reader = (text, hint) => {
  const its = ibanOf(text, hint);
  return its === undefined
    ? unreadable(
        'it is no IBAN, or a digit of it is wrong: its two check digits do not fit. Another number of an account is an `account`',
      )
    : readAs(its);
};

/** Undefined: the text is no IBAN. */
export function ibanOf(text: string, hint: Hint): string | undefined {
  const written = electronicFormatIBAN(plain(text).replace(/^IBAN:?\s*/iu, '')) ?? '';
  if (isIban(written)) return written;
  const { country, number } = issued(text, hint) ?? {};
  const bban = number === undefined ? '' : (electronicFormatIBAN(plain(number)) ?? '');
  if (country === undefined || !isValidBBAN(bban, country)) return undefined;
  return composeIBAN({ countryCode: country, bban }) ?? undefined;
}

/** Check digits that a country has within its own part are not ISO 13616's, and not every bank keeps to them. */
function isIban(text: string): boolean {
  return validateIBAN(text).errorCodes.every((code) => code === ValidationErrorsIBAN.WrongAccountBankBranchChecksum);
}
