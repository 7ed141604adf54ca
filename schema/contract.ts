import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** `Type.field` of the shared contract: `Record.narrative`. */
export type Coordinate = string;

/** The interfaces of the contract that agencies implement with entity types of their own. */
export const ENTITY_TYPES = ['Record', 'Case', 'LiaisonContact', 'Person', 'Group', 'Organization'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** The fields of an entity that belong to the object itself: they are disclosed with it, and never alone. */
export const STRUCTURAL_FIELDS: ReadonlySet<string> = new Set(['id', 'originator', 'labels']);

/** A treatment of a disclosed value, from the most open to the most closed. */
export const TREATMENTS = ['full', 'generalised', 'masked'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** One field of the contract. */
export interface ContractField {
  readonly coordinate: Coordinate;
  readonly type: string;
  readonly field: string;
  /** The named type of its value. */
  readonly valueType: string;
  readonly isList: boolean;
  /** The category that governs it; absent for structural fields, containers and parts of values. */
  readonly category: string | undefined;
  /** The name under which conditions read it. */
  readonly label: string | undefined;
  /** Survives generalisation of the value that it is part of. */
  readonly generalised: boolean;
  /** Is masked when the value that it is part of is masked. */
  readonly masked: boolean;
  readonly description: string;
}

/** One type of the contract that has fields. */
export interface ContractType {
  readonly name: string;
  readonly fields: ReadonlyMap<string, ContractField>;
  /** Names of the labels that an object of this type carries, those of its values included. */
  readonly labels: ReadonlySet<string>;
}

/** The shared contract, read from its SDL. Immutable. */
export interface Contract {
  readonly schema: GraphQLSchema;
  readonly types: ReadonlyMap<string, ContractType>;
  /** Every governed field by its coordinate. */
  readonly governed: ReadonlyMap<Coordinate, ContractField>;
  /** Coordinates by category. */
  readonly categories: ReadonlyMap<string, readonly Coordinate[]>;
}

/** The SDL of the contract that this package ships. */
export const CONTRACT_SDL = readFileSync(new URL('./contract.graphql', import.meta.url), 'utf8');

/**
 * Reads a contract from its SDL.
 * @throws Error when a governed field is not nullable: a withheld field is null.
 */
function readContract(sdl: string): Contract {
  const schema = buildSchema(sdl);
  const composites = Object.values(schema.getTypeMap())
    .filter((type) => isInterfaceType(type) || isObjectType(type))
    .filter((type) => !type.name.startsWith('__') && type.name !== 'Query');
  const types = new Map(composites.map((type) => [type.name, readType(schema, type)]));
  const governed = new Map(
    [...types.values()].flatMap((type) =>
      [...type.fields.values()].filter((field) => field.category).map((field) => [field.coordinate, field] as const),
    ),
  );
  return { schema, types, governed, categories: byCategory(schema, governed) };
}

/** The contract that this package ships. */
export const contract: Contract = readContract(CONTRACT_SDL);

function readType(schema: GraphQLSchema, type: GraphQLObjectType | GraphQLInterfaceType): ContractType {
  const fields = Object.values(type.getFields()).map((field) => readField(type.name, field));
  return {
    name: type.name,
    fields: new Map(fields.map((field) => [field.field, field])),
    labels: labelsOf(schema, type),
  };
}

function readField(type: string, field: GraphQLField<unknown, unknown>): ContractField {
  const coordinate = `${type}.${field.name}`;
  const category = argument(directive(field, 'category'), 'name');
  if (category && String(field.type).endsWith('!')) {
    throw new Error(`${coordinate} is governed, so it must be nullable: a withheld field is null`);
  }
  return {
    coordinate,
    type,
    field: field.name,
    valueType: getNamedType(field.type).name,
    isList: String(field.type).startsWith('['),
    category,
    label: labelOf(field),
    generalised: directive(field, 'generalised') !== undefined,
    masked: directive(field, 'masked') !== undefined,
    description: field.description ?? '',
  };
}

/** An object carries its own labels and those of its values; the entities that it links to carry their own. */
function labelsOf(schema: GraphQLSchema, type: GraphQLObjectType | GraphQLInterfaceType): ReadonlySet<string> {
  return new Set(
    Object.values(type.getFields()).flatMap((field) => {
      const own = labelOf(field);
      const value = getNamedType(field.type);
      if (own) return [own];
      return isCompositeType(value) && isObjectType(value) ? [...labelsOf(schema, value)] : [];
    }),
  );
}

function labelOf(field: GraphQLField<unknown, unknown>): string | undefined {
  const label = directive(field, 'label');
  return label && (argument(label, 'name') ?? field.name);
}

function byCategory(schema: GraphQLSchema, governed: ReadonlyMap<Coordinate, ContractField>) {
  const names =
    (schema.getType('Category') as { getValues?: () => readonly { name: string }[] } | undefined)?.getValues?.() ?? [];
  return new Map(
    names.map(({ name }) => [
      name,
      [...governed.values()].filter((field) => field.category === name).map((field) => field.coordinate),
    ]),
  );
}

function directive(field: GraphQLField<unknown, unknown>, name: string): ConstDirectiveNode | undefined {
  return field.astNode?.directives?.find((node) => node.name.value === name);
}

function argument(node: ConstDirectiveNode | undefined, name: string): string | undefined {
  const value = node?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value && 'value' in value ? String(value.value) : undefined;
}
