import { readAs, unreadable, type Reader } from './normalised.ts';
import { isFiller, plain } from './plain.ts';

/** How many digits name the device: its type and its number in the series (3GPP TS 23.003, 6.2). */
const OF_THE_DEVICE = 14;

/** The fourteen digits that name a device; the fifteenth only checks them, the last two of sixteen tell its software. */
export const imei: Reader = (text) => {
  const digits = plain(text)
    .replace(/^IMEI(?:SV)?:?/iu, '')
    .replaceAll(/[\s./\p{Pd}]/gu, '');
  const device = digits.slice(0, OF_THE_DEVICE);
  if (!/^\d{14,16}$/u.test(digits) || isFiller(device))
    return unreadable('it is no number of a mobile device: an IMEI has 14, 15 or 16 digits');
  if (digits.length === 15 && !isChecked(digits))
    return unreadable('a digit of this IMEI is wrong: the fifteenth, which checks the others, does not fit');
  return readAs(device);
};

/** Networks send a nought in the place of the check digit. */
function isChecked(digits: string): boolean {
  return digits.endsWith('0') || luhn(digits) % 10 === 0;
}

/** ISO/IEC 7812-1, annex B: every second digit from the right counts twice. */
function luhn(digits: string): number {
  return [...digits]
    .reverse()
    .reduce((sum, digit, at) => sum + (at % 2 === 0 ? Number(digit) : twice(Number(digit))), 0);
}

function twice(digit: number): number {
  return digit > 4 ? 2 * digit - 9 : 2 * digit;
}
