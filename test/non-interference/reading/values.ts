import { contract, type Treatment } from '../../../schema/contract.ts';

/** What is left of a value under a treatment. @param type of the value, in the contract */
export function treated(value: unknown, type: string, treatment: Treatment): unknown {
  if (value === null || value === undefined) return null;
  if (treatment === 'full') return value;
  if (Array.isArray(value)) return value.map((item) => treated(item, type, treatment));
  const parts = contract.types.get(type)?.fields;
  if (parts)
    return Object.fromEntries(
      [...parts.values()].map((part) => [part.field, partOf(value as object, part, treatment)]),
    );
  if (treatment === 'generalised') return type === 'PartialDate' ? String(value).slice(0, 4) : null;
  return typeof value === 'string' ? lastFour(value) : null;
}

function partOf(value: object, { field, valueType, generalised, masked }: Part, treatment: Treatment): unknown {
  const part = (value as Readonly<Record<string, unknown>>)[field] ?? null;
  if (treatment === 'generalised') return generalised ? part : null;
  if (contract.types.has(valueType)) return treated(part, valueType, treatment);
  if (!masked) return part;
  return Array.isArray(part)
    ? part.map((item) => lastFour(String(item)))
    : part === null
      ? null
      : lastFour(String(part));
}

interface Part {
  readonly field: string;
  readonly valueType: string;
  readonly generalised: boolean;
  readonly masked: boolean;
}

const lastFour = (text: string) => `…${text.length > 4 ? text.slice(-4) : ''}`;
