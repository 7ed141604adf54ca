import { readAs, unreadable, type Reader } from './normalised.ts';
import { characters } from './plain.ts';

/** Makers of North America, where the ninth character checks the others (49 CFR 565.15; ISO 3780: regions 1 to 5). */
const CHECKED = /^[1-5]/u;

/** A vehicle identification number by ISO 3779. It has no I, O or Q: who wrote one meant 1 or 0. */
export const vin: Reader = (text) => {
  const number = characters(text)?.replaceAll('I', '1').replaceAll(/[OQ]/gu, '0');
  if (number === undefined || !/^[A-HJ-NPR-Z0-9]{17}$/u.test(number))
    return unreadable('it is no vehicle identification number: it has 17 letters and digits, none of them I, O or Q');
  if (CHECKED.test(number) && number[8] !== checkDigit(number))
    return unreadable(
      'a character of this vehicle identification number is wrong: the ninth, which checks the others, does not fit',
    );
  return readAs(number);
};

function checkDigit(number: string): string {
  const sum = [...number].reduce((total, character, at) => total + valueOf(character) * (WEIGHTS[at] ?? 0), 0);
  return sum % 11 === 10 ? 'X' : String(sum % 11);
}

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** A to H, J to R and S to Z count from 1, 1 and 2. */
const VALUES = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ';

function valueOf(character: string): number {
  return VALUES.indexOf(character) % 10;
}
