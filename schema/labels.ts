import { contract, type ContractField, type EntityType } from './contract.ts';

/** The labels of an entity by name, read from the fields of the contract that carry them. */
export function labelsOf(type: EntityType, source: object): Readonly<Record<string, unknown>> {
  return readLabels(type, source);
}

function readLabels(type: string, source: object): Record<string, unknown> {
  const labels: Record<string, unknown> = {};
  for (const field of contract.types.get(type)?.fields.values() ?? []) {
    const value = (source as Readonly<Record<string, unknown>>)[field.field];
    if (field.label === undefined) Object.assign(labels, labelsWithin(field, value));
    else if (value !== undefined && value !== null) labels[field.label] = value;
  }
  return labels;
}

/** The labels of a value that carries some. A value known to be absent has every one of them, and each says so. */
function labelsWithin(field: ContractField, value: unknown): Readonly<Record<string, unknown>> {
  if (!carriesLabels(field) || value === undefined) return {};
  if (value === null) return absent(field.valueType);
  return typeof value === 'object' ? readLabels(field.valueType, value) : {};
}

/** Entities that an entity links to carry their own labels. */
function carriesLabels(field: ContractField): boolean {
  const type = contract.types.get(field.valueType);
  return type !== undefined && !type.fields.has('labels') && type.labels.size > 0;
}

function absent(valueType: string): Readonly<Record<string, unknown>> {
  const fields = [...(contract.types.get(valueType)?.fields.values() ?? [])];
  return Object.fromEntries(fields.flatMap((field) => (field.label ? [[field.label, noneOf(field)]] : [])));
}

function noneOf(field: ContractField): unknown {
  if (field.isList) return [];
  return field.valueType === 'Boolean' ? false : null;
}
