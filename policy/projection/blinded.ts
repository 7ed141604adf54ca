import {
  GraphQLString,
  getNamedType,
  isInputObjectType,
  isObjectType,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
} from 'graphql';
import { blindedAs, type Input } from '../../schema/reads.ts';
import { SELECTOR_KINDS, isTextKind, type BlindedKind, type SelectorKind } from '../../schema/selectors.ts';
import { isHidden } from './declared.ts';
import type { Graph } from './graph.ts';

/** The field of an input object in which a hub receives it blinded. */
export const SEALED_FIELD = 'sealed';

/** The kind of selector that an input is; undefined: it is none, or of a kind that nobody knows. */
export function selectorKindOf(input: Input): SelectorKind | undefined {
  const kind = blindedAs(input);
  return SELECTOR_KINDS.find((known) => known === kind);
}

/** What an input is that no hub is asked as it is given: a selector, or a text; undefined: it is neither. */
export function blindedKindOf(input: Input): BlindedKind | undefined {
  const kind = blindedAs(input);
  return kind !== undefined && isTextKind(kind) ? kind : selectorKindOf(input);
}

/**
 * INVARIANT: every input that is declared to be blinded can be: its kind is known, and it is a text, or an object with a
 * field for the blinded text that no client can name.
 * @throws Error with every input of which that is not so
 */
export function requireBlindable({ schema }: Graph): void {
  const wrong = Object.values(schema.getTypeMap())
    .flatMap(inputsOf)
    .flatMap(({ at, input }) => (blindedAs(input) === undefined ? [] : mistakesIn(at, input)));
  if (wrong.length > 0) throw new Error([...new Set(wrong)].join('\n'));
}

function mistakesIn(at: string, input: Input): readonly string[] {
  const type = getNamedType(input.type);
  const isKnown = blindedKindOf(input) !== undefined;
  const holds = type === GraphQLString || (isInputObjectType(type) && takesSealed(type));
  return [
    ...(isKnown ? [] : [`\`${at}\` is \`@blinded(as: "${blindedAs(input)}")\`: no kind of selector is called so`]),
    ...(holds ? [] : [`\`${at}\` is \`@blinded\`, and neither a \`String\` nor an object with \`${SEALED}\``]),
  ];
}

const SEALED = `${SEALED_FIELD}: String @inaccessible`;

function takesSealed(type: GraphQLInputObjectType): boolean {
  const sealed = type.getFields()[SEALED_FIELD];
  return sealed?.type === GraphQLString && isHidden(sealed.astNode);
}

function inputsOf(type: GraphQLNamedType): readonly { readonly at: string; readonly input: Input }[] {
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((input) => ({ at: `${type.name}.${input.name}`, input }));
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    field.args.map((input) => ({ at: `${type.name}.${field.name}(${input.name}:)`, input })),
  );
}
