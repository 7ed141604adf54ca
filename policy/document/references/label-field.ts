import { isObjectType } from 'graphql';
import type { Contract, ContractField } from '../../../schema/contract.ts';
import type { LabelRef } from '../../condition/condition.ts';
import type { Surroundings } from './rule.ts';
import { valuesOf } from './vocabulary.ts';

/** What the contract says of the values of a label. */
export interface LabelField {
  /** As the author wrote it. */
  readonly name: string;
  /** GraphQL type of a value. */
  readonly type: string;
  readonly isList: boolean;
  /** The only values that it can have; undefined: any. */
  readonly known: ReadonlySet<string> | undefined;
  readonly country: boolean;
}

/** Labels whose values are codes, by what they are codes of. */
const CODES: Readonly<Record<string, 'area' | 'agency' | 'country'>> = {
  crimeAreas: 'area',
  contactAreas: 'area',
  releasableTo: 'agency',
  notReleasableTo: 'agency',
  nationalities: 'country',
  hostCountry: 'country',
};

/** The field behind a label. Undefined: the contract has none. */
export function labelField(name: string, label: LabelRef, around: Surroundings): LabelField | undefined {
  const field = label.owners.map((owner) => carrier(around.contract, owner, label.name)).find(Boolean);
  if (!field) return undefined;
  const { valueType: type, isList } = field;
  return { name, type, isList, known: knownValues(label.name, type, around), country: CODES[label.name] === 'country' };
}

/** The field of a type, or of a value of it, that carries the label. */
function carrier(contract: Contract, type: string, label: string): ContractField | undefined {
  const fields = [...(contract.types.get(type)?.fields.values() ?? [])];
  const values = fields.filter((field) => !field.label && isObjectType(contract.schema.getType(field.valueType)));
  return (
    fields.find((field) => field.label === label) ??
    values.map((value) => carrier(contract, value.valueType, label)).find(Boolean)
  );
}

function knownValues(label: string, type: string, around: Surroundings): ReadonlySet<string> | undefined {
  if (CODES[label] === 'area') return new Set(around.purposes.areas.keys());
  if (CODES[label] === 'agency') return around.agencies;
  const values = valuesOf(around.contract, type);
  return values.size > 0 ? values : undefined;
}
