import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import { readAs, unreadable, type Read, type Reader } from './normalised.ts';
import { plain } from './plain.ts';

/** A telephone number in E.164, without its extension. What a country dials before its own numbers needs that country. */
export const phone: Reader = (text, { country }) => {
  const written = plain(text).replace(/^tel:/iu, '');
  if (!/^\+?[\d\s().,/\p{Pd}]+(?:(?:;ext=|\s*(?:ext\.?|x|#)\s*)\d{1,7})?$/iu.test(written)) return notANumber();
  const parsed = parse(written, defaultCountry(country)) ?? parse(international(written), undefined);
  return parsed === undefined ? notANumber() : readAs(parsed);
};

function parse(text: string, country: CountryCode | undefined): string | undefined {
  const number = parsePhoneNumberFromString(text, country === undefined ? {} : { defaultCountry: country });
  // Whether a number is assigned changes from year to year. That its length is one of its country's does not.
  return number?.isPossible() ? number.number : undefined;
}

/** ITU-T E.123 recommends `+`; much of the world dials 00 for it, North America 011. */
function international(text: string): string {
  return text.replace(/^(?:00|011)[\s\p{Pd}]*(?=[1-9])/u, '+');
}

function defaultCountry(country: string | undefined): CountryCode | undefined {
  const code = country?.toUpperCase();
  return code !== undefined && isSupportedCountry(code) ? code : undefined;
}

function notANumber(): Read {
  return unreadable(
    'it is no telephone number: write `+`, the code of the country and the number, as in `+1 202 555 0143`',
  );
}
