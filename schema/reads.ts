import {
  Kind,
  getNamedType,
  isEnumType,
  isInputObjectType,
  type ConstDirectiveNode,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLEnumValue,
  type GraphQLInputField,
} from 'graphql';
import type { Coordinate } from './contract.ts';
import { isTextKind } from './selectors.ts';

/** What a subgraph writes behind `extend schema` to declare what its inputs read; it imports `@composeDirective`, too. */
export const READS_LINK = `
    @link(url: "https://concordat.example/reads/v1.0", import: ["@reads", "@readsOneOf", "@readsNothing", "@blinded"])
    @composeDirective(name: "@reads")
    @composeDirective(name: "@readsOneOf")
    @composeDirective(name: "@readsNothing")
    @composeDirective(name: "@blinded")
`;

/** The directives themselves, which every subgraph that uses them defines. */
export const READS_DIRECTIVES = `
  "The input reads this field of the contract, and is covered by its rule."
  directive @reads(coordinate: String!) repeatable on INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM_VALUE

  "The input reads whichever of these fields of the contract a row may be found by: rows of each are covered by its rule."
  directive @readsOneOf(coordinates: [String!]!) on INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION

  "A selector of this kind: whoever sends it to the hub brings it into its normal form and blinds it."
  directive @blinded(as: String!) on INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION

  "The input reads no governed field."
  directive @readsNothing on INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM_VALUE
`;

/** An argument, or a field of an input object. */
export type Input = GraphQLArgument | GraphQLInputField;

/** A governed coordinate that given arguments read. */
export interface Read {
  readonly coordinate: Coordinate;
  /** Which input reads it: `filter.kinds`. */
  readonly by: string;
  /** It is a choice among named values, such as an order, and looks for no value of the coordinate. */
  readonly isChoice: boolean;
  /** The same input reads other coordinates too, and a row of any of them answers to it. */
  readonly isAlternative: boolean;
  /** It is a text whose words are looked for: only where the coordinate is shown in full. */
  readonly isText?: true;
}

/**
 * How arguments are looked at: as an operation `states` them, where null says nothing and a default is nobody's words;
 * or as a resolver `receives` them.
 */
export type Looking = 'stated' | 'received';

/** What given values of a field's arguments read, by its declarations alone. Values are coerced, or as in variables. */
export function readsIn(
  inputs: readonly Input[],
  values: Readonly<Record<string, unknown>>,
  looking: Looking,
): readonly Read[] {
  return inputs.flatMap((input) => {
    const value = values[input.name] === undefined && looking === 'received' ? input.defaultValue : values[input.name];
    if (value === undefined || (value === null && looking === 'stated')) return [];
    const isText = isTextKind(blindedAs(input) ?? '');
    const read = { by: input.name, isChoice: false, ...(isText && { isText }) } as const;
    const each = requiredBy(input).map((coordinate) => ({ ...read, coordinate, isAlternative: false }));
    const either = alternativesOf(input).map((coordinate) => ({ ...read, coordinate, isAlternative: true }));
    return [...each, ...either, ...readsWithin(input, value, looking)];
  });
}

/**
 * The inputs that do not say what they read, as GraphQL names them: `Query.records(first:)`, `RecordFilter.kinds`,
 * `RecordOrder.TITLE`. An input says it by `@reads`, `@readsOneOf` or `@readsNothing`; where it has neither, every field of its input
 * object, or every value of its enum, must say it.
 * @param at what comes before the input's name, and after it
 */
export function undeclaredIn(
  inputs: readonly Input[],
  [before, after]: readonly [string, string],
  seen = new Set<string>(),
): readonly string[] {
  return inputs.flatMap((input) => {
    if (isDeclared(input)) return [];
    const type = getNamedType(input.type);
    if (seen.has(type.name)) return [];
    if (isInputObjectType(type)) {
      return undeclaredIn(Object.values(type.getFields()), [`${type.name}.`, ''], seen.add(type.name));
    }
    const silent = isEnumType(type) ? undeclaredValues(type) : undefined;
    return silent ?? [before + input.name + after];
  });
}

/** The coordinates that an input or a value says that it reads itself, alternatives included. */
export function coordinatesOf(element: Input | GraphQLEnumValue): readonly Coordinate[] {
  return [...requiredBy(element), ...alternativesOf(element)];
}

/** Those that it reads all of. */
export function requiredBy(element: Input | GraphQLEnumValue): readonly Coordinate[] {
  return directivesOf(element)
    .filter(({ name }) => name.value === 'reads')
    .flatMap(textsIn);
}

/** Those of which it reads whichever a row may be found by. */
export function alternativesOf(element: Input | GraphQLEnumValue): readonly Coordinate[] {
  return directivesOf(element)
    .filter(({ name }) => name.value === 'readsOneOf')
    .flatMap(textsIn);
}

/** The kind of selector that an input is; undefined: it is none. */
export function blindedAs(element: Input): string | undefined {
  return directivesOf(element)
    .filter(({ name }) => name.value === 'blinded')
    .flatMap(textsIn)[0];
}

function textsIn({ arguments: given = [] }: ConstDirectiveNode): readonly string[] {
  const values = given.flatMap(({ value }) => (value.kind === Kind.LIST ? value.values : [value]));
  return values.flatMap((value) => ('value' in value ? [String(value.value)] : []));
}

function readsWithin(input: Input, value: unknown, looking: Looking): readonly Read[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => readsWithin(input, item, looking));
  const type = getNamedType(input.type);
  if (isEnumType(type)) return readsOfValue(type, value, input.name);
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return [];
  const within = readsIn(Object.values(type.getFields()), value as Record<string, unknown>, looking);
  return within.map((read) => ({ ...read, by: `${input.name}.${read.by}` }));
}

/** A value that the enum does not have reads what any of them reads. */
function readsOfValue(type: GraphQLEnumType, value: unknown, by: string): readonly Read[] {
  if (value === null) return [];
  const chosen = type.getValues().filter((known) => known.value === value);
  const read = (chosen.length > 0 ? chosen : type.getValues()).flatMap(coordinatesOf);
  return read.map((coordinate) => ({ coordinate, by, isChoice: true, isAlternative: false }));
}

/** Undefined: none of its values says anything, so it is for the input to say it. */
function undeclaredValues(type: GraphQLEnumType): readonly string[] | undefined {
  const silent = type.getValues().filter((value) => !isDeclared(value));
  return silent.length < type.getValues().length ? silent.map(({ name }) => `${type.name}.${name}`) : undefined;
}

/** INVARIANT: alternatives of which there is none are not a word on what is read. */
function isDeclared(element: Input | GraphQLEnumValue): boolean {
  return directivesOf(element).some((node) => {
    if (node.name.value === 'readsOneOf') return textsIn(node).length > 0;
    return node.name.value === 'reads' || node.name.value === 'readsNothing';
  });
}

function directivesOf({ astNode }: Input | GraphQLEnumValue): readonly ConstDirectiveNode[] {
  return astNode?.directives ?? [];
}
