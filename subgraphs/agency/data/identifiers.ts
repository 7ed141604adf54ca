import type { CaseFile } from './case-file.ts';
import type { IdentifierKind, IdentifierValue, RecordKind } from './entities.ts';
import { random, type Random } from './random.ts';
import { cryptoAddress, imei, ipAddress, plate, vin } from './reserved-numbers.ts';

/** What a record names: what its text says, and now and then a vehicle, a device or an address of the matter. */
export function identifiersOf(
  { agency, seed, matter, gaps }: CaseFile,
  number: number,
  { kind, narrative }: { readonly kind: RecordKind; readonly narrative: string | null },
): readonly IdentifierValue[] {
  const at = random(seed, 'identifiers named', agency.code, matter.index, number);
  const own = matterIdentifiers(seed, matter.index).filter(
    ({ kind: its }) => NAMED[kind].includes(its) && at.chance(0.3),
  );
  return [...IN_TEXT.flatMap(([its, gap]) => inText(its, gaps[gap] ?? '', narrative ?? '')), ...own];
}

/** The vehicle, the device and the addresses of a matter: the same in every agency's file. */
function matterIdentifiers(seed: string, index: number): readonly IdentifierValue[] {
  const at = random(seed, 'identifiers', index);
  return Object.entries(NUMBERS).map(([kind, number]) => identifier(kind as keyof typeof NUMBERS, number(at)));
}

function inText(kind: IdentifierKind, value: string, text: string): readonly IdentifierValue[] {
  return /\d/.test(value) && text.includes(value) ? [identifier(kind, value)] : [];
}

function identifier(kind: IdentifierKind, value: string): IdentifierValue {
  return { kind, value, country: kind === 'PLATE' ? 'US' : null };
}

const NUMBERS: Readonly<Record<Exclude<IdentifierKind, 'PHONE' | 'EMAIL'>, (at: Random) => string>> = {
  PLATE: plate,
  VIN: vin,
  IMEI: imei,
  IP_ADDRESS: ipAddress,
  CRYPTO_ADDRESS: cryptoAddress,
};

/** Gaps of texts that identifiers fill. */
const IN_TEXT = [
  ['PLATE', 'plate'],
  ['PHONE', 'phone'],
] as const;

const NAMED: Readonly<Record<RecordKind, readonly IdentifierKind[]>> = {
  REPORT_OF_INVESTIGATION: ['PLATE', 'VIN', 'IMEI', 'IP_ADDRESS'],
  WIRETAP_INTERCEPT: ['IMEI', 'IP_ADDRESS'],
  FINANCIAL_MATERIAL: ['CRYPTO_ADDRESS', 'IP_ADDRESS'],
};
