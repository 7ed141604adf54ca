import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from 'graphql';

/** Opens fragments: inline ones, and spreads of those that the document defines. */
export interface Fragments {
  open(selection: InlineFragmentNode | FragmentSpreadNode): {
    readonly condition: string | undefined;
    readonly inner: readonly SelectionNode[];
  };
}

/** The fragments of a document. */
export function fragmentsOf(document: DocumentNode): Fragments {
  const definitions = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  return {
    open(selection) {
      const node = selection.kind === Kind.INLINE_FRAGMENT ? selection : definitions.get(selection.name.value);
      return { condition: node?.typeCondition?.name.value, inner: node?.selectionSet.selections ?? [] };
    },
  };
}

/** The only operation of a fetch. */
export function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('a fetch has an operation');
  return operation;
}

/** Keys that are added begin with `_c`, longer where the document already has such a key. */
export function freshPrefix(query: string): string {
  let prefix = '_c_';
  while (query.includes(prefix)) prefix += '_';
  return prefix;
}

/** The fragments that a document defines. */
export function fragmentDefinitionsIn(document: DocumentNode): readonly FragmentDefinitionNode[] {
  return document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
}

/** The operation with other selections, with those of the fragments that are still spread, and the variables still used. */
export function rewrite(
  operation: OperationDefinitionNode,
  selections: readonly SelectionNode[],
  defined: readonly FragmentDefinitionNode[] = [],
): { readonly document: DocumentNode; readonly variables: ReadonlySet<string> } {
  const body = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  const fragments = spreadIn(body, defined);
  const used = new Set<string>();
  const bodies: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...body, variableDefinitions: [] }, ...fragments],
  };
  visit(bodies, { Variable: (node) => void used.add(node.name.value) });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter((node) =>
    used.has(node.variable.name.value),
  );
  return {
    document: { kind: Kind.DOCUMENT, definitions: [{ ...body, variableDefinitions }, ...fragments] },
    variables: used,
  };
}

/** Those that are spread, and those that are spread in these: a fragment that nothing spreads makes a document invalid. */
function spreadIn(
  body: OperationDefinitionNode | FragmentDefinitionNode,
  defined: readonly FragmentDefinitionNode[],
): readonly FragmentDefinitionNode[] {
  const kept = new Set<FragmentDefinitionNode>();
  const keep = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = defined.find((one) => one.name.value === name.value);
        if (!fragment || kept.has(fragment)) return;
        kept.add(fragment);
        keep(fragment);
      },
    });
  };
  keep(body);
  return defined.filter((fragment) => kept.has(fragment));
}
