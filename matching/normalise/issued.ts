import validator from 'validator';
import { unreadable, type Hint, type Read } from './normalised.ts';

/** A number as it is written, and the country that issued it, where that is known. */
export interface Issued {
  readonly country: string | undefined;
  readonly number: string;
}

/** What every number of any country is held under. */
const ANY_COUNTRY = '*';

/** What a number is held under, too, whose country nobody noted: it may be of the one that is asked for. */
const NO_COUNTRY = '?';

/** Takes off a country that is written before the number, `US:123456789`; it counts more than what is hinted. */
export function issued(text: string, { country }: Hint): Issued | undefined {
  const [, written, number] = /^\s*([A-Za-z]{2}):(.*)$/su.exec(text) ?? [];
  if (written === undefined || number === undefined) return { country: known(country), number: text };
  const its = known(written);
  return its === undefined ? undefined : { country: its, number };
}

/** What is answered when the country that is written before a number is none. */
export function noCountry(): Read {
  return unreadable(
    'what stands before the colon is no country: write the code of ISO 3166-1, two letters, as in `US:`',
  );
}

/** The forms of a number by its country. A number without one is found by whoever asks for it of any country. */
export function byCountry({ country, number }: Issued): Read & { readonly is: 'read' } {
  return {
    is: 'read',
    held: [`${country ?? NO_COUNTRY}:${number}`, `${ANY_COUNTRY}:${number}`],
    sought: country === undefined ? [`${ANY_COUNTRY}:${number}`] : [`${country}:${number}`, `${NO_COUNTRY}:${number}`],
  };
}

/** What the European Union and many others write in the place of two codes. */
const ALSO_WRITTEN: ReadonlyMap<string, string> = new Map([
  ['UK', 'GB'],
  ['EL', 'GR'],
]);

function known(country: string | undefined): string | undefined {
  const written = country?.toUpperCase() ?? '';
  const code = ALSO_WRITTEN.get(written) ?? written;
  return validator.isISO31661Alpha2(code) ? code : undefined;
}
