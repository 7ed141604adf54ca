import { byCountry, issued, noCountry } from './issued.ts';
import { unreadable, type Reader } from './normalised.ts';
import { characters, isFiller } from './plain.ts';

/** The number of a passport or of another identity document, by the country that issued it. */
export const document: Reader = (text, hint) => {
  const parts = issued(text, hint);
  if (parts === undefined) return noCountry();
  const number = characters(parts.number);
  if (number === undefined || number.length < 4 || number.length > 24 || isFiller(number))
    return unreadable(
      'it is no number of a document: write 4 to 24 letters and digits, with the country before it if you know it, as in `US:123456789`',
    );
  return byCountry({ country: parts.country, number });
};
