import {
  isTypeDefinitionNode,
  isTypeExtensionNode,
  parse,
  print,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';

/** A directive as it is written, under its own name whether it is imported or not: `@federation__key` is `@key`. */
export interface DeclaredDirective {
  readonly name: string;
  readonly argument: (name: string) => string | undefined;
}

/** A field of a type. */
export interface DeclaredField {
  readonly name: string;
  /** As SDL writes it: `[String!]`. */
  readonly type: string;
  /** As SDL writes them: `names: [String!]!`. */
  readonly arguments: readonly string[];
  readonly directives: readonly DeclaredDirective[];
}

/** A type with everything that extensions add to it. */
export interface DeclaredType {
  readonly name: string;
  readonly kind: 'object' | 'interface' | 'enum' | 'scalar' | 'union' | 'input';
  readonly fields: ReadonlyMap<string, DeclaredField>;
  readonly interfaces: ReadonlySet<string>;
  /** Of an enum. */
  readonly values: readonly string[];
  readonly directives: readonly DeclaredDirective[];
}

/** The types of an SDL by name. */
export type Declared = ReadonlyMap<string, DeclaredType>;

/** @throws GraphQLError when the SDL cannot be parsed */
export function readDeclared(sdl: string): Declared {
  return declaredIn(parse(sdl, { noLocation: true }));
}

export function hasDirective({ directives }: Pick<DeclaredType, 'directives'>, name: string): boolean {
  return directives.some((directive) => directive.name === name);
}

function declaredIn({ definitions }: DocumentNode): Declared {
  const types = new Map<string, DeclaredType>();
  for (const node of definitions) {
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) continue;
    const read = readType(node);
    const known = types.get(read.name);
    types.set(read.name, known ? merged(known, read) : read);
  }
  return types;
}

function readType(node: TypeDefinitionNode | TypeExtensionNode): DeclaredType {
  const fields = 'fields' in node ? (node.fields ?? []) : [];
  return {
    name: node.name.value,
    kind: KINDS[node.kind],
    fields: new Map(
      fields.flatMap((field) => (field.kind === 'FieldDefinition' ? [[field.name.value, readField(field)]] : [])),
    ),
    interfaces: new Set('interfaces' in node ? node.interfaces?.map(({ name }) => name.value) : []),
    values: 'values' in node ? (node.values ?? []).map(({ name }) => name.value) : [],
    directives: (node.directives ?? []).map(readDirective),
  };
}

const KINDS = {
  ObjectTypeDefinition: 'object',
  ObjectTypeExtension: 'object',
  InterfaceTypeDefinition: 'interface',
  InterfaceTypeExtension: 'interface',
  EnumTypeDefinition: 'enum',
  EnumTypeExtension: 'enum',
  ScalarTypeDefinition: 'scalar',
  ScalarTypeExtension: 'scalar',
  UnionTypeDefinition: 'union',
  UnionTypeExtension: 'union',
  InputObjectTypeDefinition: 'input',
  InputObjectTypeExtension: 'input',
} as const;

function readField(node: FieldDefinitionNode): DeclaredField {
  return {
    name: node.name.value,
    type: print(node.type),
    arguments: (node.arguments ?? []).map(({ name, type }) => `${name.value}: ${print(type)}`),
    directives: (node.directives ?? []).map(readDirective),
  };
}

function readDirective(node: ConstDirectiveNode): DeclaredDirective {
  const values = new Map(
    (node.arguments ?? []).map(({ name, value }) => [
      name.value,
      'value' in value ? String(value.value) : print(value),
    ]),
  );
  return { name: node.name.value.replace(/^federation__/, ''), argument: (name) => values.get(name) };
}

function merged(one: DeclaredType, other: DeclaredType): DeclaredType {
  return {
    ...one,
    fields: new Map([...one.fields, ...other.fields]),
    interfaces: new Set([...one.interfaces, ...other.interfaces]),
    values: [...one.values, ...other.values],
    directives: [...one.directives, ...other.directives],
  };
}
