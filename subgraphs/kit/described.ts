import { isEnumType, isInterfaceType } from 'graphql';
import { registerEnumType } from 'type-graphql';
import { contract } from '../../schema/contract.ts';

/** The contract's own words on one of its types. */
export function descriptionOf(name: string): string {
  return contract.schema.getType(name)?.description ?? '';
}

/** The contract's own words on the identifier of an entity. */
export function idDescriptionOf(name: string): string {
  const type = contract.schema.getType(name);
  return (isInterfaceType(type) && type.getFields()['id']?.description) || '';
}

/** The contract's enum of that name: each value stands for itself. */
export function contractEnum(name: string): Readonly<Record<string, string>> {
  const type = contract.schema.getType(name);
  if (!isEnumType(type)) throw new Error(`the contract has no enum ${name}`);
  return describedEnum(
    name,
    descriptionOf(name),
    Object.fromEntries(type.getValues().map((value) => [value.name, value.description ?? ''])),
  );
}

/** An enum from its values' descriptions: each value stands for itself. */
export function describedEnum(
  name: string,
  description: string,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const itself = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  const valuesConfig = Object.fromEntries(
    Object.entries(values).map(([value, text]) => [value, { description: text }]),
  );
  registerEnumType(itself, { name, description, valuesConfig });
  return itself;
}
