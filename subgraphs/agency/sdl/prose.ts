import {
  Kind,
  isTypeDefinitionNode,
  parse,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type StringValueNode,
  type TypeDefinitionNode,
} from 'graphql';
import { CONTRACT_SDL } from '../../../schema/contract.ts';

type Member = FieldDefinitionNode | EnumValueDefinitionNode;
type Described = { readonly description?: StringValueNode | undefined };

const CONTRACT: ReadonlyMap<string, TypeDefinitionNode> = new Map(
  parse(CONTRACT_SDL, { noLocation: true })
    .definitions.filter(isTypeDefinitionNode)
    .map((type) => [type.name.value, type]),
);

/**
 * A type with the descriptions of the contract, where alone prose is written, and with its fields in that order.
 * What the contract does not have keeps its own description, and comes last.
 * @param contractType the contract type that it stands for: `Record` for `DeaRecord`
 */
export function withProse(type: TypeDefinitionNode, contractType: string): TypeDefinitionNode {
  const original = CONTRACT.get(contractType);
  const same = described(type, original);
  if (same.kind === Kind.OBJECT_TYPE_DEFINITION || same.kind === Kind.INTERFACE_TYPE_DEFINITION)
    return { ...same, fields: inOrder(same.fields ?? [], membersOf(original)) };
  if (same.kind === Kind.ENUM_TYPE_DEFINITION)
    return { ...same, values: inOrder(same.values ?? [], membersOf(original)) };
  return same;
}

function described<T extends Described>(node: T, original: Described | undefined): T {
  return original?.description ? { ...node, description: original.description } : node;
}

function inOrder<T extends Member>(members: readonly T[], originals: readonly Member[]): readonly T[] {
  const places = new Map(originals.map((original, place) => [original.name.value, place]));
  const place = (member: T) => places.get(member.name.value) ?? originals.length;
  return members
    .toSorted((one, other) => place(one) - place(other))
    .map((member) => described(member, originals[place(member)]));
}

function membersOf(type: TypeDefinitionNode | undefined): readonly Member[] {
  if (type && 'fields' in type) return (type.fields ?? []).filter((field) => field.kind === Kind.FIELD_DEFINITION);
  return type && 'values' in type ? (type.values ?? []) : [];
}
