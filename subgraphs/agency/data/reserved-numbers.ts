import { bech32 } from '@scure/base';
import type { Random } from './random.ts';

/*
 * Numbers of vehicles, devices and addresses, right by their check digits, from ranges that are nobody's.
 */

/** A number plate that no register issues. */
export function plate(at: Random): string {
  return `QZQ-${at.digits(4)}`;
}

/** A vehicle's number (ISO 3779). No country has been given the manufacturers' codes from `A0` (ISO 3780). */
export function vin(at: Random): string {
  const [before, after] = [`A0Z${at.digits(5)}`, `${at.pick([...'ABCDEFGH'])}X${at.digits(6)}`];
  return `${before}${vinCheck(`${before}0${after}`)}${after}`;
}

/** 49 CFR 565.15: letters count by this table, places by their weights, and the sum modulo 11 stands in the ninth place. */
function vinCheck(number: string): string {
  const sum = [...number].reduce((total, sign, place) => total + vinValue(sign) * (VIN_WEIGHTS[place] ?? 0), 0);
  return sum % 11 === 10 ? 'X' : String(sum % 11);
}

function vinValue(sign: string): number {
  return /\d/.test(sign) ? Number(sign) : Number('12345678012345070923456789'[sign.charCodeAt(0) - 65]);
}

const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** A device's number (3GPP TS 23.003): the reporting body `00` gives out numbers for tests alone (GSMA TS.06). */
export function imei(at: Random): string {
  const number = `001017${at.digits(8)}`;
  return `${number}${luhn(number)}`;
}

/** ISO/IEC 7812-1: from the right, every second digit is doubled, and the digits of all are added up. */
function luhn(number: string): number {
  const sum = [...number].toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** An address that documents use as an example: RFC 5737 for IPv4, RFC 3849 for IPv6. */
export function ipAddress(at: Random): string {
  const example = at.pick(['192.0.2', '198.51.100', '203.0.113', '2001:db8:']);
  return example.endsWith(':') ? `${example}:${at.int(1, 9999)}` : `${example}.${at.int(1, 254)}`;
}

/** A Bitcoin address of the network for tests (BIP 173), where nothing is worth anything. */
export function cryptoAddress(at: Random): string {
  const program = Uint8Array.from({ length: 20 }, () => at.int(0, 255));
  return bech32.encode('tb', [0, ...bech32.toWords(program)]);
}
