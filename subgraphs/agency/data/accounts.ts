import type { AccountValue } from './entities.ts';
import { random, type Random } from './random.ts';

/**
 * The account that a holder has: the same in every agency's file.
 * @param key Names the holder within the population.
 */
export function accountOf(seed: string, key: string, holder: string): AccountValue {
  const at = random(seed, 'account', key);
  const country = at.pick(COUNTRIES);
  return { institution: at.pick(INSTITUTIONS[country]), number: NUMBERS[country](at), holder, country };
}

/** An IBAN (ISO 13616): right by its check digits, of a bank that does not exist. */
function iban(country: string, bban: string): string {
  return `${country}${String(98n - (toNumber(`${bban}${country}00`) % 97n)).padStart(2, '0')}${bban}`;
}

/** ISO 7064: a letter counts as a number from 10 to 35. */
function toNumber(text: string): bigint {
  return BigInt([...text].map((character) => parseInt(character, 36)).join(''));
}

type Country = 'US' | 'MX' | 'RU' | 'CY' | 'LV' | 'CH' | 'DE' | 'GB' | 'AE';

/** Countries without IBAN have numbers of the institution's own. Bank codes: all nines, all `Z`: not assigned. */
const NUMBERS: Readonly<Record<Country, (at: Random) => string>> = {
  US: (at) => `0000${at.digits(8)}`,
  MX: (at) => `999${at.digits(15)}`,
  RU: (at) => `99999810${at.digits(12)}`,
  CY: (at) => iban('CY', `99999999${at.digits(16)}`),
  LV: (at) => iban('LV', `ZZZZ${at.digits(13)}`),
  CH: (at) => iban('CH', `99999${at.digits(12)}`),
  DE: (at) => iban('DE', `99999999${at.digits(10)}`),
  GB: (at) => iban('GB', `ZZZZ999999${at.digits(8)}`),
  AE: (at) => iban('AE', `999${at.digits(16)}`),
};

const COUNTRIES: readonly Country[] = ['US', 'US', 'US', 'MX', 'RU', 'CY', 'LV', 'CH', 'DE', 'GB', 'AE'];

const INSTITUTIONS: Readonly<Record<Country, readonly string[]>> = {
  US: ['Stonebrook Savings', 'Prairie Lantern Bank', 'Halcyon Reach Trust', 'Ninefold Federal Credit Union'],
  MX: ['Banco Costa Turquesa', 'Caja Tres Volcanes'],
  RU: ['Severnaya Lastochka Bank', 'Bank Dubovaya Roshcha'],
  CY: ['Kalypso Marine Bank', 'Copper Island Finance'],
  LV: ['Dzintara Krasta Banka'],
  CH: ['Privatbank Fallenfluh', 'Banque du Col Perdu'],
  DE: ['Bankhaus Nebelhorn & Reuter', 'Hansekontor Elbtor'],
  GB: ['Tidewater & Marlow', 'Greywether Building Society'],
  AE: ['Gulf Heron Exchange Bank'],
};
