import { getNamedType, isInputObjectType, parse, visit, type GraphQLField } from 'graphql';
import { argumentValues, withDefaults } from '../../policy/projection/argument-values.ts';
import { blindedKindOf } from '../../policy/projection/blinded.ts';
import { operationOf } from '../../policy/projection/document.ts';
import type { Graph } from '../../policy/projection/graph.ts';
import { listOf, type Search } from '../../policy/projection/search.ts';
import { isTextKind, type TextKind } from '../../schema/selectors.ts';
import { isRefused } from './refused-search.ts';

/** A text that a fetch has looked for, and at whose agencies. */
export interface AskedText {
  readonly kind: TextKind;
  readonly text: string;
  readonly agencies: readonly string[];
}

/**
 * The texts that a hub's fetch looks for, each of all agencies unless its filter names some.
 * @param asked narrowed to the originators of whom its filters can find anything: nobody else is told what is looked for
 */
export function askedTexts({ query, variables }: Search, { schema, agencies }: Graph): readonly AskedText[] {
  if (!query.includes('filter')) return [];
  const document = parse(query, { noLocation: true });
  const given = withDefaults(operationOf(document), variables);
  const asked: AskedText[] = [];
  visit(document, {
    Field(node) {
      const definition = schema.getQueryType()?.getFields()[node.name.value];
      const { filter, first } = argumentValues(node, given);
      if (!definition || typeof filter !== 'object' || filter === null || isRefused(filter, first)) return;
      const { originators, ...values } = filter as Readonly<Record<string, unknown>>;
      const named = listOf(originators);
      const codes = agencies.map(({ code }) => code).filter((code) => !named || named.includes(code));
      asked.push(...textsIn(values, definition).map((text) => ({ ...text, agencies: codes })));
    },
  });
  return asked;
}

function textsIn(
  values: Readonly<Record<string, unknown>>,
  { args }: GraphQLField<unknown, unknown>,
): readonly Pick<AskedText, 'kind' | 'text'>[] {
  const argument = args.find(({ name }) => name === 'filter');
  const type = argument && getNamedType(argument.type);
  if (!isInputObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const [kind, text] = [blindedKindOf(field), values[field.name]];
    return kind !== undefined && isTextKind(kind) && typeof text === 'string' ? [{ kind, text }] : [];
  });
}
