import { isEnumType } from 'graphql';
import { registerEnumType } from 'type-graphql';
import { contract } from '../../../schema/contract.ts';

export const RecordKind = registered('RecordKind');
export const IdentifierKind = registered('IdentifierKind');
export const SourceReliability = registered('SourceReliability');
export const InformationReliability = registered('InformationReliability');
export const DataSubjectCategory = registered('DataSubjectCategory');
export const Sex = registered('Sex');
export const CaseStatus = registered('CaseStatus');
export const ItemStatus = registered('ItemStatus');
export const ContactRole = registered('ContactRole');

/** The contract's enum of that name: each value stands for itself. */
function registered(name: string): Readonly<Record<string, string>> {
  const type = contract.schema.getType(name);
  if (!isEnumType(type)) throw new Error(`the contract has no enum ${name}`);
  const values = Object.fromEntries(type.getValues().map((value) => [value.name, value.name]));
  registerEnumType(values, { name });
  return values;
}
