import {
  Kind,
  buildASTSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  parse,
  type DefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { ENTITY_TYPES, STRUCTURAL_FIELDS, contract } from '../../../schema/contract.ts';
import {
  alternativesOf,
  blindedAs,
  coordinatesOf,
  requiredBy,
  undeclaredIn,
  type Input,
} from '../../../schema/reads.ts';

/**
 * What is wrong with the arguments of fields beyond the contract: one that does not say what it reads closes its field
 * to other agencies.
 */
export function argumentDeviations(sdl: string, prefix: string): readonly string[] {
  const fields = ownFields(sdl).filter(({ field }) => field.args.length > 0);
  const inputs = fields.flatMap(({ field }) => inputsWithin(field.args));
  return [
    ...fields.flatMap(({ at, field }) => undeclaredIn(field.args, [`${at}(`, ':)'])).map(silent),
    ...inputs.flatMap((input) => unknownReads(input, prefix)),
    ...inputs.flatMap(blinded),
    ...(inputs.some((input) => requiredBy(input).length > 0) ? uncomposed(sdl, '@reads') : []),
    ...(inputs.some((input) => alternativesOf(input).length > 0) ? uncomposed(sdl, '@readsOneOf') : []),
  ];
}

function silent(input: string): string {
  return `\`${input}\` does not say what it reads, so its field is closed to other agencies: write \`@reads(coordinate: "…")\` on it, or \`@readsNothing\``;
}

function unknownReads(input: Input, prefix: string): readonly string[] {
  return coordinatesOf(input)
    .filter((coordinate) => !contract.governed.has(coordinate) && !coordinate.startsWith(prefix))
    .map(
      (coordinate) =>
        `\`${input.name}\` reads \`${coordinate}\`, which is neither a governed field of the contract nor your own`,
    );
}

/** Composition drops a directive that no subgraph composes: the gateway would never hear of it. */
function uncomposed(sdl: string, directive: string): readonly string[] {
  const composes = new RegExp(`composeDirective\\(\\s*name:\\s*"${directive}"\\s*\\)`).test(sdl);
  return composes ? [] : [`the schema must have \`@composeDirective(name: "${directive}")\`: the gateway reads it`];
}

/** An agency holds what it is searched by, in clear. */
function blinded(input: Input): readonly string[] {
  if (blindedAs(input) === undefined) return [];
  return [`\`${input.name}\` is \`@blinded\`, which is for hubs alone: your own fields are asked in clear`];
}

/** Arguments, and the fields of their input objects. */
function inputsWithin(inputs: readonly Input[], seen = new Set<string>()): readonly Input[] {
  return inputs.flatMap((input) => {
    const type = getNamedType(input.type);
    if (!isInputObjectType(type) || seen.has(type.name)) return [input];
    return [input, ...inputsWithin(Object.values(type.getFields()), seen.add(type.name))];
  });
}

function ownFields(sdl: string): readonly { readonly at: string; readonly field: GraphQLField<unknown, unknown> }[] {
  const definitions = asDefinitions(parse(sdl, { noLocation: true }).definitions);
  const schema = buildASTSchema({ kind: Kind.DOCUMENT, definitions }, { assumeValid: true });
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ name }) => !isContracts(type, name))
        .map((field) => ({ at: `${type.name}.${field.name}`, field })),
    );
}

function isContracts({ name }: GraphQLObjectType, field: string): boolean {
  if (field.startsWith('_') || name.startsWith('_') || STRUCTURAL_FIELDS.has(field)) return true;
  const type = contract.types.has(name) ? name : ENTITY_TYPES.find((entity) => name.endsWith(entity));
  return contract.types.get(type ?? '')?.fields.has(field) ?? false;
}

/** `extend type Query` stands for the type where nothing else defines it. */
function asDefinitions(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] {
  const defined = new Set(definitions.filter(isTypeDefinitionNode).map(({ name }) => name.value));
  return definitions.map((node) => {
    if (!isTypeExtensionNode(node) || defined.has(node.name.value)) return node;
    defined.add(node.name.value);
    return { ...node, kind: node.kind.replace('Extension', 'Definition') } as DefinitionNode;
  });
}
