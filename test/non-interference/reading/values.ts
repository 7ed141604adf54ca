import { contract, type Treatment } from '../../../schema/contract.ts';

/** What is left of a value under a treatment. @param type of the value, in the contract */
export function treated(value: unknown, type: string, treatment: Treatment): unknown {
  if (value === null || value === undefined) return null;
  if (treatment === 'full') return value;
  if (Array.isArray(value)) return value.map((item) => treated(item, type, treatment));
  const parts = contract.types.get(type)?.fields;
  if (parts) return Object.fromEntries([...parts.values()].map((part) => [part.field, partOf(value, part, treatment)]));
  if (typeof value !== 'string') return null;
  if (treatment === 'masked') return lastFour(value);
  return type === 'PartialDate' ? value.slice(0, 4) : null;
}

function partOf(value: object, { field, valueType, generalised, masked }: Part, treatment: Treatment): unknown {
  const part = (value as Readonly<Record<string, unknown>>)[field] ?? null;
  if (treatment === 'generalised') return generalised ? part : null;
  if (contract.types.has(valueType)) return treated(part, valueType, treatment);
  return masked ? treated(part, 'String', 'masked') : part;
}

interface Part {
  readonly field: string;
  readonly valueType: string;
  readonly generalised: boolean;
  readonly masked: boolean;
}

const lastFour = (text: string) => `…${text.length > 4 ? text.slice(-4) : ''}`;
