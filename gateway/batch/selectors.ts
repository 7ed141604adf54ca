import { getNamedType, isInputObjectType, type GraphQLSchema } from 'graphql';
import { selectorKindOf } from '../../policy/projection/blinded.ts';
import { isHidden } from '../../policy/projection/declared.ts';
import type { SelectorKind } from '../../schema/selectors.ts';

/** The root field of the hub by which many selectors are checked, and its argument. */
const FIELD = 'selectorChecks';
const ARGUMENT = 'selectors';

/** A way to give one selector: `phone`. */
export interface SelectorInput {
  readonly name: string;
  readonly kind: SelectorKind;
  /** What it is made of; none: it is a text. */
  readonly parts: readonly string[];
}

/** The ways to give a selector, by name, as the schema has them; undefined: nothing checks many. */
export function selectorInputs(schema: GraphQLSchema): ReadonlyMap<string, SelectorInput> | undefined {
  const argument = schema
    .getQueryType()
    ?.getFields()
    [FIELD]?.args.find(({ name }) => name === ARGUMENT);
  const type = argument && getNamedType(argument.type);
  if (!isInputObjectType(type)) return undefined;
  const inputs = Object.values(type.getFields()).flatMap((field) => {
    const kind = selectorKindOf(field);
    const inner = getNamedType(field.type);
    const parts = isInputObjectType(inner) ? Object.values(inner.getFields()) : [];
    const named = parts.filter(({ astNode }) => !isHidden(astNode)).map(({ name }) => name);
    return kind === undefined ? [] : [{ name: field.name, kind, parts: named }];
  });
  return new Map(inputs.map((input) => [input.name, input]));
}
