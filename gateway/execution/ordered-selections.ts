import type { Operation, SelectionSet } from '@apollo/federation-internals';
import { Kind, type SelectionNode } from 'graphql';

/** What an operation selects, in the order in which Apollo answers it: what is asked for twice is put together. */
export function orderedSelections({ selectionSet }: Operation): readonly SelectionNode[] {
  return selectionsOf(selectionSet);
}

function selectionsOf(set: SelectionSet): readonly SelectionNode[] {
  return set.selections().map((selection): SelectionNode => {
    const node = selection.toSelectionNode();
    const inner = selection.selectionSet;
    if (!inner) return node;
    const selectionSet = { kind: Kind.SELECTION_SET, selections: selectionsOf(inner) } as const;
    if (node.kind === Kind.FIELD) return isSchemaField(node.name.value) ? node : { ...node, selectionSet };
    const { directives = [] } = node;
    const condition = selection.kind === 'FragmentSelection' ? selection.element.typeCondition?.name : undefined;
    const name = condition === undefined ? undefined : ({ kind: Kind.NAME, value: condition } as const);
    const typeCondition = name && ({ kind: Kind.NAMED_TYPE, name } as const);
    return { kind: Kind.INLINE_FRAGMENT, directives, ...(typeCondition && { typeCondition }), selectionSet };
  });
}

function isSchemaField(name: string): boolean {
  return name === '__schema' || name === '__type';
}
