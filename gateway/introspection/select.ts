import { Kind, type DocumentNode, type FieldNode, type OperationDefinitionNode, type SelectionNode } from 'graphql';
import { fragmentsOf, rewrite, type Fragments } from '../../policy/projection/document.ts';

/** What of an operation asks for the schema. */
export interface AskedOfSchema {
  /** The operation with those root fields alone. */
  readonly document: DocumentNode;
  /** Nothing else is asked. */
  readonly isAll: boolean;
}

const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/** The introspection fields of an operation, wherever at its root they stand; undefined: there is none. */
export function introspectionOf(document: DocumentNode, operation: OperationDefinitionNode): AskedOfSchema | undefined {
  const fragments = fragmentsOf(document);
  const { selections } = operation.selectionSet;
  const asked = only(selections, fragments, isIntrospection);
  if (asked.length === 0) return undefined;
  const definitions = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const others = only(selections, fragments, (node) => !isIntrospection(node));
  return { document: rewrite(operation, asked, definitions).document, isAll: others.length === 0 };
}

function isIntrospection({ name }: FieldNode): boolean {
  return INTROSPECTION.has(name.value);
}

/** The root fields that pass, their fragments opened, under the directives that they stand under. */
function only(
  selections: readonly SelectionNode[],
  fragments: Fragments,
  passes: (node: FieldNode) => boolean,
): readonly SelectionNode[] {
  return selections.flatMap((node): readonly SelectionNode[] => {
    if (node.kind === Kind.FIELD) return passes(node) ? [node] : [];
    const inner = only(fragments.open(node).inner, fragments, passes);
    if (inner.length === 0) return [];
    const { directives = [] } = node;
    return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: { kind: Kind.SELECTION_SET, selections: inner } }];
  });
}
