import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { argumentValues } from '../../policy/projection/argument-values.ts';
import type { Fragments } from '../../policy/projection/document.ts';
import { listOf } from '../../policy/projection/search.ts';
import type { SurveyedOperation } from '../../policy/projection/survey.ts';
import { TEXT_HITS } from '../../schema/text-search.ts';

/** Leads to the searches by text that agencies offer. */
const TEXT_SEARCHES = 'textSearches';

/** The hub's root fields that quotas count, and of those that hold several searches the argument that has one in each item. */
const SEARCHES: ReadonlyMap<string, string | undefined> = new Map([
  ['records', undefined],
  ['cases', undefined],
  ['selectorChecks', 'selectors'],
  ['targetProfile', undefined],
  ['leads', undefined],
  [TEXT_SEARCHES, undefined],
]);

/** The searches of an operation, each as if it were alone. Fields of one response key are one search. */
export function searchesIn({ operation, fragments, variables }: SurveyedOperation): readonly SurveyedOperation[] {
  const byKey = new Map<string, FieldNode[]>();
  for (const node of rootFields(operation.selectionSet.selections, fragments, variables)) {
    if (!SEARCHES.has(node.name.value)) continue;
    const key = (node.alias ?? node.name).value;
    byKey.set(key, [...(byKey.get(key) ?? []), node]);
  }
  return [...byKey.values()].flatMap((nodes) => {
    const search = { operation: alone(operation, nodes), fragments, variables };
    return Array.from({ length: searchesOf(nodes, search) }, () => search);
  });
}

function searchesOf(nodes: readonly FieldNode[], { fragments, variables }: SurveyedOperation): number {
  const node = nodes[0]!;
  if (node.name.value === TEXT_SEARCHES) return textsIn(nodes, fragments, variables);
  const argument = SEARCHES.get(node.name.value);
  if (argument === undefined) return 1;
  return listOf(argumentValues(node, variables)[argument])?.length ?? 0;
}

/**
 * Each text that is searched for under a key is a search, whichever agencies are asked. Under one key there may be several,
 * each at another agency: fields of types that exclude each other.
 */
function textsIn(nodes: readonly FieldNode[], fragments: Fragments, variables: SurveyedOperation['variables']): number {
  const within = nodes.flatMap(({ selectionSet }) => rootFields(selectionSet?.selections ?? [], fragments, variables));
  const texts = within.filter(({ name }) => TEXT_FIELDS.has(name.value));
  const keyed = texts.map((node) => [(node.alias ?? node.name).value, argumentValues(node, variables)['text']]);
  return new Set(keyed.map((one) => JSON.stringify(one))).size;
}

const TEXT_FIELDS: ReadonlySet<string> = new Set(Object.values(TEXT_HITS).map(({ field }) => field));

function alone(operation: OperationDefinitionNode, selections: readonly FieldNode[]): OperationDefinitionNode {
  return { ...operation, selectionSet: { ...operation.selectionSet, selections } };
}

function rootFields(
  selections: readonly SelectionNode[],
  fragments: Fragments,
  variables: SurveyedOperation['variables'],
): readonly FieldNode[] {
  return selections
    .filter((node) => isIncluded(node, variables))
    .flatMap((node) =>
      node.kind === Kind.FIELD ? [node] : rootFields(fragments.open(node).inner, fragments, variables),
    );
}

function isIncluded(node: SelectionNode, variables: SurveyedOperation['variables']): boolean {
  const skipped = getDirectiveValues(GraphQLSkipDirective, node, variables);
  return skipped?.['if'] !== true && getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
}
