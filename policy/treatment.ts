import type { Treatment } from '../schema/contract.ts';

const MASK = '••••';
const SHOWN_CHARACTERS = 4;

/**
 * Shows a text but for its last four characters. Masking a masked text changes nothing.
 * @returns `••••0143`; a text of four characters or fewer is masked whole
 */
export function mask(text: string): string {
  const characters = [...text];
  if (characters.length <= SHOWN_CHARACTERS) return MASK;
  return MASK + characters.slice(-SHOWN_CHARACTERS).join('');
}

/** The year of an ISO 8601 date of any precision. */
export function year(date: string): string | null {
  return /^\d{4}/.exec(date)?.[0] ?? null;
}

/** What the contract says of a field as a part of a value. */
export interface ValuePart {
  /** It survives when the value is generalised. */
  readonly generalised: boolean;
  /** It is masked when the value is masked. */
  readonly masked: boolean;
  /** The contract does not know it: only a value that is shown in full shows it. */
  readonly unknown?: boolean;
}

/**
 * A disclosed scalar under a treatment.
 * @param valueType the scalar's type in the contract
 * @param part what the contract says of the field in the value that carries it; absent: it carries itself
 */
export function treatScalar(value: unknown, treatment: Treatment, valueType: string, part?: ValuePart): unknown {
  if (value === null || value === undefined || treatment === 'full') return value ?? null;
  if (part?.unknown) return null;
  if (Array.isArray(value)) return value.map((item) => treatScalar(item, treatment, valueType, part));
  return treatment === 'masked' ? masked(value, part) : generalised(value, valueType, part);
}

function masked(value: unknown, part: ValuePart | undefined): unknown {
  return part && !part.masked ? value : maskScalar(value);
}

function generalised(value: unknown, valueType: string, part: ValuePart | undefined): unknown {
  if (part) return part.generalised ? value : null;
  return valueType === 'PartialDate' && typeof value === 'string' ? year(value) : null;
}

function maskScalar(value: unknown): unknown {
  return typeof value === 'string' ? mask(value) : null;
}
