import {
  TypeInfo,
  getNamedType,
  isInterfaceType,
  isObjectType,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';
import { withDefaults } from '../../policy/projection/argument-values.ts';
import { fragmentDefinitionsIn, rewrite } from '../../policy/projection/document.ts';
import { TEXT_HITS, TEXT_SEARCH } from '../../schema/text-search.ts';
import type { AskedOperation } from '../blinding/operation.ts';

/** Where an operation gives a text to agencies, each by itself: `textSearches { hits(text:) }`. */
interface GivenText {
  readonly node: ValueNode;
  readonly at: string;
}

/** What is kept is part of the operation that it is kept with. */
const known = new WeakMap<OperationDefinitionNode, readonly GivenText[]>();

/** Goes over every text that an operation gives to agencies, each by itself. What is null is refused elsewhere. */
export function visitAgencyTexts(
  asked: AskedOperation,
  schema: GraphQLSchema,
  take: (text: unknown, at: string) => void,
): void {
  const { operation, variables } = asked;
  const given = known.get(operation) ?? givenIn(asked, schema);
  known.set(operation, given);
  if (given.length === 0) return;
  const values = withDefaults(operation, variables);
  for (const { node, at } of given) {
    const text = valueFromASTUntyped(node, values);
    if (text !== null && text !== undefined) take(text, at);
  }
}

function givenIn({ document, operation }: AskedOperation, schema: GraphQLSchema): readonly GivenText[] {
  const { document: alone } = rewrite(operation, operation.selectionSet.selections, fragmentDefinitionsIn(document));
  const typeInfo = new TypeInfo(schema);
  const given: GivenText[] = [];
  visit(
    alone,
    visitWithTypeInfo(typeInfo, {
      Field({ name: { value: name }, arguments: all = [] }) {
        if (!TEXT_FIELDS.has(name) || !isTextSearch(typeInfo.getParentType())) return;
        const texts = all.filter((argument) => argument.name.value === 'text');
        given.push(...texts.map(({ value }) => ({ node: value, at: `${name}.text` })));
      },
    }),
  );
  return given;
}

const TEXT_FIELDS: ReadonlySet<string> = new Set(Object.values(TEXT_HITS).map(({ field }) => field));

function isTextSearch(parent: ReturnType<TypeInfo['getParentType']>): boolean {
  const type = parent && getNamedType(parent);
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  return [type, ...type.getInterfaces()].some(({ name }) => name === TEXT_SEARCH);
}
