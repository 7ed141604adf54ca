import type { Contract, Treatment } from '../schema/contract.ts';

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

/**
 * A disclosed scalar under a treatment.
 * @param valueType the scalar's type in the contract
 * @param part what the contract says of the field in the value that carries it; absent: it carries itself
 */
export function treatScalar(
  value: unknown,
  treatment: Treatment,
  valueType: string,
  part?: { readonly generalised: boolean; readonly masked: boolean },
): unknown {
  if (value === null || value === undefined || treatment === 'full') return value ?? null;
  if (Array.isArray(value)) return value.map((item) => treatScalar(item, treatment, valueType, part));
  if (treatment === 'masked') return part && !part.masked ? value : maskScalar(value);
  if (part) return part.generalised ? value : null;
  return valueType === 'PartialDate' && typeof value === 'string' ? year(value) : null;
}

/** The fields of a value type that survive generalisation. */
export function generalisedFields(contract: Contract, type: string): readonly string[] {
  return [...(contract.types.get(type)?.fields.values() ?? [])]
    .filter((field) => field.generalised)
    .map((f) => f.field);
}

function maskScalar(value: unknown): unknown {
  return typeof value === 'string' ? mask(value) : null;
}
